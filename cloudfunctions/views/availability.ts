import type { Availability } from '../../typings/contract/catalogue';
import type { ItemDocument } from '../documents';
import type { Library } from '../kernel/context';
import { isIn, type Database } from '../kernel/database';
import { branchName } from './branches';

type ItemFacts = Pick<ItemDocument, '_id' | 'titleId' | 'branchId' | 'status' | 'use' | 'loan'>;
const ITEM_FACT_FIELDS = ['titleId', 'branchId', 'status', 'use', 'loan'] as const;

/** Rows the platform gives in one answer. */
const ONE_ANSWER = 1000;

export const isOnShelf = (item: Pick<ItemDocument, 'status' | 'use'>): boolean =>
  item.status === 'available' && item.use === 'loan';
const counts = (item: Pick<ItemDocument, 'status'>): boolean =>
  item.status !== 'lost' && item.status !== 'withdrawn';

/** What a reader can have of a title now, from its items and the loans that stand in them. */
export const availabilityOf = (library: Library, items: readonly ItemFacts[]): Availability => {
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

/** All items of some titles, however many copies there are; whole, or some fields of them. */
export const itemsOfTitles = async (
  db: Database,
  titleIds: readonly string[],
  fields?: readonly string[],
): Promise<ItemDocument[]> => {
  const all: ItemDocument[] = [];
  for (;;) {
    const rows = await db.find('items', {
      where: { titleId: isIn(titleIds) },
      limit: ONE_ANSWER,
      skip: all.length,
      fields,
    });
    all.push(...rows);
    if (rows.length < ONE_ANSWER) return all;
  }
};

/** Live availability of a page of titles: one round trip a thousand copies. */
export const availabilityById = async (
  db: Database,
  library: Library,
  titleIds: readonly string[],
): Promise<(titleId: string) => Availability> => {
  const items = titleIds.length === 0 ? [] : await itemsOfTitles(db, titleIds, ITEM_FACT_FIELDS);
  const byTitle = new Map<string, ItemDocument[]>();
  for (const item of items) byTitle.set(item.titleId, [...(byTitle.get(item.titleId) ?? []), item]);
  return (titleId) => availabilityOf(library, byTitle.get(titleId) ?? []);
};
