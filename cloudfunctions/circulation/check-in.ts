import type { Instant, LocalDate } from '../../typings/contract/answer';
import type { ItemDocument, QueuedHold } from '../documents';
import { arrived, callNext, canServe, holdServedBy, underWay, type Called, type Queue } from './hold-queue';

export interface CheckInFacts {
  item: ItemDocument;
  queue: Queue;
  /** The branch of the desk where the item was scanned. */
  branchId: string;
  now: Instant;
  /** Last day on the hold shelf of a branch for a hold that becomes ready now. */
  pickUpByAt: (branchId: string) => LocalDate;
}

export type Destination =
  | { kind: 'shelve' }
  | { kind: 'hold_shelf'; hold: QueuedHold; becameReady: boolean }
  | { kind: 'transit'; toBranchId: string; why: 'hold' | 'home' }
  | { kind: 'set_aside'; status: 'lost' | 'in_repair' | 'withdrawn' };

export interface CheckInOutcome {
  item: ItemDocument;
  queue: QueuedHold[];
  destination: Destination;
}

/**
 * Where an item goes that was scanned in at a desk. Its loan, if any, ends. A hold that it already serves keeps it and,
 * once ready, keeps its last day; else the first reader who waits is called; else it goes home.
 */
export const routeCheckedIn = (facts: CheckInFacts): CheckInOutcome => {
  const { item, branchId, now } = facts;
  if (item.status === 'lost' || item.status === 'in_repair' || item.status === 'withdrawn') {
    return { item, queue: [...facts.queue], destination: { kind: 'set_aside', status: item.status } };
  }
  const here = { ...item, loan: null, branchId, transit: null, changedAt: now };
  const serving = holdServedBy(facts.queue, item._id);
  const called = serving
    ? keepServing(facts, serving)
    : canServe(item)
      ? callNext(facts.queue, item._id, branchId, facts.pickUpByAt)
      : undefined;
  if (!called) return { queue: [...facts.queue], ...goHome(here, branchId) };
  return { queue: called.queue, ...bringToHold(here, called.hold, branchId, serving?.status !== 'ready') };
};

/** At its pick-up branch a hold becomes or stays ready; a copy that turns up elsewhere is on its way again. */
const keepServing = ({ queue, branchId, pickUpByAt }: CheckInFacts, hold: QueuedHold): Called => {
  if (hold.pickUpBranchId !== branchId) return underWay(queue, hold);
  return hold.status === 'ready' ? { queue: [...queue], hold } : arrived(queue, hold, pickUpByAt(branchId));
};

const bringToHold = (
  item: ItemDocument,
  hold: QueuedHold,
  branchId: string,
  becameReady: boolean,
): Pick<CheckInOutcome, 'item' | 'destination'> => {
  const claim = { holdId: hold.holdId, readerId: hold.readerId, pickUpBy: hold.pickUpBy };
  if (hold.pickUpBranchId === branchId) {
    return {
      item: { ...item, status: 'on_hold_shelf', hold: claim },
      destination: { kind: 'hold_shelf', hold, becameReady },
    };
  }
  return send(item, branchId, hold.pickUpBranchId, 'hold', claim);
};

const goHome = (item: ItemDocument, branchId: string): Pick<CheckInOutcome, 'item' | 'destination'> =>
  item.homeBranchId === branchId
    ? { item: { ...item, status: 'available', hold: null }, destination: { kind: 'shelve' } }
    : send(item, branchId, item.homeBranchId, 'home', null);

const send = (
  item: ItemDocument,
  fromBranchId: string,
  toBranchId: string,
  why: 'hold' | 'home',
  hold: ItemDocument['hold'],
): Pick<CheckInOutcome, 'item' | 'destination'> => ({
  item: {
    ...item,
    status: 'in_transit',
    branchId: toBranchId,
    transit: { fromBranchId, toBranchId, why },
    hold,
  },
  destination: { kind: 'transit', toBranchId, why },
});
