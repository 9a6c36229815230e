import * as v from 'valibot';
import type { WishAct, WishWhich, WishedBook } from '../../../typings/contract/wishes';
import type { WishState } from '../../../typings/contract/work-states';
import { isTold, stateAfter, wishActs, wishKeys } from '../../cataloguing/wishing';
import type { WishDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { isIn, type Query, type Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { cleanScan } from '../../kernel/scan';
import { aScan, anId, someLines } from '../../kernel/validate';
import { titlesOfIsbn } from '../../reads/held-titles';
import { heldBooks, wishMet } from '../../reads/wishes';
import { readIsbn } from '../../search/isbn';
import { changeSettings } from '../../steps/library-settings';
import { spreadFrom } from '../../steps/spreading';
import { deskWishView, heldTitle, wishRow } from '../../views/wishes';
import { putWish } from './asking';
import { AUTHOR_MISSING, WISH_NOT_FOUND, aBook, isABook, oneWish, perMonthOf } from './input';

const WHICH: Record<WishWhich, readonly WishState[]> = {
  received: ['received'],
  considering: ['considering'],
  ordered: ['ordered'],
  ended: ['arrived', 'declined'],
};
const NAMES = ['received', 'considering', 'ordered', 'ended'] as const;
const MOST_WHYS = 100;

const queryOf = (which: WishWhich): Pick<Query, 'where' | 'orderBy'> => ({
  where: { state: isIn([...WHICH[which]]) },
  orderBy: [
    [which === 'ended' ? 'since' : 'asked', 'desc'],
    ['_id', 'asc'],
  ],
});

export const list = reading('wishDesk.list', {
  role: 'cataloguer',
  schema: v.strictObject({ which: v.picklist(NAMES, '没有这个列表'), after: aPageStart }),
  run: async (context, { which, after }) => {
    const { db } = context;
    const open = NAMES.slice(0, 3);
    const [page, ...counts] = await Promise.all([
      pageFrom(db, 'wishes', queryOf(which), after),
      ...open.map((name) => db.count('wishes', { state: isIn([...WHICH[name]]) })),
    ]);
    return done({
      ...page,
      counts: open.map((name, n) => ({ which: name, count: counts[n] ?? 0 })),
      perMonth: perMonthOf(context),
      list: page.list.map(wishRow),
    });
  },
});

const deskView = async ({ db, library }: StaffContext, wish: WishDocument) => {
  const [voices, held] = await Promise.all([
    db.find('wishVoices', { where: { wishId: wish._id }, orderBy: [['at', 'desc']], limit: MOST_WHYS }),
    heldBooks(db, wish),
  ]);
  return deskWishView(
    wish,
    voices,
    held.map((each) => heldTitle(library, each)),
  );
};

export const show = reading('wishDesk.show', {
  role: 'cataloguer',
  schema: oneWish,
  run: async (context, { wishId }) => {
    const wish = await context.db.get('wishes', wishId);
    if (!wish) return refuse(WISH_NOT_FOUND);
    return done(await deskView(context, wish));
  },
});

/** A wish that an act can be done to, read in the transaction that does it. */
const wishFor = async (transaction: Transaction, wishId: string, act: WishAct) => {
  const wish = await transaction.get('wishes', wishId);
  if (!wish) return refuse(WISH_NOT_FOUND);
  return wishActs(wish).includes(act) ? wish : refuse({ code: 'wish_is', state: wish.state });
};

/** Comes to another state, and who asked is told of what was decided, however many they are. */
const step = async (
  transaction: Transaction,
  { now }: StaffContext,
  wish: WishDocument,
  change: Pick<WishDocument, 'state' | 'answer' | 'titleId'>,
): Promise<WishDocument> => {
  const after = { ...wish, ...change, since: now };
  await transaction.put('wishes', after);
  if (isTold(after.state)) await spreadFrom(transaction, { kind: 'wish', id: wish._id }, now);
  return after;
};

const OUTCOMES = { consider: '考虑荐购', order: '订购荐购的书', decline: '不采纳荐购' } as const;

export const decide = writing('wishDesk.decide', {
  role: 'cataloguer',
  schema: v.pipe(
    v.strictObject({
      wishId: anId,
      act: v.picklist(['consider', 'order', 'decline'], '没有这项操作'),
      words: someLines(200),
    }),
    v.forward(
      v.check(({ act, words }) => act !== 'decline' || words !== '', '请写明为什么不采纳'),
      ['words'],
    ),
  ),
  run: async (context, { wishId, act, words }, transaction) => {
    const wish = await wishFor(transaction, wishId, act);
    if (isRefused(wish)) return wish;
    const after = await step(transaction, context, wish, {
      ...{ state: stateAfter(act), answer: words, titleId: '' },
    });
    return {
      value: await deskView(context, after),
      log: { outcome: OUTCOMES[act], titleName: wish.title },
    };
  },
});

/** Which title it became: by the ISBN that stands in the book, or the barcode of one of its copies. */
export const arrive = writing('wishDesk.arrive', {
  role: 'cataloguer',
  schema: v.strictObject({ wishId: anId, code: aScan }),
  prepare: async ({ db }, { code }) => {
    const item = await db.get('items', cleanScan(code));
    const isbn = readIsbn(code);
    const [ofIsbn] = item || !isbn ? [] : await titlesOfIsbn(db, isbn);
    const titleId = item?.titleId ?? ofIsbn?._id;
    return titleId ? { titleId } : refuse({ code: 'wish_title_not_found' });
  },
  run: async (context, { wishId }, transaction, { titleId }) => {
    const wish = await wishFor(transaction, wishId, 'arrive');
    if (isRefused(wish)) return wish;
    if (!(await transaction.get('titles', titleId))) return refuse({ code: 'wish_title_not_found' });
    const after = await step(transaction, context, wish, { state: 'arrived', answer: '', titleId });
    return { value: await deskView(context, after), log: { outcome: '荐购的书到馆', titleName: wish.title } };
  },
});

/** What was ordered before anybody asked: who asks then hears of it at once, and joins. */
export const addOrder = writing('wishDesk.addOrder', {
  role: 'cataloguer',
  schema: v.pipe(
    v.strictObject(aBook),
    v.forward(
      v.check((book) => isABook(book), AUTHOR_MISSING),
      ['author'],
    ),
  ),
  run: async (context, book, transaction) => {
    const met = await wishMet(transaction, book);
    const wish = met ? await wishFor(transaction, met._id, 'order') : unasked(context, book);
    if (isRefused(wish)) return wish;
    await putWish(transaction, wish);
    const after = await step(transaction, context, wish, { state: 'ordered', answer: '', titleId: '' });
    return { value: await deskView(context, after), log: { outcome: '登记订购', titleName: book.title } };
  },
});

const unasked = ({ now, newId }: StaffContext, book: WishedBook): WishDocument => ({
  ...{ _id: newId(), ...book, keys: wishKeys(book), state: 'received', since: now, firstAt: now, asked: 0 },
  ...{ answer: '', titleId: '' },
});

export const setLimit = writing('wishDesk.setLimit', {
  role: 'manager',
  schema: v.strictObject({
    perMonth: v.pipe(
      v.number('请填数字'),
      v.integer('应为整数'),
      v.minValue(0, '不能小于 0'),
      v.maxValue(50, '最多 50 种'),
    ),
  }),
  run: async (_context, { perMonth }, transaction) => {
    await changeSettings(transaction, () => ({ wishesPerMonth: perMonth }));
    return { value: { perMonth }, log: { outcome: `每人每月荐购 ${perMonth} 种` } };
  },
});
