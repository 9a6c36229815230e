import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { maySpeakFor } from '../../reads/acting';
import { factsWithin } from '../../reads/titles';
import { endHold, forgetOpenHold } from '../../steps/holds';

/** Takes a reader out of a queue; a copy that waited for them goes to the next reader, once. */
export const cancel = writing('holds.cancel', {
  caller: 'reader',
  schema: v.strictObject({ holdId: anId }),
  run: async (context, { holdId }, transaction) => {
    const hold = await transaction.get('holds', holdId);
    const reader = hold && (await transaction.get('readers', hold.readerId));
    if (!hold || !reader) return refuse({ code: 'hold_not_found' });
    if (!(await maySpeakFor(context, reader))) return refuse({ code: 'not_yours' });
    if (hold.status !== 'waiting' && hold.status !== 'ready')
      return refuse({ code: 'hold_not_open', status: hold.status });
    const titleName = (await factsWithin(transaction, hold.titleId)).title;
    await forgetOpenHold(transaction, hold);
    await endHold(transaction, context, hold, 'cancel');
    return {
      value: { holdId },
      log: {
        outcome: '取消预约',
        readerId: reader._id,
        titleName,
        ...(hold.barcode && { barcode: hold.barcode }),
      },
    };
  },
});
