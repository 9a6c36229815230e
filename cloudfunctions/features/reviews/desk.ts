import * as v from 'valibot';
import type { DeskReview } from '../../../typings/contract/reviews';
import { decisionOn } from '../../community/deciding';
import type { ReviewDocument } from '../../documents';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { hasRole } from '../../kernel/roles';
import { aTimeSeen, aVerdict, anId } from '../../kernel/validate';
import { factsById } from '../../reads/titles';
import { tell } from '../../steps/notices';
import { changeReview } from '../../steps/reviews';
import { findReview } from './review';
import { reviewDecided } from './telling';

const WAITING = { status: 'waiting' };
const REPORTED = { reported: true };

export const list = reading('reviewDesk.list', {
  role: 'content',
  schema: v.strictObject({ what: v.picklist(['waiting', 'reported'], '没有这个列表'), after: aPageStart }),
  run: async ({ db, staff }, { what, after }) => {
    const [page, waiting, reported, settings] = await Promise.all([
      pageFrom(
        db,
        'reviews',
        { where: what === 'waiting' ? WAITING : REPORTED, orderBy: [['at', 'asc']] },
        after,
      ),
      db.count('reviews', WAITING),
      db.count('reviews', REPORTED),
      // Read anew: whoever has just turned the switch sees it turned.
      db.get('settings', 'library'),
    ]);
    const facts = await factsById(
      db,
      page.list.map(({ titleId }) => titleId),
    );
    const content = settings?._id === 'library' ? settings.openContent : undefined;
    return done({
      ...page,
      list: page.list.map((review): DeskReview => deskView(review, facts(review.titleId))),
      waiting,
      reported,
      open: content?.reviews ?? false,
      checkFirst: !content?.reviewsAtOnce,
      maySwitch: hasRole(staff, 'director'),
    });
  },
});

const deskView = (
  { reviewId, author, rating, text, at, status, reports }: ReviewDocument,
  title: DeskReview['title'],
): DeskReview => ({
  reviewId,
  title,
  author,
  rating,
  text,
  at,
  status,
  reports: reports.map(({ why }) => why).reverse(),
});

/** Staff decide on the words that they read. The writer is told what became of it, and why not. */
export const decide = writing('reviewDesk.decide', {
  role: 'content',
  schema: v.strictObject({ reviewId: anId, at: aTimeSeen, ...aVerdict }),
  prepare: (context, { reviewId }) => findReview(context, reviewId),
  run: async (context, { reviewId, ...said }, transaction, { id }) => {
    const before = await transaction.get('reviews', id);
    if (!before) return refuse({ code: 'review_not_found' });
    const decision = decisionOn(before, said, context.staff);
    if (isRefused(decision)) return decision;
    const after: ReviewDocument = { ...before, ...decision, reported: false };
    await changeReview(transaction, before, after);
    if (after.status !== before.status) await tell(transaction, context, reviewDecided(after, context.now));
    const log = { outcome: `书评${said.allow ? '通过' : '不通过'}`, comment: said.allow ? '' : said.why };
    return { value: { reviewId }, log: { ...log, titleName: before.title } };
  },
});

/** The library's switch. Its settings are one document, so that two changes of it at once meet there. */
export const setOpen = writing('reviewDesk.setOpen', {
  role: 'director',
  schema: v.strictObject({ open: v.boolean(), checkFirst: v.boolean() }),
  run: async (_context, { open, checkFirst }, transaction) => {
    const settings = await transaction.get('settings', 'library');
    if (settings?._id !== 'library') throw new Error('the library has no settings');
    await transaction.put('settings', {
      ...settings,
      openContent: { lists: false, ...settings.openContent, reviews: open, reviewsAtOnce: !checkFirst },
    });
    const words = open ? `打开，${checkFirst ? '先审后发' : '机审通过即发'}` : '关闭';
    return { value: { open, checkFirst }, log: { outcome: `读者书评：${words}` } };
  },
});
