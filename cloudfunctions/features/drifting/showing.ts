import * as v from 'valibot';
import { refusalsToTake } from '../../community/drifting';
import type { DriftBookDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageOf, startOf, PAGE_SIZE } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { forReader, readerAsking } from '../../reads/asking';
import { bookByCode, driftBooksIn, driftingIsOn, legsOf } from '../../reads/drifting';
import { driftRow, passportView } from '../../views/drifting';
import { DRIFT_NOT_FOUND, aDriftCode, oneBook } from './input';

/** What a reader has now, and what was with them. */
const booksOf = async ({ db }: Context, readerId: string, start: number) => {
  const legs = await db.find('driftLegs', {
    where: { readerId },
    orderBy: [['from', 'desc']],
    skip: start,
    limit: PAGE_SIZE + 1,
    fields: ['driftId'],
  });
  const page = pageOf(legs, start);
  const ids = [...new Set(page.list.map(({ driftId }) => driftId))];
  const books = await db.getMany('driftBooks', ids);
  return { ...page, list: ids.flatMap((id) => books.find(({ _id }) => _id === id) ?? []) };
};

export const list = reading('drifting.list', {
  caller: 'visitor',
  schema: v.strictObject({ which: v.picklist(['out', 'held', 'mine'], '没有这个列表'), after: aPageStart }),
  run: async (context, { which, after }) => {
    if (!driftingIsOn(context)) return refuse({ code: 'drifting_not_open' });
    const { db } = context;
    const [page, out, held] = await Promise.all([
      which === 'mine' ? ownBooks(context, after) : driftBooksIn(db, which, after),
      db.count('driftBooks', { state: 'out' }),
      db.count('driftBooks', { state: 'held' }),
    ]);
    return isRefused(page) ? page : done({ ...page, counts: { out, held }, list: page.list.map(driftRow) });
  },
});

const ownBooks = async (context: Context, after: string | undefined) => {
  const reader = await readerAsking(context);
  return reader ? booksOf(context, reader._id, startOf(after)) : refuse({ code: 'no_card' });
};

/** What never left the library is not for readers. */
const wanders = (book: DriftBookDocument | null | undefined): book is DriftBookDocument =>
  book !== null && book !== undefined && book.releasedAt !== '';

export const show = reading('drifting.show', {
  caller: 'visitor',
  schema: oneBook,
  run: async (context, { driftId }) => {
    if (!driftingIsOn(context)) return refuse({ code: 'drifting_not_open' });
    const [book, legs, reader] = await Promise.all([
      context.db.get('driftBooks', driftId),
      legsOf(context.db, driftId),
      readerAsking(context),
    ]);
    return wanders(book) ? done(passportView(book, legs, reader?._id ?? null)) : refuse(DRIFT_NOT_FOUND);
  },
});

/** Books that are with a reader now. */
export const heldBy = ({ db }: Pick<Context, 'db'>, readerId: string): Promise<number> =>
  db.count('driftBooks', { holderId: readerId, state: isIn(['held']) });

export const look = reading('drifting.look', {
  caller: 'reader',
  schema: v.strictObject({ code: aDriftCode }),
  run: forReader(async (context, { code }, reader) => {
    if (!driftingIsOn(context)) return refuse({ code: 'drifting_not_open' });
    const book = await bookByCode(context.db, code);
    if (!wanders(book)) return refuse({ code: 'drift_code_unknown' });
    const [legs, held] = await Promise.all([legsOf(context.db, book._id), heldBy(context, reader._id)]);
    const because = refusalsToTake({ book, readerId: reader._id, seen: book.version, held });
    return done({ passport: passportView(book, legs, reader._id), seen: book.version, because });
  }),
});
