import type { LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, QueuedHold } from '../documents';
import { addDays } from '../kernel/local-date';
import { stateAfter } from './life';
import { HOLD_LIFE } from './lives';

/**
 * The queue of a title as a value. A hold with a barcode is served: its copy is on the way or on the shelf.
 */
export type Queue = readonly QueuedHold[];

/** So many days before its start a hold is served already, by the rules of its own reader. */
export type LookAhead = (hold: Pick<QueuedHold, 'readerCategory' | 'pickUpBranchId'>) => number;

/** The day on which a queue is asked. */
interface QueueDay {
  today: LocalDate;
  lookAheadDays: LookAhead;
}

export const isWaiting = (hold: QueuedHold): boolean => hold.barcode === null;

/** Waits, has started (or starts soon enough) and has not run out: a copy may be given to it. */
export const isServable = (hold: QueuedHold, { today, lookAheadDays }: QueueDay): boolean =>
  isWaiting(hold) &&
  (hold.startsOn === null || hold.startsOn <= addDays(today, lookAheadDays(hold))) &&
  (hold.neededUntil === null || hold.neededUntil >= today);

/**
 * A queue as it is served on a day: who starts later stands behind all who have started, in the order of
 * their starts, and goes to their own place when their day comes.
 */
export const inOrderOfService = (queue: Queue, today: LocalDate): QueuedHold[] => {
  const laterThan = ({ startsOn }: QueuedHold) => (startsOn !== null && startsOn > today ? startsOn : '');
  return [...queue].sort((a, b) => (laterThan(a) < laterThan(b) ? -1 : laterThan(a) > laterThan(b) ? 1 : 0));
};

/** Whether this copy is one the hold takes. */
export const takes = (hold: Pick<QueuedHold, 'wants'>, barcode: string): boolean =>
  hold.wants === null || hold.wants === barcode;

/** Whether a reader placed the hold or may collect it. */
export const isFor = (hold: Pick<QueuedHold, 'readerId' | 'sharedWith'>, readerId: string): boolean =>
  hold.readerId === readerId || hold.sharedWith.includes(readerId);

/**
 * How many holds of other readers wait with no copy found for them; with a day, only those that could be
 * served then.
 */
export const waitingOthers = (queue: Queue, readerId: string, day?: QueueDay): number =>
  queue.filter((hold) => !isFor(hold, readerId) && (day ? isServable(hold, day) : isWaiting(hold))).length;

/** 1 is next among those who wait; 0 for a hold that a copy was found for, or that is not in the queue. */
export const positionOf = (queue: Queue, holdId: string, today: LocalDate): number =>
  inOrderOfService(queue.filter(isWaiting), today).findIndex((hold) => hold.holdId === holdId) + 1;

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
 * keep theirs; who starts later still stands behind those who have started.
 */
export const moveInQueue = (queue: Queue, holdId: string, to: number, today: LocalDate): QueuedHold[] => {
  const moved = queue.find((hold) => hold.holdId === holdId && isWaiting(hold));
  if (!moved) return [...queue];
  const order = queue.filter((hold) => isWaiting(hold) && hold !== moved);
  const next = inOrderOfService(order, today)[Math.max(0, Math.trunc(to) - 1)];
  order.splice(next ? order.indexOf(next) : order.length, 0, moved);
  const inOrder = order.values();
  return queue.map((hold) => (isWaiting(hold) ? (inOrder.next().value ?? hold) : hold));
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

/** Whether a copy could ever come to a hold, once it is back and on whichever day. */
export const couldServe = (
  hold: Pick<QueuedHold, 'wants' | 'readerCategory' | 'pickUpBranchId'>,
  item: Lent & Pick<ItemDocument, 'use' | 'status'>,
  mayTake: MayTake,
): boolean => canServe(item) && takes(hold, item._id) && mayTake(hold, item);

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
  pickUpByFor: (hold: QueuedHold) => LocalDate;
  /**
   * Whether such a copy is lent to the category of a waiting reader at their pick-up branch, and sent there
   * from where it stands; absent: to everybody.
   */
  mayTake?: MayTake;
}

export type MayTake = (
  hold: Pick<QueuedHold, 'readerCategory' | 'pickUpBranchId'>,
  item: Pick<ItemDocument, 'itemType' | 'branchId'>,
) => boolean;

type Lent = Pick<ItemDocument, '_id' | 'itemType' | 'branchId'>;

/** Whether a copy that is scanned goes to this hold, unless somebody before it takes the copy. */
export const comesTo = (
  hold: QueuedHold,
  item: Lent,
  facts: QueueDay & Pick<CallFacts, 'mayTake'>,
): boolean => isServable(hold, facts) && takes(hold, item._id) && (facts.mayTake?.(hold, item) ?? true);

/**
 * Gives a copy to the first reader who waits, has started to, and takes this copy; where holds are served
 * before their start, those who have started come first. At their pick-up branch the hold is ready and its
 * shelf time starts; elsewhere the copy has to travel and the time starts on arrival.
 */
export const callNext = (queue: Queue, item: Lent, facts: CallFacts): Called | undefined => {
  const { _id: barcode } = item;
  const next = inOrderOfService(queue, facts.today).find((hold) => comesTo(hold, item, facts));
  if (!next) return undefined;
  const hold =
    next.pickUpBranchId === facts.branchId
      ? ready(next, barcode, facts.pickUpByFor(next))
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
  const status = stateAfter(HOLD_LIFE, 'send_back', hold.status);
  return changed(queue, { ...hold, status, pickUpBy: null });
};

/** The copy that served a hold cannot be had any more: its reader waits again, at their place. */
export const waitsAgain = (queue: Queue, hold: QueuedHold): Called => {
  const status = stateAfter(HOLD_LIFE, 'wait_again', hold.status);
  return changed(queue, { ...hold, status, barcode: null, pickUpBy: null });
};

const changed = (queue: Queue, hold: QueuedHold): Called => ({ queue: replace(queue, hold), hold });

/** A reader who named an earlier last day themselves keeps it. */
const ready = (hold: QueuedHold, barcode: string, shelfUntil: LocalDate): QueuedHold => ({
  ...hold,
  status: stateAfter(HOLD_LIFE, 'call', hold.status),
  barcode,
  pickUpBy: hold.neededUntil !== null && hold.neededUntil < shelfUntil ? hold.neededUntil : shelfUntil,
});

const replace = (queue: Queue, hold: QueuedHold): QueuedHold[] =>
  queue.map((each) => (each.holdId === hold.holdId ? hold : each));
