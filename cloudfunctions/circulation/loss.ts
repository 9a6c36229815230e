import type { LocalDate } from '../../typings/contract/shapes';
import type { LossRule } from '../documents';
import { daysBetween } from '../kernel/local-date';

interface LossCharge {
  /** For the copy, given back when it is found in time. Fen. */
  forCopy: number;
  /** For the work. Fen. */
  processing: number;
}

/**
 * What a reader pays for a copy that they lost: its price so many times, or a sum when no price is known, and
 * the work.
 */
export const lossCharge = (rule: LossRule, price: number): LossCharge => ({
  forCopy: price > 0 ? Math.round(price * rule.timesPrice) : rule.withoutPrice,
  processing: rule.processing,
});

/**
 * What of it is given back for a copy that is here again: that for the copy, up to the last day for it; the
 * work was done.
 */
export const refundOfLoss = (
  rule: Pick<LossRule, 'refundDays'>,
  { forCopy, lostOn, foundOn }: { forCopy: number; lostOn: LocalDate; foundOn: LocalDate },
): number => (rule.refundDays !== null && daysBetween(lostOn, foundOn) <= rule.refundDays ? forCopy : 0);
