import type { ItemDocument, QueuedHold } from '../documents';
import {
  callNext,
  canServe,
  comesTo,
  couldServe,
  inOrderOfService,
  isWaiting,
  positionOf,
  type CallFacts,
  type Queue,
} from './hold-queue';
import { isOnShelf } from './on-shelf';

export type OnShelves = Pick<ItemDocument, '_id' | 'itemType' | 'branchId' | 'status' | 'use'>;

/** How a copy calls who waits when it is scanned where it stands. */
export type CallsBy = (item: Pick<ItemDocument, 'branchId' | 'itemType'>) => CallFacts;

/**
 * Which copies are to be fetched from the shelves for whom: hold after hold in the order of service gets one
 * copy that it takes, at its pick-up branch where one stands there. The readers are called by the rule of the
 * scan: scanned in this order, each copy goes to the hold that it is planned for, and afterwards no copy on
 * a shelf calls anybody.
 */
export const planFetching = <I extends OnShelves>(
  queue: Queue,
  items: readonly I[],
  callsBy: CallsBy,
): { item: I; hold: QueuedHold }[] => {
  const plan: { item: I; hold: QueuedHold }[] = [];
  let left = items.filter(isOnShelf);
  let now = queue;
  const today = left[0] && callsBy(left[0]).today;
  for (const hold of today === undefined ? [] : inOrderOfService(queue, today)) {
    if (left.length === 0) break;
    const item = bestOf(
      left.filter((each) => comesTo(hold, each, callsBy(each))),
      hold,
      queue,
    );
    const called = item && callNext(now, item, callsBy(item));
    if (!called) continue;
    plan.push({ item, hold: called.hold });
    left = left.filter((each) => each !== item);
    now = called.queue;
  }
  return plan;
};

/** Where the hold is collected, and not the very copy that somebody else asks for, if there is a choice. */
const bestOf = <I extends OnShelves>(items: readonly I[], hold: QueuedHold, queue: Queue): I | undefined => {
  const wantedElsewhere = new Set(queue.filter((each) => each !== hold).map(({ wants }) => wants));
  const rank = (item: I) =>
    (item.branchId === hold.pickUpBranchId ? 0 : 2) + (wantedElsewhere.has(item._id) ? 1 : 0);
  return [...items].sort((a, b) => rank(a) - rank(b) || (a._id < b._id ? -1 : 1))[0];
};

/** Who waits for a title, which of its copies stand on shelves for them, and how these call them. */
export interface Waited {
  queue: Queue;
  shelf: readonly OnShelves[];
  callsBy: CallsBy;
}

/**
 * Who of a queue goes without unless a copy is there for them: whom the shelves serve only with it, and whom
 * it could serve and nothing else does. By the plan of what is fetched, so that no list, loan, renewal or
 * hand-over counts on a copy that is for somebody else.
 */
export const goWithout = (copy: OnShelves, { queue, shelf, callsBy }: Waited): QueuedHold[] => {
  if (!canServe(copy)) return [];
  const others = shelf.filter(({ _id }) => _id !== copy._id);
  const served = (items: readonly OnShelves[]) =>
    new Set(planFetching(queue, items, callsBy).map(({ hold }) => hold.holdId));
  const without = served(others);
  const withIt = served([...others, { ...copy, status: 'available' }]);
  const facts = callsBy(copy);
  return queue.filter(
    (hold) => !without.has(hold.holdId) && (withIt.has(hold.holdId) || comesTo(hold, copy, facts)),
  );
};

/**
 * How many wait for a copy or those that stand free besides, and how many of these there are for them; null
 * when the copy is not needed, so that it may go to somebody else or stay where it is.
 */
export const neededBy = (copy: OnShelves, waited: Waited): { waiting: number; free: number } | null => {
  const { queue, shelf, callsBy } = waited;
  if (goWithout(copy, waited).length === 0) return null;
  const comes = (item: OnShelves) => {
    const facts = callsBy(item);
    return (hold: QueuedHold) => comesTo(hold, item, facts);
  };
  const others = shelf.filter((item) => item._id !== copy._id && isOnShelf(item));
  const free = others.map(comes).filter((comesFor) => queue.some(comesFor));
  const forCopy = comes(copy);
  const waiting = queue.filter((hold) => [forCopy, ...free].some((comesFor) => comesFor(hold)));
  return { waiting: waiting.length, free: free.length };
};

const everybody = () => true;

interface PlaceInLine {
  /** In the queue; 1 is next. */
  position: number;
  /** Copies of the title that could ever come to the hold. */
  copies: number;
  /** One stands on a shelf for it: it has to be fetched, not waited for. */
  isToFetch: boolean;
}

/** How a hold stands in its queue, for what its reader is told. */
export const placeInLine = (
  queue: Queue,
  hold: QueuedHold,
  items: readonly OnShelves[],
  callsBy: CallsBy,
): PlaceInLine => {
  const coming = items.filter((item) => couldServe(hold, item, callsBy(item).mayTake ?? everybody));
  const today = items[0] ? callsBy(items[0]).today : '';
  return {
    position: isWaiting(hold) ? positionOf(queue, hold.holdId, today) : 0,
    copies: coming.length,
    isToFetch: planFetching(queue, items, callsBy).some((planned) => planned.hold.holdId === hold.holdId),
  };
};
