import type { Refusal } from '../../typings/contract/refusals';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, OpenLoan, PastLoanOfItem, QueuedHold } from '../documents';
import { addDays } from '../kernel/local-date';
import {
  arrived,
  callNext,
  canServe,
  holdServedBy,
  underWay,
  type CallFacts,
  type Called,
  type Queue,
} from './hold-queue';
import { stateAfter } from './life';
import { ITEM_LIFE, LOAN_LIFE, loanState } from './lives';

/** `branchId` is that of the desk where the item was scanned. */
export interface CheckInFacts extends CallFacts {
  item: ItemDocument;
  queue: Queue;
  now: Instant;
  /** When it was really brought back, if not now. */
  returnedAt?: Instant;
}

type Destination =
  | { kind: 'shelve' }
  | { kind: 'hold_shelf'; hold: QueuedHold; becameReady: boolean }
  | { kind: 'transit'; toBranchId: string; why: 'hold' | 'home' }
  | { kind: 'set_aside'; status: 'in_repair' | 'withdrawn' };

export interface CheckInOutcome {
  item: ItemDocument;
  queue: QueuedHold[];
  destination: Destination;
  /** It was booked as lost and is here again. */
  found: boolean;
}

/**
 * Where an item goes that was scanned in at a desk. Its loan, if any, ends, and with it what was claimed or
 * recalled of it. A hold that it already serves keeps it and, once ready, keeps its last day; else the first
 * reader who waits is called; else it goes home, or stays here when it floats. A lost copy is found again and
 * goes the same ways; one that is in repair or withdrawn is set aside.
 */
export const routeCheckedIn = (facts: CheckInFacts): CheckInOutcome => {
  const { item, branchId, now } = facts;
  const found = item.status === 'lost';
  const brought: ItemDocument = {
    ...item,
    loan: null,
    lastLoan: item.loan ? pastLoan(item.loan, facts.returnedAt ?? now, 'give_back') : item.lastLoan,
    branchId,
    transit: null,
    changedAt: now,
  };
  if (item.status === 'in_repair' || item.status === 'withdrawn') {
    const aside = stateAfter(ITEM_LIFE, 'set_aside', item.status);
    return {
      item: item.loan ? brought : item,
      queue: [...facts.queue],
      destination: { kind: 'set_aside', status: aside },
      found: false,
    };
  }
  const here: ItemDocument = found
    ? { ...brought, status: stateAfter(ITEM_LIFE, 'find', item.status) }
    : brought;
  const serving = holdServedBy(facts.queue, item._id);
  const called = serving
    ? keepServing(facts, serving)
    : canServe(here)
      ? callNext(facts.queue, here, facts)
      : undefined;
  if (!called) return { queue: [...facts.queue], found, ...goHome(here, branchId) };
  return {
    queue: called.queue,
    found,
    ...bringToHold(here, called.hold, branchId, serving?.status !== 'ready'),
  };
};

/** A book drop stands uncounted over the longest holidays; what is older is forgiven, by who may. */
const MOST_DATED_BACK = 14;

/** Why a copy cannot have come back on a day: it was lent later, or the day is too far back. */
export const refusalsToTakeBack = (
  { loan }: Pick<ItemDocument, 'loan'>,
  { returnedOn, today }: { returnedOn: LocalDate; today: LocalDate },
): Refusal[] => {
  if (loan && returnedOn < loan.checkedOutOn)
    return [{ code: 'returned_before_lent', returnedOn, checkedOutOn: loan.checkedOutOn }];
  const earliest = addDays(today, -MOST_DATED_BACK);
  return returnedOn < earliest ? [{ code: 'returned_too_far_back', returnedOn, earliest }] : [];
};

/** What a copy remembers of a loan that has ended. */
export const pastLoan = (
  loan: OpenLoan,
  endedAt: Instant,
  act: 'give_back' | 'lose' | 'hand_over',
): PastLoanOfItem => {
  const { loanId, readerId, readerName, checkedOutOn } = loan;
  return {
    loanId,
    readerId,
    readerName,
    checkedOutOn,
    endedAt,
    how: stateAfter(LOAN_LIFE, act, loanState(loan)),
  };
};

/**
 * At its pick-up branch a hold becomes or stays ready; a copy that turns up elsewhere is on its way again.
 */
const keepServing = ({ queue, branchId, pickUpByFor }: CheckInFacts, hold: QueuedHold): Called => {
  if (hold.pickUpBranchId !== branchId) return underWay(queue, hold);
  return hold.status === 'ready' ? { queue: [...queue], hold } : arrived(queue, hold, pickUpByFor(hold));
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
      item: { ...item, status: stateAfter(ITEM_LIFE, 'keep_for_hold', item.status), hold: claim },
      destination: { kind: 'hold_shelf', hold, becameReady },
    };
  }
  return send(item, branchId, hold.pickUpBranchId, 'hold', claim);
};

const goHome = (item: ItemDocument, branchId: string): Pick<CheckInOutcome, 'item' | 'destination'> =>
  item.floating || item.homeBranchId === branchId
    ? {
        item: { ...item, status: stateAfter(ITEM_LIFE, 'shelve', item.status), hold: null },
        destination: { kind: 'shelve' },
      }
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
    status: stateAfter(ITEM_LIFE, 'send', item.status),
    branchId: toBranchId,
    transit: { fromBranchId, toBranchId, why },
    hold,
  },
  destination: { kind: 'transit', toBranchId, why },
});
