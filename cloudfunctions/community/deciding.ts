import type { Refusal } from '../../typings/contract/refusals';
import type { Instant } from '../../typings/contract/shapes';

interface Said {
  /** When the words were written that were decided on. */
  at: Instant;
  allow: boolean;
  why: string;
}

interface Decided {
  status: 'shown' | 'refused';
  why: string;
  checkedBy: string;
}

/** What staff decide on words that a reader wrote for others: on those that they saw, and a no says why. */
export const decisionOn = (
  written: { at: Instant },
  { at, allow, why }: Said,
  { name: checkedBy }: { name: string },
): Decided | { refusals: Refusal[] } => {
  if (written.at !== at) return { refusals: [{ code: 'review_changed' }] };
  if (!allow && why === '') return { refusals: [{ code: 'comment_needed' }] };
  return allow ? { status: 'shown', why: '', checkedBy } : { status: 'refused', why, checkedBy };
};
