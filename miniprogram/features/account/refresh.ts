import type { Instant } from '../../../typings/contract';

const EARLIER_MS = 10_000;
const SOONEST_MS = 15_000;
const LATEST_MS = 50_000;

/**
 * Milliseconds until the next code is asked for: ten seconds before this one runs out. Kept within bounds,
 * because the phone's clock may be minutes off the library's and must neither hammer the door nor show a dead
 * code.
 */
export function refreshAfter(validUntil: Instant, now: number): number {
  const left = Date.parse(validUntil) - now - EARLIER_MS;
  if (Number.isNaN(left)) return SOONEST_MS;
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, left));
}
