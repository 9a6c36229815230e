import { between } from '../../kernel/database';
import { daily } from '../../kernel/job';
import { addDays, weekdayOf } from '../../kernel/local-date';
import { owing } from '../../steps/account-notices';
import { tellNew } from '../../steps/telling-many';

const BATCH = 100;

/**
 * Reminds readers who owe, once a week; `after` is the last one of a batch. The week's Sunday names the
 * occasion.
 */
export const remindOwing = daily('remind_owing', '09:00', async (context, after) => {
  const { db, today } = context;
  const week = addDays(today, -weekdayOf(today));
  const start = Number(after ?? 0);
  const readers = await db.find('readers', {
    where: { owes: between({ from: 1 }), standing: 'active' },
    orderBy: [
      ['owes', 'asc'],
      ['_id', 'asc'],
    ],
    skip: start,
    limit: BATCH,
    fields: ['owes'],
  });
  const done = await tellNew(
    context,
    readers.map(({ _id, owes }) => owing({ readerId: _id, owes }, week)),
  );
  return { done, after: readers.length === BATCH ? String(start + BATCH) : null };
});
