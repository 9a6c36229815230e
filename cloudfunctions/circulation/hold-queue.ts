import type { LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, QueuedHold } from '../documents';
import { addDays } from '../kernel/local-date';
import { stateAfter } from './life';
import { HOLD_LIFE } from './lives';

/**
 * The queue of a title as a value. A hold with a barcode is served: its copy is on the way or on the shelf.
 */
export type Queue = readonly QueuedHold[];

/** The day on which a queue is asked, and so many days before their start holds are served already. */
interface QueueDay {
  today: LocalDate;
  lookAheadDays: number;
}

export const isWaiting = (hold: QueuedHold): boolean => hold.barcode === null;

/** Waits, has started (or starts soon enough) and has not run out: a copy may be given to it. */
export const isServable = (hold: QueuedHold, { today, lookAheadDays }: QueueDay): boolean =>
  isWaiting(hold) &&
  (hold.startsOn === null || hold.startsOn <= addDays(today, lookAheadDays)) &&
  (hold.neededUntil === null || hold.neededUntil >= today);

/** Whether this copy is one the hold takes. */
export const takes = (hold: QueuedHold, barcode: string): boolean =>
  hold.wants === null || hold.wants === barcode;

/** Whether a reader placed the hold or may collect it. */
export const isFor = (hold: Pick<QueuedHold, 'readerId' | 'sharedWith'>, readerId: string): boolean =>
  hold.readerId === readerId || hold.sharedWith.includes(readerId);

/** Holds of other readers that could be served with a certain copy today. */
export const othersFor = (queue: Queue, readerId: string, barcode: string, day: QueueDay): QueuedHold[] =>
  queue.filter((hold) => isServable(hold, day) && !isFor(hold, readerId) && takes(hold, barcode));

/**
 * How many holds of other readers wait with no copy found for them; with a day, only those that could be
 * served then.
 */
export const waitingOthers = (queue: Queue, readerId: string, day?: QueueDay): number =>
  queue.filter((hold) => !isFor(hold, readerId) && (day ? isServable(hold, day) : isWaiting(hold))).length;

/** 1 is next among those who wait; 0 for a hold that a copy was found for, or that is not in the queue. */
export const positionOf = (queue: Queue, holdId: string): number =>
  queue.filter(isWaiting).findIndex((hold) => hold.holdId === holdId) + 1;

export const join = (
  queue: Queue,
  hold: Omit<QueuedHold, 'status' | 'barcode' | 'pickUpBy'>,
): QueuedHold[] => [
  ...queue,
  { ...hold, status: stateAfter(HOLD_LIFE, 'place', 'new'), barcode: null, pickUpBy: null },
];

export const leave = (queue: Queue, holdId: string): QueuedHold[] =>
  queue.filter((hold) => hold.holdId !== holdId);

/**
 * Puts a waiting hold at a place among those who wait: 1 is the top, past the end is the bottom. Served holds
 * keep theirs.
 */
export const moveInQueue = (queue: Queue, holdId: string, to: number): QueuedHold[] => {
  const moved = queue.find((hold) => hold.holdId === holdId && isWaiting(hold));
  if (!moved) return [...queue];
  const order = queue.filter((hold) => isWaiting(hold) && hold !== moved);
  order.splice(Math.max(0, Math.trunc(to) - 1), 0, moved);
  const next = order.values();
  return queue.map((hold) => (isWaiting(hold) ? (next.next().value ?? hold) : hold));
};

/** The reader's own hold. */
const holdOf = (queue: Queue, readerId: string): QueuedHold | undefined =>
  queue.find((hold) => hold.readerId === readerId);

/**
 * The hold that a reader fills by taking a copy of the title: the one this copy serves, else their own, else
 * one shared with them. One that wants another copy is not filled.
 */
export const holdFor = (queue: Queue, readerId: string, barcode?: string): QueuedHold | undefined => {
  const theirs = queue.filter(
    (hold) => isFor(hold, readerId) && (barcode === undefined || takes(hold, barcode)),
  );
  return (
    theirs.find((hold) => barcode !== undefined && hold.barcode === barcode) ??
    holdOf(theirs, readerId) ??
    theirs[0]
  );
};

export const holdServedBy = (queue: Queue, barcode: string): QueuedHold | undefined =>
  queue.find((hold) => hold.barcode === barcode);

