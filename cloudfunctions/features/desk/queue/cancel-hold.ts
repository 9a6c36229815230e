import * as v from 'valibot';
import { writing } from '../../../kernel/operation';
import { isRefused, refuse } from '../../../kernel/refusal';
import { aComment, anId } from '../../../kernel/validate';
import { collectorsOf } from '../../../reads/family';
import { factsWithin } from '../../../reads/titles';
import { endHold, forgetOpenHold } from '../../../steps/holds';
import { holdCancelledByStaff } from '../../../steps/hold-notices';
import { tell } from '../../../steps/notices';
import { openHoldWithin } from './open-hold';

/** Takes a reader out of a queue and tells them why; a copy that was kept for them goes to the next, once. */
export const cancelHold = writing('desk.cancelHold', {
  role: 'circulation',
  schema: v.strictObject({
    holdId: anId,
    comment: aComment,
  }),
  run: async (context, { holdId, comment }, transaction) => {
    if (comment === '') return refuse({ code: 'comment_needed' });
    const open = await openHoldWithin(transaction, holdId);
    if (isRefused(open)) return open;
    const { hold } = open;
    const title = await factsWithin(transaction, hold.titleId);
    await forgetOpenHold(transaction, hold);
    await endHold(transaction, context, hold, 'cancel');
    for (const readerId of await collectorsOf(transaction, context, hold))
      await tell(transaction, context, holdCancelledByStaff({ holdId, readerId }, title.title, comment));
    return {
      value: { holdId },
      log: {
        outcome: '取消预约',
        comment,
        readerId: hold.readerId,
        titleName: title.title,
        branchId: context.staff.branchId,
        ...(hold.barcode && { barcode: hold.barcode }),
      },
    };
  },
});
