import type { Action } from '../../typings/contract';

/** How often one WeChat may call one operation: so many at once, and from then on so many a minute. */
interface CallLimit {
  atOnce: number;
  aMinute: number;
}

/** Nobody taps that fast; a page that loads anew with every key stays below it. */
const OF_READERS: CallLimit = { atOnce: 120, aMinute: 120 };
/** A scanner, and the 300 lines that a desk kept without network. */
const OF_STAFF: CallLimit = { atOnce: 600, aMinute: 600 };

/** Dear ones, those that tell something about a card that is named, and those that WeChat is asked for. */
const OWN: Partial<Record<Action, CallLimit>> = {
  'account.apply': { atOnce: 20, aMinute: 2 },
  'account.askGuardian': { atOnce: 20, aMinute: 2 },
  'account.link': { atOnce: 40, aMinute: 4 },
  'account.linkAnother': { atOnce: 40, aMinute: 4 },
  'account.setPassword': { atOnce: 20, aMinute: 4 },
  'account.export': { atOnce: 10, aMinute: 2 },
  'lists.offer': { atOnce: 20, aMinute: 6 },
  'media.begin': { atOnce: 40, aMinute: 12 },
  'reviews.write': { atOnce: 30, aMinute: 6 },
  'reviews.report': { atOnce: 20, aMinute: 6 },
  'search.find': { atOnce: 120, aMinute: 60 },
  'search.onShelf': { atOnce: 60, aMinute: 60 },
};

export const limitOf = ({ action, role }: { action: Action; role?: unknown }): CallLimit =>
  OWN[action] ?? (role === undefined ? OF_READERS : OF_STAFF);

/** Whole seconds until so much has come back; what floating numbers add counts for nothing. */
const secondsFor = (missing: number, aMinute: number): number =>
  Math.max(1, Math.ceil((missing / aMinute) * 60 - 1e-6));

/** What is left of a limit, and when that was so. */
export interface CallsLeft {
  left: number;
  atMs: number;
}

/**
 * One call more: what is left afterwards, and how many seconds to wait when nothing was left (then the call
 * is not made, and costs nothing of what comes back). A clock that went back begins anew.
 */
export const afterCall = (
  before: CallsLeft | undefined,
  { atOnce, aMinute }: CallLimit,
  nowMs: number,
): CallsLeft & { waitSeconds: number } => {
  const passed = before ? nowMs - before.atMs : -1;
  const left = before && passed >= 0 ? Math.min(atOnce, before.left + (passed / 60_000) * aMinute) : atOnce;
  return left >= 1 - 1e-9
    ? { left: left - 1, atMs: nowMs, waitSeconds: 0 }
    : { left, atMs: nowMs, waitSeconds: secondsFor(1 - left, aMinute) };
};
