import * as v from 'valibot';
import type { Loan } from '../../../typings/contract/loans';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forOneRenewal, renewLoan } from '../../steps/renewing';

export const renew = writing<{ loanId: string }, Loan, Context>({
  schema: v.strictObject({ loanId: anId }),
  run: async (context, { loanId }, transaction) => {
    const loan = await transaction.get('loans', loanId);
    const reader = loan && (await transaction.get('readers', loan.readerId));
    if (!loan || !reader) return refuse({ code: 'loan_not_found' });
    if (reader.openid !== context.openid) return refuse({ code: 'not_yours' });
    const needs = await forOneRenewal(transaction, context, loan);
    const renewed = await renewLoan(transaction, context, loan, reader, needs);
    if (isRefused(renewed)) return renewed;
    return {
      value: renewed.loan,
      log: {
        outcome: `续借至 ${renewed.loan.dueOn}`,
        readerId: reader._id,
        barcode: loan.barcode,
        titleName: needs.title.title,
      },
    };
  },
});
