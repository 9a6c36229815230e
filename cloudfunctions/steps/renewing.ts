import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import { dayTooFar, dayTooSoon } from '../circulation/chosen-day';
import { pastBooking } from '../circulation/booked-ahead';
import { loanAfter } from '../circulation/lives';
import type { ItemOnLoan } from '../circulation/open-loan';
import { gainOf, pastAge, renewalOf, renewedEnd, renewedEndOfAnyAge } from '../circulation/renewal';
import { loanFacts, type LoanFacts } from '../circulation/renewal-facts';
import type { QueuedHold, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { freeCopiesForOthers } from '../reads/free-copies';
import { overdueOf } from '../reads/loans';
import { bringForward } from './bringing-forward';
import { bookLateness } from './checking-in';

type StepContext = Pick<Context, 'db' | 'library' | 'now' | 'today'>;

/**
 * What a renewal needs besides the copy, its reader and the queue. Many renewals at once look it up together.
 */
interface ForRenewal {
  /** Who waits for the title, looked up a moment before; absent: read within the transaction. */
  queue?: readonly QueuedHold[];
  /** Copies that stand free on a shelf. */
  shelf(queue: readonly QueuedHold[]): LoanFacts['shelf'] | Promise<LoanFacts['shelf']>;
  /** Other loans of the reader that are overdue. */
  otherOverdue: number;
  /** Asked for by the reader online, not at the desk. */
  online: boolean;
  /** By a job, once a day. */
  byItself?: boolean;
}

/** What one renewal needs, looked up when it is needed. */
export const forOneRenewal = async (
  context: StepContext,
  { _id, titleId, loan }: ItemOnLoan,
  reader: ReaderDocument,
): Promise<Omit<ForRenewal, 'online'>> => ({
  shelf: (queue) => freeCopiesForOthers(context, titleId, queue, loan.readerId),
  otherOverdue: await overdueOf(
    context.db,
    { _id: reader._id, openLoans: reader.openLoans.filter(({ barcode }) => barcode !== _id) },
    context,
  ),
});

/**
 * Renews one loan in a transaction. Only the copy is written, unless staff bring its end forward: it carries
 * the due date and the count of renewals, and a check-in at the same moment writes it too, so that one of
 * the two runs again. What lateness costs is charged first. Gives the renewed loan with what it would be
 * renewed by again.
 */
export const renewLoan = async (
  transaction: Transaction,
  context: StepContext,
  item: ItemOnLoan,
  reader: ReaderDocument,
  { queue: known, shelf, otherOverdue, online, byItself = false }: ForRenewal,
  chosen?: { dueOn?: LocalDate; setAside(refusals: Refusal[]): Refusal[] },
): Promise<LoanFacts | { refusals: Refusal[] }> => {
  const queue = known ?? (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
  const facts = loanFacts(context, item, reader, {
    queue,
    shelf: await shelf(queue),
    otherOverdue,
    online,
  });
  const renewal = renewalOf(facts);
  const because = renewal.allowed ? [] : renewal.because;
  const isToldOf = (wanted: Refusal['code']) => because.some(({ code }) => code === wanted);
  const refusals = [
    ...because,
    ...dayTooFar(chosen?.dueOn, facts.rules, context.today),
    ...(chosen?.dueOn && !isToldOf('loan_age_reached') ? pastAge(chosen.dueOn, facts) : []),
    ...(chosen?.dueOn ? pastBooking(chosen.dueOn, facts.bookedFrom, facts.rules) : []),
  ];
  const standing = chosen && refusals.length > 0 ? chosen.setAside(refusals) : refusals;
  if (standing.length > 0) return { refusals: standing };
  const isSetAside = (wanted: Refusal['code']) => refusals.some(({ code }) => code === wanted);
  const asAsked = isSetAside('booked_ahead') ? { ...facts, bookedFrom: null } : facts;
  const byRules = isSetAside('loan_age_reached') ? renewedEndOfAnyAge(asAsked) : renewedEnd(asAsked);
  const end = chosen?.dueOn ? { dueOn: chosen.dueOn, dueAt: null } : byRules;
  const useless = chosen?.dueOn ? dayTooSoon(chosen.dueOn, context.today) : gainOf(end, asAsked);
  if (useless.length > 0) return { refusals: useless };
  await bookLateness(transaction, context, item, facts.rules, { returnedOn: context.today, staffName: '' });
  const renewed: ItemOnLoan = {
    ...item,
    loan: loanAfter('renew', item.loan, {
      ...item.loan,
      ...end,
      renewals: item.loan.renewals + 1,
      ...(online && { renewalsOnline: (item.loan.renewalsOnline ?? 0) + 1 }),
      ...(byItself && { renewedByItselfOn: context.today }),
      moved: [],
    }),
  };
  await transaction.put('items', renewed);
  if (end.dueOn < item.loan.dueOn) await bringForward(transaction, renewed);
  return { ...facts, loan: renewed.loan, item: renewed };
};

/** What the log says of it. */
export const renewedLine = ({ item, loan }: Pick<LoanFacts, 'item' | 'loan'>) => ({
  outcome: `续借至 ${loan.dueOn}`,
  ...{ readerId: loan.readerId, barcode: item._id, titleName: item.title.title },
});
