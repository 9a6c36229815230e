import type { Instant } from '../../typings/contract/shapes';
import type { ItemDocument, QueuedHold } from '../documents';
import { callNext, leave, type CallFacts, type Queue } from './hold-queue';

interface ReleaseFacts extends Omit<CallFacts, 'branchId'> {
  queue: Queue;
  holdId: string;
  /** The copy that served the hold, if one did. */
  item: ItemDocument | null;
  now: Instant;
}

interface Release {
  queue: QueuedHold[];
  /** The copy after the release, when one served the hold. */
  item: ItemDocument | null;
  /** The reader who is called next, once. */
  next: QueuedHold | null;
}

/**
 * A hold ends without its reader taking the copy (cancelled, expired, or filled by another copy). A copy on
 * the hold shelf goes to the next reader: ready at once at the same branch, else it is to be sent on when
 * scanned. Nobody waits: it stays on the hold shelf without a hold until the desk clears it. A copy under way
 * keeps travelling and is decided on arrival.
 */
export const releaseHold = (facts: ReleaseFacts): Release => {
  const { queue, holdId, item, now } = facts;
  const rest = leave(queue, holdId);
  if (!item || item.hold?.holdId !== holdId) return { queue: rest, item: null, next: null };
  if (item.status !== 'on_hold_shelf')
    return { queue: rest, item: { ...item, hold: null, changedAt: now }, next: null };
  const called = callNext(rest, item, { ...facts, branchId: item.branchId });
  if (!called) return { queue: rest, item: { ...item, hold: null, changedAt: now }, next: null };
  const claim = {
    holdId: called.hold.holdId,
    readerId: called.hold.readerId,
    pickUpBy: called.hold.pickUpBy,
  };
  return { queue: called.queue, item: { ...item, hold: claim, changedAt: now }, next: called.hold };
};
