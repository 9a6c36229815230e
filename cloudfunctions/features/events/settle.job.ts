import { between } from '../../kernel/database';
import { everyTick, fullOf } from '../../kernel/job';
import { settleWhileDue } from '../../steps/event-settling';

const BATCH = 20;

/** Events at which something is due: offers that ran out, places to pass on, drafts to be shown, draws. */
export const settleEvents = everyTick('settle_events', async (context) => {
  const due = await context.db.find('events', {
    where: { nextAt: between({ from: '0', upTo: context.now }) },
    orderBy: [['nextAt', 'asc']],
    limit: BATCH,
    fields: ['nextAt'],
  });
  for (const { _id } of due) await settleWhileDue(context, _id);
  return fullOf(due.length, BATCH);
});
