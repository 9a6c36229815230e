import type { Instant, LocalDate } from '../../typings/contract/answer';
import type { ItemDocument, QueuedHold } from '../documents';

/** The queue of a title as a value. A hold with a barcode is served: its copy is on the way or on the shelf. */
export type Queue = readonly QueuedHold[];

export const isWaiting = (hold: QueuedHold): boolean => hold.barcode === null;

/** Readers who wait with no copy found for them, one reader left out. */
export const waitingOthers = (queue: Queue, readerId: string): number =>
  queue.filter((hold) => isWaiting(hold) && hold.readerId !== readerId).length;

/** 1 is next among those who wait; 0 for a hold that a copy was found for, or that is not in the queue. */
export const positionOf = (queue: Queue, holdId: string): number =>
  queue.filter(isWaiting).findIndex((hold) => hold.holdId === holdId) + 1;

export const join = (
  queue: Queue,
  hold: { holdId: string; readerId: string; pickUpBranchId: string; placedAt: Instant },
): QueuedHold[] => [...queue, { ...hold, status: 'waiting', barcode: null, pickUpBy: null }];

export const leave = (queue: Queue, holdId: string): QueuedHold[] =>
  queue.filter((hold) => hold.holdId !== holdId);

export const holdOf = (queue: Queue, readerId: string): QueuedHold | undefined =>
  queue.find((hold) => hold.readerId === readerId);

export const holdServedBy = (queue: Queue, barcode: string): QueuedHold | undefined =>
  queue.find((hold) => hold.barcode === barcode);

/** Whether a copy may go to a reader who waits. */
export const canServe = (item: Pick<ItemDocument, 'referenceOnly' | 'status'>): boolean =>
  !item.referenceOnly &&
  (item.status === 'available' ||
    item.status === 'on_hold_shelf' ||
    item.status === 'in_transit' ||
    item.status === 'on_loan');

export interface Called {
  queue: QueuedHold[];
  hold: QueuedHold;
}

/**
 * Gives a copy that stands at a branch to the first reader who waits. At their pick-up branch the hold is ready and its
 * shelf time starts; elsewhere the copy has to travel and the time starts on arrival.
 */
export const callNext = (
  queue: Queue,
  barcode: string,
  atBranchId: string,
  pickUpByAt: (branchId: string) => LocalDate,
): Called | undefined => {
  const next = queue.find(isWaiting);
  if (!next) return undefined;
  const hold =
    next.pickUpBranchId === atBranchId ? ready(next, barcode, pickUpByAt(atBranchId)) : { ...next, barcode };
  return { queue: replace(queue, hold), hold };
};

/** The copy has come to the pick-up branch of the hold it was sent for. */
export const arrived = (queue: Queue, hold: QueuedHold, pickUpBy: LocalDate): Called => {
  const now = ready(hold, hold.barcode ?? '', pickUpBy);
  return { queue: replace(queue, now), hold: now };
};

/** The copy has left for the pick-up branch, or has to go back there: the reader waits again, their shelf time has not begun. */
export const underWay = (queue: Queue, hold: QueuedHold): Called => {
  const now: QueuedHold = { ...hold, status: 'waiting', pickUpBy: null };
  return { queue: replace(queue, now), hold: now };
};

const ready = (hold: QueuedHold, barcode: string, pickUpBy: LocalDate): QueuedHold => ({
  ...hold,
  status: 'ready',
  barcode,
  pickUpBy,
});

const replace = (queue: Queue, hold: QueuedHold): QueuedHold[] =>
  queue.map((each) => (each.holdId === hold.holdId ? hold : each));
