import type { Instant } from '../../../typings/contract/shapes';
import { between } from '../../kernel/database';
import { everyTick, fullOf } from '../../kernel/job';
import { settleWhileDue } from '../../steps/event-settling';

const BATCH = 20;

const dueBy = (now: Instant) => ({ nextAt: between({ from: '0', upTo: now }) });

/** Events at which something is due: offers that ran out, places to pass on, drafts to be shown, draws. */
export const settleEvents = everyTick(
  'settle_events',
  ({ now }) => [{ collection: 'events', where: dueBy(now) }],
  async (context) => {
    const due = await context.db.find('events', {
      where: dueBy(context.now),
      orderBy: [['nextAt', 'asc']],
      limit: BATCH,
      fields: ['nextAt'],
    });
    for (const { _id } of due) await settleWhileDue(context, _id);
    return fullOf(due.length, BATCH);
  },
);
