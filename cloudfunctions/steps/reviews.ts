import type { ReviewDocument, TitleRatingDocument } from '../documents';
import type { Transaction } from '../kernel/database';

/** Stars that can be given. */
const STARS = 5;

export const noRating = (titleId: string): TitleRatingDocument => ({
  _id: titleId,
  count: 0,
  sum: 0,
  stars: Array.from({ length: STARS }, () => 0),
});

/** What a review counts in its title's sum: nothing unless it is shown. */
const counted = (review: Pick<ReviewDocument, 'status' | 'rating'> | null): number =>
  review?.status === 'shown' ? review.rating : 0;

/** The sum of a title once `before` has become `after`; null for none. */
export const ratingAfter = (
  sum: TitleRatingDocument,
  before: Pick<ReviewDocument, 'status' | 'rating'> | null,
  after: Pick<ReviewDocument, 'status' | 'rating'> | null,
): TitleRatingDocument => {
  const [gone, come] = [counted(before), counted(after)];
  const stars = sum.stars.map((many, n) => many + Number(n + 1 === come) - Number(n + 1 === gone));
  return {
    _id: sum._id,
    count: sum.count + Number(come > 0) - Number(gone > 0),
    sum: sum.sum + come - gone,
    stars,
  };
};

/** Writes a review, or takes it away (`after` null), together with the sum of its title. */
export const changeReview = async (
  transaction: Transaction,
  before: ReviewDocument | null,
  after: ReviewDocument | null,
): Promise<void> => {
  const review = after ?? before;
  if (!review) return;
  if (counted(before) !== counted(after)) {
    const sum = (await transaction.get('titleRatings', review.titleId)) ?? noRating(review.titleId);
    await transaction.put('titleRatings', ratingAfter(sum, before, after));
  }
  if (after) await transaction.put('reviews', after);
  else await transaction.remove('reviews', review._id);
};
