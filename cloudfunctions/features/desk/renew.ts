import * as v from 'valibot';
import type { DeskLoan } from '../../../typings/contract/desk';
import type { StaffContext } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { findForRenewal, renewLoan, type FoundForRenewal } from '../../steps/renewing';

export const renew = writing<{ loanId: string }, DeskLoan, StaffContext, FoundForRenewal>({
  schema: v.strictObject({ loanId: anId }),
  prepare: async (context, { loanId }) => {
    const loan = await context.db.get('loans', loanId);
    return loan ? findForRenewal(context, loan.titleId) : refuse({ code: 'loan_not_found' });
  },
  run: async (context, { loanId }, transaction, found) => {
    const loan = await transaction.get('loans', loanId);
    const reader = loan && (await transaction.get('readers', loan.readerId));
    if (!loan || !reader) return refuse({ code: 'loan_not_found' });
    const renewed = await renewLoan(transaction, context, loan, reader, found);
    if (isRefused(renewed)) return renewed;
    const { dueOn, daysLeft } = renewed.loan;
    return {
      value: { loanId, barcode: loan.barcode, title: found.title, dueOn, daysLeft },
      log: {
        outcome: `续借至 ${dueOn}`,
        readerId: reader._id,
        barcode: loan.barcode,
        titleName: found.title.title,
        branchId: context.staff.branchId,
      },
    };
  },
});
