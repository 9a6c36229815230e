import type { Availability } from '../../typings/contract/catalogue';
import type { LocalDate } from '../../typings/contract/answer';
import type { ItemDocument } from '../documents';
import type { Library } from '../kernel/context';
import { isIn, type Database } from '../kernel/database';
import { branchName } from './branches';

type ItemFacts = Pick<ItemDocument, '_id' | 'titleId' | 'branchId' | 'status' | 'referenceOnly' | 'loan'>;
const ITEM_FACT_FIELDS = ['titleId', 'branchId', 'status', 'referenceOnly', 'loan'] as const;

/** Rows the platform gives in one answer. */
const ONE_ANSWER = 1000;

export const isOnShelf = (item: Pick<ItemDocument, 'status' | 'referenceOnly'>): boolean =>
  item.status === 'available' && !item.referenceOnly;
const counts = (item: Pick<ItemDocument, 'status'>): boolean =>
  item.status !== 'lost' && item.status !== 'withdrawn';

/** What a reader can have of a title now, from its items and the due dates of their loans. */
export const availabilityOf = (
  library: Library,
  items: readonly ItemFacts[],
  dueOn: (loanId: string) => LocalDate | undefined,
): Availability => {
  const onShelf = items.filter(isOnShelf);
  const places = new Set(onShelf.map((item) => item.branchId));
  const dueDates = items
    .flatMap((item) => (item.loan ? [dueOn(item.loan.loanId)] : []))
    .filter((date) => date !== undefined);
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

/** Due dates by loan for items on loan, in one round trip a thousand. */
export const dueDatesOf = async (
  db: Database,
  items: readonly Pick<ItemDocument, 'loan'>[],
): Promise<(loanId: string) => LocalDate | undefined> => {
  const loanIds = items.flatMap((item) => (item.loan ? [item.loan.loanId] : []));
  const dates = new Map<string, LocalDate>();
  for (let from = 0; from < loanIds.length; from += ONE_ANSWER) {
    const part = loanIds.slice(from, from + ONE_ANSWER);
    const loans = await db.find('loans', {
      where: { _id: isIn(part) },
      limit: part.length,
      fields: ['dueOn'],
    });
    for (const loan of loans) dates.set(loan._id, loan.dueOn);
  }
  return (loanId) => dates.get(loanId);
};

/** Live availability of a page of titles: two round trips, whatever the copies. */
export const availabilityById = async (
  db: Database,
  library: Library,
  titleIds: readonly string[],
): Promise<(titleId: string) => Availability> => {
  const items = titleIds.length === 0 ? [] : await itemsOfTitles(db, titleIds, ITEM_FACT_FIELDS);
  const byTitle = new Map<string, ItemDocument[]>();
  for (const item of items) byTitle.set(item.titleId, [...(byTitle.get(item.titleId) ?? []), item]);
  const shelved = new Set(items.filter(isOnShelf).map((item) => item.titleId));
  const dueOn = await dueDatesOf(
    db,
    items.filter((item) => !shelved.has(item.titleId)),
  );
  return (titleId) => availabilityOf(library, byTitle.get(titleId) ?? [], dueOn);
};
