import type { Loan } from '../../typings/contract/loans';
import type { TitleFacts } from '../../typings/contract/catalogue';
import { policyFor } from '../circulation/policy';
import { isWaiting, waitingOthers } from '../circulation/hold-queue';
import { renewalOf, type RenewalFacts } from '../circulation/renewal';
import type { LoanDocument, QueuedHold, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import { isIn, type Database } from '../kernel/database';
import { daysBetween } from '../kernel/local-date';
import { isOnShelf } from './availability';
import { branchName, knownBranch } from './branches';
import { factsById } from './titles';

/** More open loans than any policy gives. */
const MOST_LOANS = 500;

export const openLoansOf = (db: Database, readerId: string): Promise<LoanDocument[]> =>
  db.find('loans', { where: { readerId, status: 'open' }, orderBy: [['dueOn', 'asc']], limit: MOST_LOANS });

/** What the renewal rule needs to know of a loan besides its queue. */
export const renewalFacts = (
  { library, today }: Pick<Context, 'library' | 'today'>,
  loan: LoanDocument,
  reader: ReaderDocument,
  queue: readonly QueuedHold[],
  freeCopies: number,
): RenewalFacts => ({
  loan,
  reader,
  queue,
  freeCopies,
  today,
  policy: policyFor(library.policies, {
    readerCategory: reader.category,
    itemType: loan.itemType,
    branchId: loan.branchId,
  }),
  calendar: { branch: knownBranch(library, loan.branchId), calendars: library.calendars },
});

export const loanView = (
  context: Pick<Context, 'library' | 'today'>,
  facts: RenewalFacts,
  title: TitleFacts,
): Loan => ({
  loanId: facts.loan._id,
  title,
  barcode: facts.loan.barcode,
  branchName: branchName(context.library, facts.loan.branchId),
  checkedOutOn: facts.loan.checkedOutOn,
  dueOn: facts.loan.dueOn,
  daysLeft: daysBetween(context.today, facts.loan.dueOn),
  renewals: { used: facts.loan.renewals, limit: facts.policy.renewalLimit },
  renewal: renewalOf(facts),
});

/** A reader's open loans, soonest due first, each with whether it can be renewed. Four round trips, whatever their number. */
export const loansOf = async (
  context: Pick<Context, 'db' | 'library' | 'today'>,
  reader: ReaderDocument,
): Promise<Loan[]> => {
  const loans = await openLoansOf(context.db, reader._id);
  const titleIds = loans.map((loan) => loan.titleId);
  const [title, queues] = await Promise.all([
    factsById(context.db, titleIds),
    context.db.getMany('holdQueues', titleIds),
  ]);
  const queueOf = (titleId: string) => queues.find((queue) => queue._id === titleId)?.holds ?? [];
  const wanted = titleIds.filter((titleId) => queueOf(titleId).some(isWaiting));
  const free = await freeCopiesById(context.db, wanted);
  return loans.map((loan) =>
    loanView(
      context,
      renewalFacts(context, loan, reader, queueOf(loan.titleId), free(loan.titleId)),
      title(loan.titleId),
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
    fields: ['titleId', 'status', 'referenceOnly'],
  });
  return (titleId) => items.filter((item) => item.titleId === titleId && isOnShelf(item)).length;
};

/**
 * Copies that stand free for those who wait besides a reader. Nobody waits: none are needed and none are counted.
 * A query, so it stands outside a transaction even when asked within one.
 */
export const freeCopiesForOthers = async (
  db: Database,
  titleId: string,
  queue: readonly QueuedHold[],
  readerId: string,
): Promise<number> =>
  waitingOthers(queue, readerId) === 0 ? 0 : (await freeCopiesById(db, [titleId]))(titleId);
