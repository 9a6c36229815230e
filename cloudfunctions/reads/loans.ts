import { isOnLoan, onThisLoan, type ItemOnLoan } from '../circulation/open-loan';
import { isOverdue } from '../circulation/reader-blocks';
import { loanFacts, type LoanFacts } from '../circulation/renewal-facts';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { between, type Database, type Transaction } from '../kernel/database';
import { addDays } from '../kernel/local-date';
import { barcodeOfLoan } from '../kernel/loan-id';
import { freeCopies } from './free-copies';

type Moment = Pick<Context, 'now' | 'today'>;

/** A reader's copies, soonest due first. One round trip. */
export const itemsOnLoanTo = async (
  db: Database,
  reader: Pick<ReaderDocument, '_id' | 'openLoans'>,
): Promise<ItemOnLoan[]> => {
  const items = await db.getMany(
    'items',
    reader.openLoans.map((loan) => loan.barcode),
  );
  return items
    .filter(isOnLoan)
    .filter((item) => item.loan.readerId === reader._id)
    .sort((a, b) => a.loan.dueOn.localeCompare(b.loan.dueOn) || a._id.localeCompare(b._id));
};

/**
 * How many loans of a reader are overdue now. What the reader's document knows is a lower bound of each due
 * date, so that a reader with nothing to fear costs no round trip; only suspicious copies are looked up.
 */
export const overdueOf = async (
  db: Database,
  reader: Pick<ReaderDocument, '_id' | 'openLoans'>,
  moment: Moment,
): Promise<number> => {
  const suspicious = reader.openLoans.filter((loan) => loan.dueOnOrLater <= moment.today && !loan.claimed);
  if (suspicious.length === 0) return 0;
  const items = await itemsOnLoanTo(db, { _id: reader._id, openLoans: suspicious });
  return items.filter((item) => isOverdue(item.loan, moment)).length;
};

/** How many overdue loans of a reader were lent at a branch. Usually no round trip, as in `overdueOf`. */
export const overdueAt = (
  db: Database,
  reader: Pick<ReaderDocument, '_id' | 'openLoans'>,
  branchId: string,
  moment: Moment,
): Promise<number> =>
  overdueOf(
    db,
    { _id: reader._id, openLoans: reader.openLoans.filter((loan) => loan.branchId === branchId) },
    moment,
  );

/** Where the overdue loans of a branch are: late by days, and since some hour of today. */
export const overdueWhere = (branchId: string, { today, now }: Moment) => ({
  days: { 'loan.branchId': branchId, 'loan.dueOn': between({ below: today }) },
  hours: { 'loan.branchId': branchId, 'loan.dueOn': today, 'loan.dueAt': between({ below: now }) },
});

/**
 * An open loan by its name, within a transaction: the copy that holds it, or null when it has ended. One
 * round trip.
 */
export const loanWithin = async (transaction: Transaction, loanId: string): Promise<ItemOnLoan | null> => {
  const barcode = barcodeOfLoan(loanId);
  return barcode ? onThisLoan(await transaction.get('items', barcode), loanId) : null;
};

/**
 * A reader's open loans, soonest due first, with all that a renewal of their own asks. Three round trips,
 * whatever their number.
 */
export const loansOf = async (
  context: Moment & Pick<Context, 'db' | 'library'>,
  reader: ReaderDocument,
): Promise<LoanFacts[]> => {
  const items = await itemsOnLoanTo(context.db, reader);
  return factsOfLoans(context, reader, items, items);
};

/**
 * The same of those that are overdue or due within the days in which the library reminds. No round trip where
 * the reader's document knows that nothing is.
 */
export const loansDueSoon = async (
  context: Moment & Pick<Context, 'db' | 'library'>,
  reader: ReaderDocument,
): Promise<LoanFacts[]> => {
  const lastDay = addDays(context.today, context.library.settings.dueSoonDays);
  const openLoans = reader.openLoans.filter(({ dueOnOrLater }) => dueOnOrLater <= lastDay);
  if (openLoans.length === 0) return [];
  const items = await itemsOnLoanTo(context.db, { _id: reader._id, openLoans });
  const soon = items.filter(({ loan }) => loan.dueOn <= lastDay);
  return factsOfLoans(context, reader, soon, items);
};

/** `near`: among these are all of the reader's that can be overdue. */
const factsOfLoans = async (
  context: Moment & Pick<Context, 'db' | 'library'>,
  reader: ReaderDocument,
  items: readonly ItemOnLoan[],
  near: readonly ItemOnLoan[],
): Promise<LoanFacts[]> => {
  const queues = await context.db.getMany(
    'holdQueues',
    items.map((item) => item.titleId),
  );
  const queueOf = (titleId: string) => queues.find((queue) => queue._id === titleId)?.holds ?? [];
  const titles = items.map(({ titleId }) => ({ titleId, queue: queueOf(titleId) }));
  const free = await freeCopies(context, titles, reader._id);
  const overdue = near.filter((item) => isOverdue(item.loan, context)).length;
  return items.map((item) =>
    loanFacts(context, item, reader, {
      online: true,
      queue: queueOf(item.titleId),
      shelf: free(item.titleId),
      otherOverdue: overdue - (isOverdue(item.loan, context) ? 1 : 0),
    }),
  );
};
