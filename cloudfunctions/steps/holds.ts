import { branchName } from '../circulation/branches';
import { callFactsAt, rulesOfHold } from '../circulation/call-facts';
import { stateAfter } from '../circulation/life';
import { HOLD_LIFE } from '../circulation/lives';
import { releaseHold } from '../circulation/releasing-hold';
import type { HoldDocument, HoldQueueDocument, ItemDocument, QueuedHold, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { daysBetween, localDateOf } from '../kernel/local-date';
import { collectorsOf } from '../reads/family';
import { holdReady } from './hold-notices';
import { tell } from './notices';
import { restoreRecalled, withoutRecall } from './recalls';

type StepContext = Pick<Context, 'now' | 'today' | 'library'>;

/** The part of a hold that its document and its entry in the queue tell alike. */
export const queuedHold = ({
  _id,
  readerId,
  readerCategory,
  pickUpBranchId,
  placedAt,
  status,
  barcode,
  pickUpBy,
  sharedWith,
  wants,
  startsOn,
  neededUntil,
}: HoldDocument): QueuedHold => ({
  holdId: _id,
  readerId,
  readerCategory,
  pickUpBranchId,
  placedAt,
  status: status === 'ready' ? 'ready' : 'waiting',
  barcode,
  pickUpBy,
  sharedWith,
  wants,
  startsOn,
  neededUntil,
});

export const writeQueue = (
  transaction: Transaction,
  titleId: string,
  holds: HoldQueueDocument['holds'],
): Promise<void> => transaction.put('holdQueues', { _id: titleId, holds });

/** The hold leaves the list of what its reader has open. */
export const forgetOpenHold = (transaction: Transaction, { readerId, _id }: HoldDocument): Promise<void> =>
  transaction.amend('readers', readerId, { pull: { openHolds: { holdId: _id } } });

/**
 * Ends a hold and, unless its reader took the very copy that served it (`taken`), calls the next reader for
 * that copy, once. The queue document carries the order; the hold, its copy and the next reader's hold change
 * with it.
 */
export const endHold = async (
  transaction: Transaction,
  context: StepContext,
  hold: HoldDocument,
  act: 'cancel' | 'expire' | 'fill',
  taken?: string,
): Promise<void> => {
  const queue = await transaction.get('holdQueues', hold.titleId);
  const left = hold.barcode === taken ? null : hold.barcode;
  const item = left ? await transaction.get('items', left) : null;
  const release = releaseHold({
    queue: queue?.holds ?? [],
    holdId: hold._id,
    item,
    now: context.now,
    ...callFactsAt(context, item ?? { branchId: hold.pickUpBranchId, itemType: '*' }),
  });
  await writeQueue(transaction, hold.titleId, release.queue);
  await transaction.put('holds', {
    ...withoutRecall(hold),
    status: stateAfter(HOLD_LIFE, act, hold.status),
    closedAt: context.now,
  });
  await restoreRecalled(transaction, context, hold, taken);
  if (release.item) await transaction.put('items', release.item);
  if (release.next && release.item) await callReader(transaction, context, release.next, release.item);
};

/** Writes down that a copy was found for a hold, and tells the reader once it is ready. */
export const callReader = async (
  transaction: Transaction,
  context: StepContext,
  served: QueuedHold,
  item: ItemDocument,
): Promise<HoldDocument> => {
  const hold = await transaction.get('holds', served.holdId);
  if (!hold) throw new Error(`hold ${served.holdId} stands in the queue but does not exist`);
  const { barcode, status, pickUpBy } = served;
  const { noShowFee } = rulesOfHold(context.library, served, item);
  await transaction.put('holds', { ...withoutRecall(hold), barcode, status, pickUpBy, noShowFee });
  await restoreRecalled(transaction, context, hold, barcode);
  if (status === 'ready') {
    await noteWait(transaction, context, hold);
    for (const readerId of await collectorsOf(transaction, context, hold)) {
      await tell(
        transaction,
        context,
        holdReady(
          { holdId: hold._id, readerId, pickUpBy, noShowFee },
          item.title.title,
          branchName(context.library, hold.pickUpBranchId),
          readerId === hold.readerId ? '' : `_${readerId}`,
        ),
      );
    }
  }
  return hold;
};

/** Keeps how long a hold waited, for what the next readers are told. */
const noteWait = async (
  transaction: Transaction,
  { now }: StepContext,
  { _id, titleId, placedAt, placedAs, noMeasure }: HoldDocument,
): Promise<void> => {
  if (noMeasure) return;
  const days = daysBetween(localDateOf(placedAt), localDateOf(now));
  await transaction.put('waits', { _id, titleId, ...placedAs, days, at: now });
};

/** A reader is of another category now: what may be lent to it serves their holds from now on. */
export const moveHoldsToCategory = async (
  transaction: Transaction,
  { _id, category, openHolds }: ReaderDocument,
): Promise<void> => {
  for (const { holdId } of openHolds) {
    const hold = await transaction.get('holds', holdId);
    if (hold) await transaction.put('holds', { ...hold, readerCategory: category });
  }
  for (const titleId of new Set(openHolds.map((hold) => hold.titleId))) {
    const queue = await transaction.get('holdQueues', titleId);
    const moved = queue?.holds.map((hold) =>
      hold.readerId === _id ? { ...hold, readerCategory: category } : hold,
    );
    if (moved) await writeQueue(transaction, titleId, moved);
  }
};
