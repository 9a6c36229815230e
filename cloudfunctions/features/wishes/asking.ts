import * as v from 'valibot';
import type { WishedBook } from '../../../typings/contract/wishes';
import { refusalsToWish, wishKeys, wishesLeft } from '../../cataloguing/wishing';
import type { ReaderDocument, WishDocument, WishVoiceDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { localDateOf } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { isRisky } from '../../kernel/text-check';
import { someLines } from '../../kernel/validate';
import { forReaderWithin, readerAsking, readerWithin } from '../../reads/asking';
import { heldBooks, wishMet } from '../../reads/wishes';
import { availabilityOf } from '../../views/availability';
import { heldTitle, wishView } from '../../views/wishes';
import {
  AUTHOR_MISSING,
  WISH_NOT_FOUND,
  aBook,
  isABook,
  monthOf,
  oneWish,
  perMonthOf,
  someOfABook,
} from './input';

export const voiceId = (wishId: string, readerId: string): string => `${wishId}_${readerId}`;

/** Open to everybody: that a book is here already, or asked for, is known before a card is needed. */
export const look = reading('wishes.look', {
  caller: 'visitor',
  schema: v.strictObject(someOfABook),
  run: async (context, book) => {
    const { db, library } = context;
    const perMonth = perMonthOf(context);
    const [reader, held, wish] = await Promise.all([
      readerAsking(context),
      heldBooks(db, book),
      wishMet(db, book),
    ]);
    const voice = wish && reader ? await db.get('wishVoices', voiceId(wish._id, reader._id)) : null;
    return done({
      perMonth,
      left: reader ? wishesLeft(reader, monthOf(context), perMonth) : perMonth,
      held: held.map((each) => heldTitle(library, each)),
      wish: wish && wishView(wish, voice),
    });
  },
});

/** What the library has copies of is borrowed; another edition of it may be asked for by who says so. */
const refusalOfHeld = async (context: Context, book: WishedBook, anyway: boolean) => {
  const held = (await heldBooks(context.db, book)).filter(
    ({ items }) => availabilityOf(context.library, items).items > 0,
  );
  const [first] = [...held.filter(({ same }) => same), ...(anyway ? [] : held)];
  return first
    ? refuse({
        ...{ code: 'wish_held_here', titleId: first.title._id, title: first.title.title },
        other: !first.same,
      })
    : undefined;
};

/** Asks for a book, or joins those who did: which of both is decided where it is written. */
export const ask = writing('wishes.ask', {
  caller: 'reader',
  schema: v.pipe(
    v.strictObject({ ...aBook, why: someLines(200), anyway: v.boolean() }),
    v.forward(
      v.check((book) => isABook(book), AUTHOR_MISSING),
      ['author'],
    ),
  ),
  prepare: async (context, { title, author, isbn, why, anyway }) => {
    if (!(await readerAsking(context))) return refuse({ code: 'no_card' });
    const text = [title, author, why].filter(Boolean).join('\n');
    if (await isRisky(context, text, '读者')) return refuse({ code: 'text_not_allowed' });
    return refusalOfHeld(context, { title, author, isbn }, anyway);
  },
  run: async (context, { title, author, isbn, why }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const book = { title, author, isbn };
    const met = await wishMet(transaction, book);
    const mine = met && (await transaction.get('wishVoices', voiceId(met._id, reader._id)));
    const [month, perMonth] = [monthOf(context), perMonthOf(context)];
    const refusals = refusalsToWish({ reader, month, perMonth, wish: met, isMine: mine !== null });
    if (refusals.length > 0) return { refusals };

    const wish = met ? joined(met, book) : newWish(context, book);
    const voice = { _id: voiceId(wish._id, reader._id), wishId: wish._id, readerId: reader._id };
    const said: WishVoiceDocument = { ...voice, why, at: context.now };
    await putWish(transaction, wish);
    await transaction.put('wishVoices', said);
    await transaction.put('readers', counted(reader, month, 1));
    return {
      value: { ...wishView(wish, said), joined: met !== null },
      log: { outcome: met ? '加入荐购' : '荐购', readerId: reader._id },
    };
  },
});

const newWish = ({ now, newId }: Pick<Context, 'now' | 'newId'>, book: WishedBook): WishDocument => ({
  ...{ _id: newId(), ...book, keys: wishKeys(book), state: 'received', since: now, firstAt: now, asked: 1 },
  ...{ answer: '', titleId: '' },
});

/** One more reader; what this one knew of the book and those before did not is kept. */
const joined = (wish: WishDocument, book: WishedBook): WishDocument => ({
  ...wish,
  isbn: wish.isbn || book.isbn,
  author: wish.author || book.author,
  keys: [...new Set([...wish.keys, ...wishKeys(book)])],
  asked: wish.asked + 1,
});

/** With the keys that lead to it; one that leads to another wish stays there. */
export const putWish = async (transaction: Transaction, wish: WishDocument): Promise<void> => {
  await transaction.put('wishes', wish);
  for (const key of wish.keys)
    if (!(await transaction.get('wishKeys', key)))
      await transaction.put('wishKeys', { _id: key, wishId: wish._id });
};

const counted = (reader: ReaderDocument, month: string, by: 1 | -1): ReaderDocument => {
  const count = reader.wishes?.month === month ? reader.wishes.count : 0;
  return { ...reader, wishes: { month, count: Math.max(0, count + by) } };
};

/** Taken back by the last who asked, a book that nothing was decided of goes. */
export const withdraw = writing('wishes.withdraw', {
  caller: 'reader',
  schema: oneWish,
  run: forReaderWithin(async (context, { wishId }, transaction, reader) => {
    const [wish, voice] = [
      await transaction.get('wishes', wishId),
      await transaction.get('wishVoices', voiceId(wishId, reader._id)),
    ];
    if (!wish || !voice) return refuse(WISH_NOT_FOUND);
    if (!wishView(wish, voice).withdrawable) return refuse({ code: 'wish_is', state: wish.state });
    await transaction.remove('wishVoices', voice._id);
    if (wish.asked > 1) await transaction.put('wishes', { ...wish, asked: wish.asked - 1 });
    else await removeWish(transaction, wish);
    const month = monthOf(context);
    if (localDateOf(voice.at).startsWith(month)) await transaction.put('readers', counted(reader, month, -1));
    return { value: { withdrawn: true }, log: { outcome: '撤回荐购', readerId: reader._id } };
  }),
});

const removeWish = async (transaction: Transaction, { _id, keys }: WishDocument): Promise<void> => {
  await transaction.remove('wishes', _id);
  for (const key of keys)
    if ((await transaction.get('wishKeys', key))?.wishId === _id) await transaction.remove('wishKeys', key);
};
