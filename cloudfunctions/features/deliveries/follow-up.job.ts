import type { Instant } from '../../../typings/contract/shapes';
import type { DeliveryDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, isIn } from '../../kernel/database';
import { everyTick, fullOf } from '../../kernel/job';
import { isLate, refusalsToDelivery, timeActOn } from '../../reference/delivery';
import { deliveryRules } from '../../reference/delivery-rules';
import { endLink, stepDelivery, tellLate } from '../../steps/deliveries';

const BATCH = 100;

const OPEN = { state: isIn(['asked', 'searching', 'cost_told', 'agreed', 'obtained', 'delivered']) };

/**
 * What time does to documents that were asked for: an answer that did not come, a link that ran out, a state
 * that lasts too long, of which the reader is told; and a book that its reader has by now.
 */
export const followUpDeliveries = everyTick(
  'follow_up_deliveries',
  () => [{ collection: 'deliveries', where: OPEN }],
  async (context) => {
    const { db } = context;
    const open = await db.find('deliveries', {
      where: OPEN,
      orderBy: [['since', 'asc']],
      limit: 1000,
    });
    const lent = await lentNow(context, open);
    const rules = deliveryRules(context.library);
    const due = open.filter(
      (delivery) =>
        timeActOn(delivery, rules, context.now) !== null ||
        lent.has(delivery._id) ||
        (!delivery.toldLate && isLate(delivery, rules, context.now)),
    );
    for (const { _id } of due.slice(0, BATCH)) await followUp(context, _id, lent.has(_id));
    return { done: Math.min(due.length, BATCH), after: due.length > BATCH ? 'more' : null };
  },
);

/** Books that stand on loan to who asked for them. */
const lentNow = async (
  { db }: JobContext,
  open: readonly DeliveryDocument[],
): Promise<ReadonlySet<string>> => {
  const waiting = open.filter(({ state, loan }) => state === 'obtained' && loan !== null);
  if (waiting.length === 0) return new Set();
  const items = await db.getMany(
    'items',
    waiting.flatMap(({ loan }) => (loan ? [loan.barcode] : [])),
  );
  const borrowers = new Map(items.map(({ _id, loan }) => [_id, loan?.readerId]));
  return new Set(
    waiting
      .filter(({ loan, readerId }) => loan && borrowers.get(loan.barcode) === readerId)
      .map(({ _id }) => _id),
  );
};

const followUp = (context: JobContext, id: string, isLent: boolean): Promise<void> =>
  context.db.transact(async (transaction) => {
    const delivery = await transaction.get('deliveries', id);
    if (!delivery) return;
    const rules = deliveryRules(context.library);
    const act = timeActOn(delivery, rules, context.now);
    if (act === 'run_out') {
      const file = await endLink(transaction, delivery, context);
      await stepDelivery(transaction, context, act, { ...delivery, file }, '');
    } else if (act) await stepDelivery(transaction, context, act, delivery, '');
    else if (isLent && refusalsToDelivery('lend', delivery).length === 0)
      await stepDelivery(transaction, context, 'lend', delivery, '');
    else if (!delivery.toldLate && isLate(delivery, rules, context.now))
      await tellLate(transaction, context, delivery);
  });

const goneBy = (now: Instant) => ({ goneAt: between({ upTo: now }) });

/** Takes files away whose time is over. The document goes last: a file that is left is found again. */
export const takeFilesAway = everyTick(
  'take_files_away',
  ({ now }) => [{ collection: 'passingFiles', where: goneBy(now) }],
  async ({ db, files, now }) => {
    const over = await db.find('passingFiles', {
      where: goneBy(now),
      orderBy: [['goneAt', 'asc']],
      limit: BATCH,
    });
    if (over.length === 0) return { done: 0, after: null };
    await files.remove(over.map(({ fileId }) => fileId));
    await db.transact(async (transaction) => {
      for (const { _id, fileId, goneAt } of over) {
        const there = await transaction.get('passingFiles', _id);
        // A link that was renewed meanwhile has lost its file: its opening says so.
        if (there?.fileId === fileId && there.goneAt === goneAt)
          await transaction.remove('passingFiles', _id);
      }
    });
    return fullOf(over.length, BATCH);
  },
);
