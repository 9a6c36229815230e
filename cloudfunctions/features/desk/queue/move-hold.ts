import * as v from 'valibot';
import { isWaiting, moveInQueue, positionOf, type Queue } from '../../../circulation/hold-queue';
import { writing } from '../../../kernel/operation';
import { isRefused, refuse } from '../../../kernel/refusal';
import { anId } from '../../../kernel/validate';
import { factsWithin } from '../../../reads/titles';
import { writeQueue } from '../../../steps/holds';
import { openHoldWithin } from './open-hold';
import { queueRows } from './rows';

/**
 * Puts a hold at another place among those who wait; who is being served keeps theirs. The queue carries the
 * order.
 */
export const moveHold = writing('desk.moveHold', {
  role: 'circulation',
  schema: v.strictObject({
    holdId: anId,
    to: v.pipe(v.number(), v.integer(), v.minValue(1, '位置从 1 开始'), v.maxValue(100_000)),
  }),
  run: async (context, { holdId, to }, transaction) => {
    const open = await openHoldWithin(transaction, holdId);
    if (isRefused(open)) return open;
    const { hold } = open;
    const before = (await transaction.get('holdQueues', hold.titleId))?.holds ?? [];
    if (!before.some((each) => each.holdId === holdId && isWaiting(each)))
      return refuse({ code: 'hold_ready_already' });
    const after = moveInQueue(before, holdId, to, context.today);
    await writeQueue(transaction, hold.titleId, after);
    const placeIn = (queue: Queue) => positionOf(queue, holdId, context.today);
    const title = await factsWithin(transaction, hold.titleId);
    return {
      value: { list: await queueRows(context, after) },
      log: {
        outcome: `预约排位 ${placeIn(before)} → ${placeIn(after)}`,
        readerId: hold.readerId,
        titleName: title.title,
        branchId: context.staff.branchId,
      },
    };
  },
});
