import * as v from 'valibot';
import { loanFacts } from '../../circulation/renewal-facts';
import { writing } from '../../kernel/operation';
import { anId } from '../../kernel/validate';
import { ofOwnLoan } from '../../reads/acting';
import { claim } from '../../steps/claims';
import { loanView } from '../../views/loans';

/** The reader says that a copy was brought back; staff look for it, and until then it counts as before. */
export const claimReturned = writing('loans.claimReturned', {
  caller: 'reader',
  schema: v.strictObject({ loanId: anId }),
  run: ofOwnLoan(async (context, transaction, { item, reader }) => {
    const isSaid = item.loan.claimedReturnedAt !== null;
    const claimed = isSaid
      ? item
      : await claim(transaction, context, item, reader, { claimed: true, by: 'reader' });
    return {
      value: loanView(
        context.library,
        loanFacts(context, claimed, reader, { queue: [], shelf: [], otherOverdue: 0, online: true }),
      ),
      log: {
        outcome: '读者称已还，待查找',
        readerId: reader._id,
        barcode: item._id,
        titleName: item.title.title,
        branchId: item.loan.branchId,
      },
    };
  }),
});
