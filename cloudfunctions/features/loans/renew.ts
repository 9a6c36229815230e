import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { findForRenewal, renewLoan, type FoundForRenewal } from '../../steps/renewing';
import type { Loan } from '../../../typings/contract/loans';
import type { Context } from '../../kernel/context';

export const renew = writing<{ loanId: string }, Loan, Context, FoundForRenewal>({
  schema: v.strictObject({ loanId: anId }),
  prepare: async (context, { loanId }) => {
    const loan = await context.db.get('loans', loanId);
    return loan ? findForRenewal(context, loan.titleId) : refuse({ code: 'loan_not_found' });
  },
  run: async (context, { loanId }, transaction, found) => {
    const loan = await transaction.get('loans', loanId);
    const reader = loan && (await transaction.get('readers', loan.readerId));
    if (!loan || !reader) return refuse({ code: 'loan_not_found' });
    if (reader.openid !== context.openid) return refuse({ code: 'not_yours' });
    const renewed = await renewLoan(transaction, context, loan, reader, found);
    if (isRefused(renewed)) return renewed;
    return {
      value: renewed.loan,
      log: {
        outcome: `续借至 ${renewed.loan.dueOn}`,
        readerId: reader._id,
        barcode: loan.barcode,
        titleName: found.title.title,
      },
    };
  },
});
