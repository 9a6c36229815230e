import * as v from 'valibot';
import type { DeskLoan } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forOneRenewal, renewLoan } from '../../steps/renewing';

export const renew = writing<{ loanId: string }, DeskLoan, StaffContext>({
  schema: v.strictObject({ loanId: anId }),
  run: async (context, { loanId }, transaction) => {
    const loan = await transaction.get('loans', loanId);
    const reader = loan && (await transaction.get('readers', loan.readerId));
    if (!loan || !reader) return refuse({ code: 'loan_not_found' });
    const needs = await forOneRenewal(transaction, context, loan);
    const renewed = await renewLoan(transaction, context, loan, reader, needs);
    if (isRefused(renewed)) return renewed;
    const { dueOn, daysLeft, title } = renewed.loan;
    return {
      value: { loanId, barcode: loan.barcode, title, dueOn, daysLeft },
      log: {
        outcome: `续借至 ${dueOn}`,
        readerId: reader._id,
        barcode: loan.barcode,
        titleName: title.title,
        branchId: context.staff.branchId,
      },
    };
  },
});
