import { waitsAgain } from '../circulation/hold-queue';
import type { ItemDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { collectorsOf } from '../reads/family';
import { queuedHold, writeQueue } from './holds';
import { holdWaitsAgain } from './hold-notices';
import { tell } from './notices';

/**
 * A copy that served a hold cannot be had any more: the hold waits again at its place, for whichever copy
 * comes next, and those who were told that it is ready are told that it is not. Gives the copy without its
 * hold; the caller writes it.
 */
export const letHoldWaitAgain = async (
  transaction: Transaction,
  context: Pick<Context, 'now' | 'today' | 'library'>,
  item: ItemDocument,
): Promise<ItemDocument> => {
  if (!item.hold) return item;
  const hold = await transaction.get('holds', item.hold.holdId);
  const queue = (await transaction.get('holdQueues', item.titleId))?.holds ?? [];
  if (!hold) throw new Error(`hold ${item.hold.holdId} of item ${item._id} does not exist`);
  const waiting = waitsAgain(queue, queuedHold(hold));
  const { status, barcode, pickUpBy } = waiting.hold;
  await transaction.put('holds', { ...hold, status, barcode, pickUpBy });
  await writeQueue(transaction, item.titleId, waiting.queue);
  if (hold.status === 'ready') {
    for (const readerId of await collectorsOf(transaction, context, hold))
      await tell(
        transaction,
        context,
        holdWaitsAgain({ holdId: hold._id, readerId }, item.title.title, context.now),
      );
  }
  return { ...item, hold: null };
};
