import type { TitleFacts } from '../../typings/contract/catalogue';
import type { Loan } from '../../typings/contract/loans';
import type { Refusal } from '../../typings/contract/refusals';
import { renewalOf } from '../circulation/renewal';
import type { LoanDocument, QueuedHold, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { freeCopiesForOthers, loanView, renewalFacts } from '../views/loans';
import { factsWithin } from '../views/titles';

type StepContext = Pick<Context, 'db' | 'library' | 'today'>;

/** What a renewal needs besides the loan, its reader and the queue. Many renewals at once look it up together. */
export interface ForRenewal {
  title: TitleFacts;
  /** Copies that stand free for those who wait. */
  freeCopies(queue: readonly QueuedHold[]): number | Promise<number>;
}

/** What one renewal needs, looked up when it is needed. */
export const forOneRenewal = async (
  transaction: Transaction,
  { db }: StepContext,
  { titleId, readerId }: LoanDocument,
): Promise<ForRenewal> => ({
  title: await factsWithin(transaction, titleId),
  freeCopies: (queue) => freeCopiesForOthers(db, titleId, queue, readerId),
});

/**
 * Renews one loan in a transaction. Only the loan is written: it carries the due date and the count of renewals,
 * and a check-in at the same moment writes it too, so that one of the two runs again.
 */
export const renewLoan = async (
  transaction: Transaction,
  context: StepContext,
  loan: LoanDocument,
  reader: ReaderDocument,
  { title, freeCopies }: ForRenewal,
): Promise<{ loan: Loan } | { refusals: Refusal[] }> => {
  const queue = (await transaction.get('holdQueues', loan.titleId))?.holds ?? [];
  const facts = renewalFacts(context, loan, reader, queue, await freeCopies(queue));
  const renewal = renewalOf(facts);
  if (!renewal.allowed) return { refusals: renewal.because };
  const renewed: LoanDocument = { ...loan, dueOn: renewal.newDueOn, renewals: loan.renewals + 1 };
  await transaction.put('loans', renewed);
  return { loan: loanView(context, { ...facts, loan: renewed }, title) };
};
