import type { Availability } from '../../typings/contract/catalogue';
import { branchName } from '../circulation/branches';
import { isOnShelf } from '../circulation/on-shelf';
import type { ItemDocument, Library } from '../documents';

const counts = (item: Pick<ItemDocument, 'status'>): boolean =>
  item.status !== 'lost' && item.status !== 'withdrawn';

/** What a reader can have of a title now, from its items and the loans that stand in them. */
export const availabilityOf = (
  library: Library,
  items: readonly Pick<ItemDocument, 'branchId' | 'status' | 'use' | 'loan'>[],
): Availability => {
  const onShelf = items.filter(isOnShelf);
  const places = new Set(onShelf.map((item) => item.branchId));
  const dueDates = items.flatMap((item) => item.loan?.dueOn ?? []);
  const nextDueOn = onShelf.length === 0 ? dueDates.sort()[0] : undefined;
  return {
    onShelf: onShelf.length,
    items: items.filter(counts).length,
    onShelfAt: library.branches
      .filter((branch) => places.has(branch._id))
      .map((branch) => branchName(library, branch._id)),
    ...(nextDueOn && { nextDueOn }),
  };
};
