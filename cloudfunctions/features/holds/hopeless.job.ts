import { lendsBy } from '../../circulation/call-facts';
import { markHopeless } from '../../circulation/hopeless';
import type { ItemDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { daily } from '../../kernel/job';
import { FETCHING_FIELDS } from '../../reads/fetching';
import { factsById } from '../../reads/titles';
import { holdHopeless } from '../../steps/hold-notices';
import { tell } from '../../steps/notices';

const BATCH = 40;
/** Of one title: each is asked for apart, so that none hides the copies of another. */
const MOST_COPIES = 1000;

/**
 * Marks holds that no copy can serve any more and tells their readers, once for each mark; takes the mark off
 * those that one can serve again. Each title is its own transaction.
 */
export const markHopelessHolds = daily('mark_hopeless_holds', '05:00', async (context, after) => {
  const holds = await context.db.find('holds', {
    where: {
      status: 'waiting',
      pickUpBy: null,
      barcode: null,
      ...(after && { _id: between({ from: `${after}\u0000` }) }),
    },
    orderBy: [['_id', 'asc']],
    limit: BATCH,
    fields: ['titleId'],
  });
  const titleIds = [...new Set(holds.map(({ titleId }) => titleId))];
  const done = titleIds.length === 0 ? 0 : await markTitles(context, titleIds);
  return { done, after: holds.length === BATCH ? (holds.at(-1)?._id ?? null) : null };
});

const markTitles = async (context: JobContext, titleIds: string[]): Promise<number> => {
  const { db, library, today } = context;
  const [items, queues, title] = await Promise.all([
    Promise.all(titleIds.map((titleId) => copiesOf(db, titleId))),
    db.getMany('holdQueues', titleIds),
    factsById(db, titleIds),
  ]);
  let told = 0;
  for (const { _id, holds } of queues) {
    const copies = items[titleIds.indexOf(_id)] ?? [];
    if (!markHopeless(holds, copies, lendsBy(library), today).changed) continue;
    told += await markOne(context, _id, copies, title(_id).title);
  }
  return told;
};

const copiesOf = (db: JobContext['db'], titleId: string) =>
  db.find('items', { where: { titleId }, limit: MOST_COPIES, fields: FETCHING_FIELDS });

const markOne = (context: JobContext, titleId: string, copies: ItemDocument[], titleName: string) =>
  context.db.transact(async (transaction) => {
    const queue = await transaction.get('holdQueues', titleId);
    if (!queue) return 0;
    const marked = markHopeless(queue.holds, copies, lendsBy(context.library), context.today);
    if (!marked.changed) return 0;
    await transaction.put('holdQueues', { ...queue, holds: marked.queue });
    for (const hold of marked.fresh)
      await tell(transaction, context, holdHopeless(hold, titleName, context.today));
    return marked.fresh.length;
  });
