import type { MyReview, Review } from '../../../typings/contract/reviews';
import type { Refusal } from '../../../typings/contract/refusals';
import type { LibrarySettings, ReviewDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { refuse } from '../../kernel/refusal';
import type { TextVerdict } from '../../kernel/text-check';
import { shownOrWaits } from '../../community/shown-words';

/** The one review of a reader about a title. */
export const reviewOf = (titleId: string, readerId: string): string => `${titleId}_${readerId}`;

/** A review by the id that is shown of it. */
export const findReview = async (
  { db }: Pick<Context, 'db'>,
  reviewId: string,
): Promise<{ id: string } | { refusals: Refusal[] }> => {
  const [review] = await db.find('reviews', { where: { reviewId }, limit: 1, fields: ['reviewId'] });
  return review ? { id: review._id } : refuse({ code: 'review_not_found' });
};

/** `nothing`: there were no words of the reader's own to be checked. */
type Verdict = TextVerdict | 'nothing';

/**
 * Whether others see it. Words that were shown already stay shown when only the stars change; stars without
 * words are shown at once; what WeChat is not sure of, or gave no word on, waits for staff whatever the
 * library's switch.
 */
export const statusOf = (
  written: Pick<ReviewDocument, 'text' | 'author'>,
  before: Pick<ReviewDocument, 'text' | 'author' | 'status'> | null,
  verdict: Verdict,
  settings: Pick<LibrarySettings, 'openContent'>,
): 'waiting' | 'shown' => {
  const same = before?.status === 'shown' && before.text === written.text && before.author === written.author;
  if (same || verdict === 'nothing') return 'shown';
  return shownOrWaits(verdict === 'pass', settings);
};

export const reviewView = (
  { reviewId, author, rating, text, at, readerId }: ReviewDocument,
  me: string | null,
): Review => ({ reviewId, author, rating, text, at, mine: readerId === me });

export const myReviewView = (review: ReviewDocument): MyReview => ({
  ...reviewView(review, review.readerId),
  status: review.status,
  why: review.why,
});
