import type { LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, QueuedHold } from '../documents';
import { couldServe, isWaiting, type MayTake, type Queue } from './hold-queue';

/**
 * A queue with those marked that wait for nothing: no copy is left that could ever come to them. The mark
 * goes when one could again. `fresh` are those who are not marked yet.
 */
export const markHopeless = (
  queue: Queue,
  items: readonly Pick<ItemDocument, '_id' | 'use' | 'status' | 'itemType' | 'branchId'>[],
  mayTake: MayTake,
  today: LocalDate,
): { queue: QueuedHold[]; fresh: QueuedHold[]; changed: boolean } => {
  const isHopeless = (hold: QueuedHold) =>
    isWaiting(hold) && !items.some((item) => couldServe(hold, item, mayTake));
  const fresh = queue.filter((hold) => isHopeless(hold) && hold.hopelessSince === undefined);
  const marked = queue.map(({ hopelessSince = today, ...hold }) =>
    isHopeless(hold) ? { ...hold, hopelessSince } : hold,
  );
  const cleared = queue.some((hold) => hold.hopelessSince !== undefined && !isHopeless(hold));
  return { queue: marked, fresh, changed: cleared || fresh.length > 0 };
};
