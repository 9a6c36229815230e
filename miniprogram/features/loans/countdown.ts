import type { Instant } from '../../../typings/contract';

/**
 * A code is good for a minute by the library's rule: a phone whose clock is wrong must not show a longer
 * life, nor none.
 */
const LONGEST_SECONDS = 60;

/**
 * Whole seconds that a code still has, from the moment it arrived. The phone's clock may be minutes off the
 * library's, so where `validUntil` is out of reason the code's own minute is counted from its arrival.
 */
export function secondsLeft(validUntil: Instant, arrivedAt: number, now: number): number {
  const told = Math.round((Date.parse(validUntil) - arrivedAt) / 1000);
  const life = told > 0 && told <= LONGEST_SECONDS ? told : LONGEST_SECONDS;
  return Math.max(0, life - Math.floor((now - arrivedAt) / 1000));
}
