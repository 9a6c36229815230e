import * as v from 'valibot';
import { barcodeOfLoan } from '../../kernel/loan-id';
import { writing } from '../../kernel/operation';
import { isRefused } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { ownLoanWithin } from '../../reads/acting';
import { forOneRenewal, renewLoan } from '../../steps/renewing';
import { loanView } from '../../views/loans';

export const renew = writing('loans.renew', {
  caller: 'reader',
  schema: v.strictObject({ loanId: anId }),
  run: async (context, { loanId }, transaction) => {
    const own = await ownLoanWithin(transaction, context, loanId);
    if (isRefused(own)) return own;
    const { item, reader } = own;
    const needs = await forOneRenewal(context, item, reader);
    const renewed = await renewLoan(transaction, context, item, reader, { ...needs, online: true });
    if (isRefused(renewed)) return renewed;
    return {
      value: loanView(context.library, renewed),
      log: {
        outcome: `续借至 ${renewed.loan.dueOn}`,
        readerId: reader._id,
        barcode: barcodeOfLoan(loanId),
        titleName: item.title.title,
      },
    };
  },
});
