import * as v from 'valibot';
import type { Loan, LoansApi } from '../../../typings/contract/loans';
import type { QueuedHold } from '../../documents';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { renewLoan } from '../../steps/renewing';
import { readerActedFor } from '../../views/acting';
import { freeCopiesById, loansOf, loanWithin } from '../../views/loans';

type Out = ReturnType<LoansApi['loans.renewAll']>;
type Found = {
  readerId: string;
  loans: Loan[];
  queueOf: (titleId: string) => readonly QueuedHold[];
  freeCopies: (titleId: string) => number;
};

/** Renews everything that can be renewed, in one transaction; each loan that cannot comes back with its own reasons. */
export const renewAll = writing<{ readerId?: string }, Out, Context, Found>({
  schema: v.strictObject({ readerId: v.optional(anId) }),
  prepare: async (context, { readerId }) => {
    const reader = await readerActedFor(context, readerId);
    if (isRefused(reader)) return reader;
    const loans = await loansOf(context, reader);
    const renewable = loans.filter((loan) => loan.renewal.allowed);
    const titleIds = renewable.map((loan) => loan.title.titleId);
    const [queues, freeCopies] = await Promise.all([
      context.db.getMany('holdQueues', titleIds),
      freeCopiesById(context.db, titleIds),
    ]);
    return {
      readerId: reader._id,
      loans,
      queueOf: (titleId) => queues.find(({ _id }) => _id === titleId)?.holds ?? [],
      freeCopies,
    };
  },
  run: async (context, _input, transaction, { readerId, loans, queueOf, freeCopies }) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'no_card' });
    const out: Out = { renewed: [], refused: [] };
    const overdue = loans.filter((loan) => loan.daysLeft < 0).length;
    for (const loan of loans) {
      const item = loan.renewal.allowed ? await loanWithin(transaction, loan.loanId) : null;
      const outcome = item
        ? await renewLoan(transaction, context, item, reader, {
            queue: queueOf(loan.title.titleId),
            freeCopies: () => freeCopies(loan.title.titleId),
            otherOverdue: overdue - (loan.daysLeft < 0 ? 1 : 0),
          })
        : notRenewable(loan);
      if (isRefused(outcome)) out.refused.push({ loan, because: outcome.refusals });
      else out.renewed.push(outcome.loan);
    }
    return {
      value: out,
      log: { outcome: `续借 ${out.renewed.length} 册，未续 ${out.refused.length} 册`, readerId },
    };
  },
});

const notRenewable = ({ renewal }: Loan) => ({
  refusals: renewal.allowed ? [{ code: 'loan_closed' as const }] : renewal.because,
});
