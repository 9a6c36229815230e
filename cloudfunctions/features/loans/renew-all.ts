import type { Loan, LoansApi } from '../../../typings/contract/loans';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { freeCopiesById, loansOf } from '../../views/loans';
import { readerAsking } from '../../views/readers';
import { renewLoan, type ForRenewal } from '../../steps/renewing';

type Out = ReturnType<LoansApi['loans.renewAll']>;
type Found = { readerId: string; loans: Loan[]; byLoan: Map<string, ForRenewal> };

/** Renews everything that can be renewed, in one transaction; each loan that cannot comes back with its own reasons. */
export const renewAll = writing<Record<string, never>, Out, Context, Found>({
  schema: nothing,
  prepare: async (context) => {
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const loans = await loansOf(context, reader);
    const renewable = loans.filter((loan) => loan.renewal.allowed);
    const free = await freeCopiesById(
      context.db,
      renewable.map((loan) => loan.title.titleId),
    );
    const needs = (loan: Loan): ForRenewal => ({
      title: loan.title,
      freeCopies: () => free(loan.title.titleId),
    });
    return {
      readerId: reader._id,
      loans,
      byLoan: new Map(renewable.map((loan) => [loan.loanId, needs(loan)])),
    };
  },
  run: async (context, _input, transaction, { readerId, loans, byLoan }) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader || reader.openid !== context.openid) return refuse({ code: 'no_card' });
    const out: Out = { renewed: [], refused: [] };
    for (const loan of loans) {
      const found = byLoan.get(loan.loanId);
      const document = found ? await transaction.get('loans', loan.loanId) : null;
      const outcome =
        found && document
          ? await renewLoan(transaction, context, document, reader, found)
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

const notRenewable = ({ renewal }: Loan) => ({ refusals: renewal.allowed ? [] : renewal.because });
