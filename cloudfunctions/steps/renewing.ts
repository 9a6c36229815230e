import type { Loan } from '../../typings/contract/loans';
import type { Refusal } from '../../typings/contract/refusals';
import { renewalOf } from '../circulation/renewal';
import type { LoanDocument, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { freeCopiesById, loanView, renewalFacts } from '../views/loans';
import { factsById } from '../views/titles';
import type { TitleFacts } from '../../typings/contract/catalogue';

export interface FoundForRenewal {
  title: TitleFacts;
  freeCopies: number;
}

/** What renewals need that only a query can tell, for many titles in two round trips: looked up before the transaction. */
export const findForRenewals = async (
  { db }: Pick<Context, 'db'>,
  titleIds: readonly string[],
): Promise<(titleId: string) => FoundForRenewal> => {
  const [title, free] = await Promise.all([factsById(db, titleIds), freeCopiesById(db, titleIds)]);
  return (titleId) => ({ title: title(titleId), freeCopies: free(titleId) });
};

export const findForRenewal = async (
  context: Pick<Context, 'db'>,
  titleId: string,
): Promise<FoundForRenewal> => (await findForRenewals(context, [titleId]))(titleId);

/**
 * Renews one loan in a transaction. Only the loan is written: it carries the due date and the count of renewals,
 * and a check-in at the same moment writes it too, so that one of the two runs again.
 */
export const renewLoan = async (
  transaction: Transaction,
  context: Pick<Context, 'library' | 'today'>,
  loan: LoanDocument,
  reader: ReaderDocument,
  found: FoundForRenewal,
): Promise<{ loan: Loan } | { refusals: Refusal[] }> => {
  const queue = await transaction.get('holdQueues', loan.titleId);
  const facts = renewalFacts(context, loan, reader, queue?.holds ?? [], found.freeCopies);
  const renewal = renewalOf(facts);
  if (!renewal.allowed) return { refusals: renewal.because };
  const renewed: LoanDocument = { ...loan, dueOn: renewal.newDueOn, renewals: loan.renewals + 1 };
  await transaction.put('loans', renewed);
  return { loan: loanView(context, { ...facts, loan: renewed }, found.title) };
};