/** Whether a copy may go to a reader who waits, now or once it is back. */
export const canServe = ({ use, status }: Pick<ItemDocument, 'use' | 'status'>): boolean =>
  use === 'loan' && status !== 'lost' && status !== 'in_repair' && status !== 'withdrawn';

/** Whether any copy of the title can ever fill a hold; one that none can fill is shown to staff. */
export const canBeFilled = (
  hold: Pick<QueuedHold, 'wants'>,
  items: readonly Pick<ItemDocument, '_id' | 'use' | 'status'>[],
): boolean => items.some((item) => canServe(item) && (hold.wants === null || hold.wants === item._id));

export interface Called {
  queue: QueuedHold[];
  hold: QueuedHold;
}

/**
 * Where a copy stands when a reader is called for it, and until when their hold would stay on the shelf of a
 * branch.
 */
export interface CallFacts extends QueueDay {
  branchId: string;
  pickUpByAt: (branchId: string) => LocalDate;
  /**
   * Whether such a copy is lent to the category of a waiting reader at their pick-up branch; absent: to
   * everybody.
   */
  mayTake?: MayTake;
}

export type MayTake = (
  hold: Pick<QueuedHold, 'readerCategory' | 'pickUpBranchId'>,
  item: Pick<ItemDocument, 'itemType'>,
) => boolean;

/**
 * Those of a queue whom a copy can come to: copies of one title may be of types that are not lent to
 * everybody.
 */
export const queueFor = (
  queue: Queue,
  item: Pick<ItemDocument, 'itemType'>,
  mayTake: MayTake,
): QueuedHold[] => queue.filter((hold) => mayTake(hold, item));

/**
 * Gives a copy to the first reader who waits, has started to, and takes this copy. At their pick-up branch
 * the hold is ready and its shelf time starts; elsewhere the copy has to travel and the time starts on
 * arrival.
 */
export const callNext = (
  queue: Queue,
  item: Pick<ItemDocument, '_id' | 'itemType'>,
  facts: CallFacts,
): Called | undefined => {
  const { _id: barcode } = item;
  const { mayTake = () => true } = facts;
  const next = queue.find((hold) => isServable(hold, facts) && takes(hold, barcode) && mayTake(hold, item));
  if (!next) return undefined;
  const hold =
    next.pickUpBranchId === facts.branchId
      ? ready(next, barcode, facts.pickUpByAt(facts.branchId))
      : { ...next, status: stateAfter(HOLD_LIFE, 'send', next.status), barcode };
  return { queue: replace(queue, hold), hold };
};

/** The copy has come to the pick-up branch of the hold it was sent for. */
export const arrived = (queue: Queue, hold: QueuedHold, pickUpBy: LocalDate): Called => {
  const now = ready(hold, hold.barcode ?? '', pickUpBy);
  return { queue: replace(queue, now), hold: now };
};

/**
 * The copy has left for the pick-up branch, or has to go back there: the reader waits again, their shelf time
 * has not begun.
 */
export const underWay = (queue: Queue, hold: QueuedHold): Called => {
  const now: QueuedHold = {
    ...hold,
    status: stateAfter(HOLD_LIFE, 'send_back', hold.status),
    pickUpBy: null,
  };
  return { queue: replace(queue, now), hold: now };
};

/** The copy that served a hold cannot be had any more: its reader waits again, at their place. */
export const waitsAgain = (queue: Queue, hold: QueuedHold): Called => {
  const now: QueuedHold = {
    ...hold,
    status: stateAfter(HOLD_LIFE, 'wait_again', hold.status),
    barcode: null,
    pickUpBy: null,
  };
  return { queue: replace(queue, now), hold: now };
};

/** A reader who named an earlier last day themselves keeps it. */
const ready = (hold: QueuedHold, barcode: string, shelfUntil: LocalDate): QueuedHold => ({
  ...hold,
  status: stateAfter(HOLD_LIFE, 'call', hold.status),
  barcode,
  pickUpBy: hold.neededUntil !== null && hold.neededUntil < shelfUntil ? hold.neededUntil : shelfUntil,
});

const replace = (queue: Queue, hold: QueuedHold): QueuedHold[] =>
  queue.map((each) => (each.holdId === hold.holdId ? hold : each));
