import type { LocalDate } from '../../typings/contract/answer';
import type { Loan } from '../../typings/contract/loans';
import { fineFor } from '../circulation/fines';
import { isWaiting, queueFor, waitingOthers } from '../circulation/hold-queue';
import { policyFor } from '../circulation/policy';
import { isOverdue } from '../circulation/reader-blocks';
import { renewalOf, type RenewalFacts } from '../circulation/renewal';
import type { ItemDocument, KnownLoan, OpenLoan, QueuedHold, ReaderDocument, Rules } from '../documents';
import type { Context } from '../kernel/context';
import { isIn, type Database, type Transaction } from '../kernel/database';
import { barcodeOfLoan } from '../kernel/loan-id';
import { daysBetween } from '../kernel/local-date';
import { isOnShelf } from './availability';
import { branchName, knownBranch, lendsBy } from './branches';

type Moment = Pick<Context, 'now' | 'today'>;
type ViewContext = Moment & Pick<Context, 'library'>;

/** A copy that is on loan, with the loan that stands in it. */
export type ItemOnLoan = ItemDocument & { loan: OpenLoan };

export const isOnLoan = (item: ItemDocument): item is ItemOnLoan => item.loan !== null;

/** What a reader's document knows of a loan that stands in its copy. */
export const knownLoanOf = ({ _id: barcode, titleId, itemType, shelf, loan }: ItemOnLoan): KnownLoan => ({
  loanId: loan.loanId,
  barcode,
  titleId,
  itemType,
  branchId: loan.branchId,
  shelf,
  onSite: loan.onSite,
  dueOnOrLater: loan.dueOn,
  claimed: loan.claimedReturnedAt !== null,
});

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
 * How many loans of a reader are overdue now. What the reader's document knows is a lower bound of each due date, so that a
 * reader with nothing to fear costs no round trip; only suspicious copies are looked up.
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

/** The rules of an open loan: of the category, the type and the branch of its check-out. */
export const rulesOfLoan = (
  { library }: Pick<Context, 'library'>,
  item: Pick<ItemDocument, 'itemType'>,
  loan: Pick<OpenLoan, 'readerCategory' | 'branchId'>,
): Rules =>
  policyFor(library.policies, {
    readerCategory: loan.readerCategory,
    itemType: item.itemType,
    branchId: loan.branchId,
  });

/** What the renewal rule needs to know of a loan besides its queue. */
export const renewalFacts = (
  context: ViewContext,
  item: ItemOnLoan,
  reader: ReaderDocument,
  among: { queue: readonly QueuedHold[]; freeCopies: number; otherOverdue: number },
): RenewalFacts => ({
  loan: item.loan,
  item,
  reader,
  ...among,
  queue: queueFor(among.queue, item, lendsBy(context.library)),
  now: context.now,
  today: context.today,
  rules: rulesOfLoan(context, item, item.loan),
  calendar: {
    branch: knownBranch(context.library, item.loan.branchId),
    calendars: context.library.calendars,
  },
});

/** What bringing a copy back now would cost, fen. */
export const fineNow = (context: ViewContext, item: ItemOnLoan, returnedOn?: LocalDate): number =>
  fineFor({
    rule: rulesOfLoan(context, item, item.loan).fine,
    loan: item.loan,
    price: item.price,
    branch: knownBranch(context.library, item.loan.branchId),
    calendars: context.library.calendars,
    now: context.now,
    returnedOn: returnedOn ?? context.today,
  }).amount;

export const loanView = (context: ViewContext, item: ItemOnLoan, facts: RenewalFacts): Loan => {
  const { loan } = item;
  return {
    loanId: loan.loanId,
    title: item.title,
    barcode: item._id,
    branchName: branchName(context.library, loan.branchId),
    checkedOutOn: loan.checkedOutOn,
    dueOn: loan.dueOn,
    ...(loan.dueAt && { dueAt: loan.dueAt }),
    daysLeft: daysBetween(context.today, loan.dueOn),
    renewals: { used: loan.renewals, limit: facts.rules.renewalLimit },
    ...(loan.recall && { recalled: { on: loan.recall.on, dueOnBefore: loan.recall.dueOnBefore } }),
    claimedReturned: loan.claimedReturnedAt !== null,
    onSite: loan.onSite,
    fineToday: fineNow(context, item),
    renewal: renewalOf(facts),
  };
};

/** A reader's open loans, soonest due first, each with whether it can be renewed. Three round trips, whatever their number. */
export const loansOf = async (
  context: ViewContext & Pick<Context, 'db'>,
  reader: ReaderDocument,
): Promise<Loan[]> => {
  const items = await itemsOnLoanTo(context.db, reader);
  const queues = await context.db.getMany(
    'holdQueues',
    items.map((item) => item.titleId),
  );
  const queueOf = (titleId: string) => queues.find((queue) => queue._id === titleId)?.holds ?? [];
  const wanted = items
    .map((item) => item.titleId)
    .filter((titleId) => queueOf(titleId).some((hold) => isWaiting(hold)));
  const free = await freeCopiesById(context.db, wanted);
  const overdue = items.filter((item) => isOverdue(item.loan, context)).length;
  return items.map((item) =>
    loanView(
      context,
      item,
      renewalFacts(context, item, reader, {
        queue: queueOf(item.titleId),
        freeCopies: free(item.titleId),
        otherOverdue: overdue - (isOverdue(item.loan, context) ? 1 : 0),
      }),
    ),
  );
};

/** Copies that stand free on a shelf, by title. */
export const freeCopiesById = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string) => number> => {
  if (titleIds.length === 0) return () => 0;
  const items = await db.find('items', {
    where: { titleId: isIn(titleIds), status: 'available' },
    limit: 1000,
    fields: ['titleId', 'status', 'use'],
  });
  return (titleId) => items.filter((item) => item.titleId === titleId && isOnShelf(item)).length;
};

/**
 * Copies that stand free for those who wait besides a reader. Nobody waits: none are needed and none are counted.
 * A query, so it stands outside a transaction even when asked within one.
 */
export const freeCopiesForOthers = async (
  { db, today }: Pick<Context, 'db' | 'today'>,
  titleId: string,
  queue: readonly QueuedHold[],
  readerId: string,
): Promise<number> =>
  waitingOthers(queue, readerId, { today, lookAheadDays: FAR_AHEAD_DAYS }) === 0
    ? 0
    : (await freeCopiesById(db, [titleId]))(titleId);

/** Every hold counts that any policy could look ahead to. */
const FAR_AHEAD_DAYS = 3650;

/** An open loan by its name, within a transaction: the copy that holds it, or null when it has ended. One round trip. */
export const loanWithin = async (transaction: Transaction, loanId: string): Promise<ItemOnLoan | null> => {
  const barcode = barcodeOfLoan(loanId);
  const item = barcode ? await transaction.get('items', barcode) : null;
  return item && isOnLoan(item) && item.loan.loanId === loanId ? item : null;
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
