import * as v from 'valibot';
import { shownName } from '../../community/shown-name';
import type { ReviewDocument } from '../../documents';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aText, anId, someLines } from '../../kernel/validate';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { changeReview } from '../../steps/reviews';
import { myReviewView, reviewOf, statusOf } from './review';

const LONGEST = 500;

/**
 * One review a reader and title, written or written anew. WeChat's check is asked before the transaction;
 * what it calls risky is refused, what it is not sure of waits for staff. The title's sum of ratings is
 * written with the review.
 */
export const write = writing('reviews.write', {
  caller: 'reader',
  schema: v.strictObject({
    titleId: anId,
    rating: v.pipe(
      v.number('请选择几颗星'),
      v.integer('请选择几颗星'),
      v.minValue(1, '至少一颗星'),
      v.maxValue(5, '最多五颗星'),
    ),
    text: someLines(LONGEST),
    author: v.optional(aText(20)),
  }),
  prepare: async (context, { text, author }) => {
    const { library, openid, today } = context;
    if (!library.settings.openContent?.reviews) return refuse({ code: 'reviews_not_open' });
    const reader = await readerAsking(context);
    if (!reader) return refuse({ code: 'no_card' });
    const given = shownName(reader, today);
    const signedAs = author ?? given;
    if (text === '' && signedAs === given) return { author: given, verdict: 'nothing' as const };
    const verdict = await context.checkText({ openid, text: text || signedAs, signedAs });
    return verdict === 'risky' ? refuse({ code: 'text_not_allowed' }) : { author: signedAs, verdict };
  },
  run: async (context, { titleId, rating, text }, transaction, { author, verdict }) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    if (reader.standing === 'pending') return refuse({ code: 'application_pending' });
    if (reader.standing === 'closed') return refuse({ code: 'account_closed' });
    const title = await transaction.get('titles', titleId);
    if (!title) return refuse({ code: 'title_not_found' });
    const id = reviewOf(titleId, reader._id);
    const before = await transaction.get('reviews', id);
    const status = statusOf({ text, author }, before, verdict, context.library.settings);
    const review: ReviewDocument = {
      _id: id,
      reviewId: before?.reviewId ?? context.newId(),
      titleId,
      title: title.title,
      readerId: reader._id,
      author,
      rating,
      text,
      status,
      why: '',
      at: context.now,
      checkedBy: status === 'shown' ? (before?.checkedBy ?? '') : '',
      // Reports were about other words once these have changed.
      reports: before?.text === text ? before.reports : [],
      reported: status === 'shown' && before?.text === text && before.reported,
    };
    await changeReview(transaction, before, review);
    const outcome = `${before ? '改写' : '写'}书评：${rating} 星${status === 'waiting' ? '，待审' : ''}`;
    return {
      value: myReviewView(review),
      log: { outcome, readerId: reader._id, titleName: title.title },
    };
  },
});

/** The reader's own wish, whatever the state of the review and of the library's switch. */
export const remove = writing('reviews.remove', {
  caller: 'reader',
  schema: v.strictObject({ titleId: anId }),
  run: forReaderWithin(async (_context, { titleId }, transaction, reader) => {
    const before = await transaction.get('reviews', reviewOf(titleId, reader._id));
    if (!before) return refuse({ code: 'review_not_found' });
    await changeReview(transaction, before, null);
    return {
      value: { titleId },
      log: { outcome: '删除书评', readerId: reader._id, titleName: before.title },
    };
  }),
});
