import * as v from 'valibot';
import { countsNoMore } from '../../../circulation/claims';
import { writing } from '../../../kernel/operation';
import { refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { loanWithin } from '../../../reads/loans';
import { claim } from '../../../steps/claims';
import { deskLoan } from '../desk-loan';

/**
 * On the reader's word that a copy was brought back, at the desk or taken over from their phone once somebody
 * has looked; or to take that back. The item carries the claim, the reader that it does not count.
 */
export const claimReturned = writing('desk.claimReturned', {
  role: 'circulation',
  schema: v.strictObject({ loanId: anId, claimed: v.boolean() }),
  run: async (context, { loanId, claimed }, transaction) => {
    const item = await loanWithin(transaction, loanId);
    const reader = item && (await transaction.get('readers', item.loan.readerId));
    if (!item || !reader) return refuse({ code: 'loan_not_found' });
    const isSo = claimed ? countsNoMore(item.loan) : item.loan.claimedReturnedAt === null;
    const after = isSo ? item : await claim(transaction, context, item, reader, { claimed, by: 'desk' });
    return {
      value: deskLoan(after, context),
      log: {
        outcome: claimed ? '读者称已还，待查找' : '撤销“读者称已还”',
        readerId: reader._id,
        barcode: item._id,
        titleName: item.title.title,
        branchId: context.staff.branchId,
      },
    };
  },
});
