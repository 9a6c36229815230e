import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { readerWithin } from '../../reads/asking';
import { findReview } from './review';

/** Reports that one review keeps: more would tell staff nothing new. */
const MOST_REPORTS = 20;

/** A reader asks staff to look at a review again; each reader once. It stays shown until they have. */
export const report = writing('reviews.report', {
  caller: 'reader',
  schema: v.strictObject({ reviewId: anId, why: aText(200) }),
  prepare: (context, { reviewId }) => findReview(context, reviewId),
  run: async (context, { reviewId, why }, transaction, { id }) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const review = await transaction.get('reviews', id);
    if (review?.status !== 'shown') return refuse({ code: 'review_not_found' });
    const log = { outcome: '举报书评', readerId: reader._id, titleName: review.title };
    const known = review.reports.some((each) => each.readerId === reader._id);
    if (known || review.reports.length >= MOST_REPORTS) return { value: { reviewId }, log };
    await transaction.put('reviews', {
      ...review,
      reports: [...review.reports, { readerId: reader._id, why, at: context.now }],
      reported: true,
    });
    return { value: { reviewId }, log };
  },
});
