import { localDateOf } from '../../cloudfunctions/kernel/local-date';
import type { SmallLibrary } from './library';

/**
 * What the first page of a desk counts, against the documents and the lists that it leads to. Tells what does
 * not agree.
 */
export const countsThatDiffer = async (library: SmallLibrary, branchId: string): Promise<string[]> => {
  const { counts } = await library.get('boss', 'desk.today', { branchId });
  const { items, operations, readers, conflicts } = await library.everything();
  const today = localDateOf(new Date(library.cloud.clock.now()).toISOString());
  const here = items.filter((item) => item.branchId === branchId);
  const onShelf = here.filter(({ status }) => status === 'on_hold_shelf');
  const done = (action: string) =>
    operations.filter(
      (line) => line.branchId === branchId && line.action === action && localDateOf(line.at) === today,
    ).length;
  const listed = async (list: 'desk.toFetch' | 'desk.overdue' | 'desk.transit') =>
    whole((after) => library.get('boss', list, { branchId, ...(after && { after }) }));
  const expected = {
    checkedOut: done('desk.checkOut'),
    checkedIn: done('desk.checkIn'),
    onHoldShelf: onShelf.length,
    expiredOnShelf: onShelf.filter(({ hold }) => hold === null || hold.pickUpBy === null).length,
    toFetch: await listed('desk.toFetch'),
    inTransit: await listed('desk.transit'),
    overdue: await listed('desk.overdue'),
    owing: readers.filter(({ owes }) => owes > 0).length,
    applications: readers.filter(({ standing }) => standing === 'pending').length,
    conflicts: conflicts.filter((each) => each.branchId === branchId && each.status === 'open').length,
  };
  return Object.entries(expected).flatMap(([name, value]) => {
    const counted = Object.entries(counts).find(([each]) => each === name)?.[1];
    return counted === value ? [] : [`${branchId} ${name}: counted ${counted}, there are ${value}`];
  });
};

/** Rows of all pages of a list. */
const whole = async (
  page: (after: string | undefined) => Promise<{ list: object[]; next?: string }>,
): Promise<number> => {
  let rows = 0;
  for (let after: string | undefined, more = true; more;) {
    const { list, next } = await page(after);
    rows += list.reduce(
      (sum: number, row) => sum + ('loans' in row && Array.isArray(row.loans) ? row.loans.length : 1),
      0,
    );
    after = next;
    more = next !== undefined;
  }
  return rows;
};
