import * as v from 'valibot';
import type { DonationWhich } from '../../../typings/contract/donations';
import type { DonationState } from '../../../typings/contract/work-states';
import { afterDonation, certificateNumber, donationActs, isSettled } from '../../community/donating';
import type { DonationDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { isIn, type Query, type Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { anId, someLines } from '../../kernel/validate';
import { showing } from '../../reads/found';
import { namesOf } from '../../reads/readers';
import { tellGiver } from '../../steps/given';
import { deskDonationView, donationRow } from '../../views/donations';
import { DONATION_NOT_FOUND, aCount, oneDonation } from './input';

const WHICH: Record<DonationWhich, readonly DonationState[]> = {
  offered: ['offered'],
  wanted: ['wanted'],
  received: ['received'],
  ended: ['declined', 'settled', 'withdrawn', 'lapsed'],
};
const NAMES = ['offered', 'wanted', 'received', 'ended'] as const;

/** What waits longest stands first; of what has ended, the newest. */
const queryOf = (which: DonationWhich): Pick<Query, 'where' | 'orderBy'> => ({
  where: { state: isIn([...WHICH[which]]) },
  orderBy: [
    ['since', which === 'ended' ? 'desc' : 'asc'],
    ['_id', 'asc'],
  ],
});

export const list = reading('donationDesk.list', {
  role: 'events',
  schema: v.strictObject({ which: v.picklist(NAMES, '没有这个列表'), after: aPageStart }),
  run: async ({ db }, { which, after }) => {
    const [page, ...counts] = await Promise.all([
      pageFrom(db, 'donations', queryOf(which), after),
      ...NAMES.slice(0, 3).map((name) => db.count('donations', { state: isIn([...WHICH[name]]) })),
    ]);
    const nameOf = await namesOf(db, page.list.map(({ readerId }) => readerId).filter(Boolean));
    return done({
      ...page,
      counts: NAMES.slice(0, 3).map((name, n) => ({ which: name, count: counts[n] ?? 0 })),
      list: page.list.map((donation) => ({ ...donationRow(donation), name: nameOf(donation.readerId) })),
    });
  },
});

/** With what the library has of the same books: whether one more is wanted is seen from that. */
const deskView = async ({ db }: StaffContext, donation: DonationDocument) => {
  const isbns = donation.books.map(({ isbn }) => isbn).filter(Boolean);
  const [reader, titles] = await Promise.all([
    donation.readerId === '' ? null : db.get('readers', donation.readerId),
    isbns.length === 0
      ? []
      : db.find('titles', { where: { isbns: isIn(isbns) }, limit: 100, fields: ['isbns'] }),
  ]);
  const items =
    titles.length === 0
      ? []
      : await db.find('items', {
          where: { titleId: isIn(titles.map(({ _id }) => _id)) },
          limit: 1000,
          fields: ['titleId'],
        });
  const owned = donation.books.map(({ isbn }) => {
    const ids = titles.filter((title) => isbn !== '' && title.isbns.includes(isbn)).map(({ _id }) => _id);
    return items.filter(({ titleId }) => ids.includes(titleId)).length;
  });
  return deskDonationView(donation, reader?.name ?? '', owned);
};

export const show = reading('donationDesk.show', {
  role: 'events',
  schema: oneDonation,
  run: showing(['donations', 'donationId', DONATION_NOT_FOUND], deskView),
});

/** A donation that an act can be done to, read in the transaction that does it. */
const donationFor = async (
  transaction: Transaction,
  donationId: string,
  act: 'answer' | 'receive' | 'settle',
  books?: number,
): Promise<DonationDocument | ReturnType<typeof refuse>> => {
  const donation = await transaction.get('donations', donationId);
  if (!donation) return refuse(DONATION_NOT_FOUND);
  if (!donationActs(donation, 'staff').includes(act))
    return refuse({ code: 'donation_is', state: donation.state });
  return books === undefined || books === donation.books.length
    ? donation
    : refuse({ code: 'donation_books_differ', books: donation.books.length });
};

const BRINGING: Record<DonationDocument['way'], string> = {
  bring: '请在两个月内送到服务台',
  post: '请在两个月内寄到本馆，包裹里附上您的姓名',
  fetch: '馆员会与您约时间上门取书',
};

/** A word on each book, and words for who offered them: a bare no helps nobody. */
export const answer = writing('donationDesk.answer', {
  role: 'events',
  schema: v.strictObject({
    donationId: anId,
    wanted: v.pipe(v.array(v.boolean()), v.maxLength(50, '最多 50 种')),
    words: v.pipe(someLines(300), v.minLength(1, '请写几句话答复读者')),
  }),
  run: async (context, { donationId, wanted, words }, transaction) => {
    const donation = await donationFor(transaction, donationId, 'answer', wanted.length);
    if (isRefused(donation)) return donation;
    const isWanted = wanted.includes(true);
    const books = donation.books.map((book, n) => ({ ...book, wanted: wanted[n] ?? false }));
    const after = {
      ...afterDonation('answer', isWanted ? 'wanted' : 'declined', donation, context.now),
      ...{ books, answer: words },
    };
    await transaction.put('donations', after);
    const kinds = wanted.filter(Boolean).length;
    await tellGiver(transaction, context, after, `answer_${context.now}`, {
      title: isWanted ? '您捐的书，图书馆想要' : '谢谢您的心意',
      body: isWanted ? `${kinds} 种想要，${BRINGING[after.way]}。${words}` : words,
    });
    return {
      value: await deskView(context, after),
      log: { outcome: isWanted ? '接受捐书' : '婉谢捐书', readerId: after.readerId },
    };
  },
});

/** The books have come: so many of each, and the library says thanks. */
export const receive = writing('donationDesk.receive', {
  role: 'events',
  schema: v.strictObject({
    donationId: anId,
    counts: v.pipe(v.array(aCount), v.maxLength(50, '最多 50 种')),
    words: v.pipe(someLines(300), v.minLength(1, '请写几句感谢的话')),
  }),
  run: async (context, { donationId, counts, words }, transaction) => {
    const donation = await donationFor(transaction, donationId, 'receive', counts.length);
    if (isRefused(donation)) return donation;
    const books = donation.books.map((book, n) => ({
      ...book,
      count: counts[n] ?? 0,
      wanted: (counts[n] ?? 0) > 0,
    }));
    const after = {
      ...afterDonation('receive', 'received', donation, context.now),
      ...{ books, thanks: words, receivedAt: context.now },
      number: certificateNumber(context.now, donationId),
    };
    await transaction.put('donations', after);
    await tellGiver(transaction, context, after, 'received', {
      title: '您捐的书收到了',
      body: `${words} 捐赠证书可以打开保存。`,
    });
    return {
      value: await deskView(context, after),
      log: {
        outcome: `收到捐书 ${counts.reduce((sum, count) => sum + count, 0)} 册`,
        readerId: after.readerId,
      },
    };
  },
});

/** What became of a book; with the last one the donation is settled and who gave it is told. */
export const setFate = writing('donationDesk.setFate', {
  role: 'events',
  schema: v.strictObject({
    donationId: anId,
    book: v.pipe(v.number(), v.integer(), v.minValue(0, '没有这本书')),
    fate: v.picklist(['', 'catalogued', 'drift', 'passed_on'], '请选择去向'),
  }),
  run: async (context, { donationId, book, fate }, transaction) => {
    const donation = await donationFor(transaction, donationId, 'settle');
    if (isRefused(donation)) return donation;
    if (book >= donation.books.length)
      return refuse({ code: 'donation_books_differ', books: donation.books.length });
    const books = donation.books.map((each, n) => (n === book ? { ...each, fate } : each));
    const marked = { ...donation, books };
    const isOver = isSettled(marked);
    const after = isOver ? afterDonation('settle', 'settled', marked, context.now) : marked;
    await transaction.put('donations', after);
    if (isOver)
      await tellGiver(transaction, context, after, 'settled', {
        title: '您捐的书有了去处',
        body: '每一种书是入藏、漂流还是转赠，都可以点开查看。',
      });
    return {
      value: await deskView(context, after),
      log: { outcome: '登记捐书去向', readerId: after.readerId, titleName: books[book]?.title ?? '' },
    };
  },
});
