import { between } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { endHold, withoutHold } from '../../steps/holds';
import { holdExpired, tell } from '../../steps/notices';
import { factsById } from '../../views/titles';

const BATCH = 50;

/** Ends holds that were not picked up by their last day and calls the next reader. Each hold is its own transaction. */
export const expireHolds: Job = {
  name: 'expire_holds',
  when: 'every_tick',
  step: async (context) => {
    const { db, today } = context;
    const expired = await db.find('holds', {
      where: { status: 'ready', pickUpBy: between({ from: '0', below: today }) },
      orderBy: [
        ['pickUpBy', 'asc'],
        ['_id', 'asc'],
      ],
      limit: BATCH,
    });
    const title = await factsById(
      db,
      expired.map((hold) => hold.titleId),
    );
    let done = 0;
    for (const { _id, titleId } of expired) {
      const titleName = title(titleId).title;
      const ended = await db.transact(async (transaction) => {
        const hold = await transaction.get('holds', _id);
        if (hold?.status !== 'ready' || !hold.pickUpBy || hold.pickUpBy >= today) return false;
        const reader = await transaction.get('readers', hold.readerId);
        await endHold(transaction, context, hold, 'expired', titleName);
        if (reader) await transaction.put('readers', withoutHold(reader, _id));
        await tell(transaction, context, holdExpired({ holdId: _id, readerId: hold.readerId }, titleName));
        return true;
      });
      done += ended ? 1 : 0;
    }
    return { done, after: expired.length === BATCH && done > 0 ? 'more' : null };
  },
};
