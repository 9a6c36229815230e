import { releaseHold } from '../circulation/releasing-hold';
import type { HoldDocument, ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { branchName, pickUpByFrom } from '../views/branches';
import { holdReady, tell } from './notices';

type StepContext = Pick<Context, 'now' | 'today' | 'library'>;

/** The reader without a hold that ended. */
export const withoutHold = (reader: ReaderDocument, holdId: string): ReaderDocument => ({
  ...reader,
  openHolds: reader.openHolds.filter((hold) => hold.holdId !== holdId),
});

/**
 * Ends a hold and, unless its reader took the very copy that served it (`taken`), calls the next reader for that copy, once.
 * The queue document carries the order; the hold, its copy and the next reader's hold change with it.
 */
export const endHold = async (
  transaction: Transaction,
  context: StepContext,
  hold: HoldDocument,
  status: 'cancelled' | 'expired' | 'filled',
  titleName: string,
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
    pickUpByAt: pickUpByFrom(context.library, context.today),
  });
  await transaction.put('holdQueues', { _id: hold.titleId, holds: release.queue });
  await transaction.put('holds', { ...hold, status, closedAt: context.now });
  if (release.item) await transaction.put('items', release.item);
  if (release.next) await callReader(transaction, context, release.next.holdId, release.next, titleName);
};

/** Writes down that a copy was found for a hold, and tells the reader once it is ready. */
export const callReader = async (
  transaction: Transaction,
  context: StepContext,
  holdId: string,
  served: { barcode: string | null; status: 'waiting' | 'ready'; pickUpBy: string | null },
  titleName: string,
): Promise<void> => {
  const hold = await transaction.get('holds', holdId);
  if (!hold) throw new Error(`hold ${holdId} stands in the queue but does not exist`);
  const { barcode, status, pickUpBy } = served;
  await transaction.put('holds', { ...hold, barcode, status, pickUpBy });
  if (status === 'ready') {
    await tell(
      transaction,
      context,
      holdReady({ ...hold, holdId, pickUpBy }, titleName, branchName(context.library, hold.pickUpBranchId)),
    );
  }
};
