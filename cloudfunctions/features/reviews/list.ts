import * as v from 'valibot';
import { shownName } from '../../community/shown-name';
import { reading } from '../../kernel/operation';
import { aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAsking } from '../../reads/asking';
import { noRating } from '../../steps/reviews';
import { myReviewView, reviewOf, reviewView } from './review';

/** Reviews of one page: a phone shows two or three at once. */
const A_PAGE = 10;

export const list = reading('reviews.list', {
  caller: 'visitor',
  schema: v.strictObject({ titleId: anId, after: aPageStart }),
  run: async (context, { titleId, after }) => {
    const { db, library, today } = context;
    if (!library.settings.openContent?.reviews) {
      const { count, sum, stars } = noRating(titleId);
      return done({ open: false, rating: { count, sum, stars }, mine: null, author: '', list: [] });
    }
    const start = startOf(after);
    const [rows, sums, reader] = await Promise.all([
      db.find('reviews', {
        where: { titleId, status: 'shown' },
        orderBy: [['at', 'desc']],
        skip: start,
        limit: A_PAGE + 1,
      }),
      db.get('titleRatings', titleId),
      readerAsking(context),
    ]);
    const mine = reader ? await db.get('reviews', reviewOf(titleId, reader._id)) : null;
    const { count, sum, stars } = sums ?? noRating(titleId);
    const page = pageOf(rows, start, A_PAGE);
    return done({
      ...page,
      open: true,
      rating: { count, sum, stars },
      mine: mine && myReviewView(mine),
      author: reader ? shownName(reader, today) : '',
      list: page.list.map((review) => reviewView(review, reader?._id ?? null)),
    });
  },
});
