import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { ofOwnLoan } from '../../reads/acting';
import { forOneRenewal, renewLoan, renewedLine } from '../../steps/renewing';
import { loanView } from '../../views/loans';

export const renew = writing('loans.renew', {
  caller: 'reader',
  schema: v.strictObject({ loanId: anId }),
  run: ofOwnLoan(async (context, transaction, { item, reader }) => {
    const needs = await forOneRenewal(context, item, reader);
    const renewed = await renewLoan(transaction, context, item, reader, { ...needs, online: true });
    if (isRefused(renewed)) return renewed;
    return {
      value: loanView(context.library, renewed),
      log: renewedLine(renewed),
    };
  }),
});
