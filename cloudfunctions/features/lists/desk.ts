import * as v from 'valibot';
import type { OwnList } from '../../../typings/contract/lists';
import type { Condition } from '../../kernel/database';
import type { StaffContext } from '../../kernel/context';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { CARD_FIELDS } from '../../reads/book-lists';
import { exchangePlaces } from '../../steps/places';
import { aName, anAbout, anAuthor, someAges } from './input';
import { newList, withAges, withWords } from './list';
import { NOT_FOUND, libraryListWithin } from './owning';
import { listPageOf, ownListOf, ownListsOf, readersOpen } from './seeing';

const pageWhere = async (
  { db }: StaffContext,
  where: Record<string, Condition>,
  direction: 'asc' | 'desc',
  after: string | undefined,
): Promise<{ list: OwnList[]; next?: string }> => {
  const { list, next } = await pageFrom(
    db,
    'bookLists',
    {
      where,
      orderBy: [['placedAt', direction]],
      fields: CARD_FIELDS,
    },
    after,
  );
  return { list: await ownListsOf(db, list), ...(next && { next }) };
};

export const list = reading('listDesk.list', {
  role: 'content',
  schema: v.strictObject({ after: aPageStart }),
  run: async (context, { after }) => {
    const [page, waiting] = await Promise.all([
      pageWhere(context, { by: 'library' }, 'desc', after),
      context.db.count('bookLists', { by: 'reader', shown: 'waiting' }),
    ]);
    return done({
      ...page,
      waiting,
      readersOpen: readersOpen(context),
      staffName: context.staff.name,
    });
  },
});

export const offered = reading('listDesk.offered', {
  role: 'content',
  schema: v.strictObject({ shown: v.picklist(['waiting', 'public'], '没有这种状态'), after: aPageStart }),
  run: async (context, { shown, after }) =>
    done(await pageWhere(context, { by: 'reader', shown }, shown === 'waiting' ? 'asc' : 'desc', after)),
});

/** What readers keep for themselves is theirs: staff see a reader's list only once it was offered. */
export const page = reading('listDesk.page', {
  role: 'content',
  schema: v.strictObject({ listId: anId, after: aPageStart }),
  run: async (context, { listId, after }) => {
    const found = await context.db.get('bookLists', listId);
    if (!found || (found.by === 'reader' && found.shown !== 'waiting' && found.shown !== 'public'))
      return refuse(NOT_FOUND);
    return done(await listPageOf(context, found, { after, mine: false, editing: found.by === 'library' }));
  },
});

export const save = writing('listDesk.save', {
  role: 'content',
  schema: v.strictObject({
    listId: v.union([v.literal(''), anId], '编号格式不对'),
    name: aName,
    about: anAbout,
    author: anAuthor,
    ages: v.optional(someAges),
  }),
  run: async (context, { listId, name, about, author, ages }, transaction) => {
    const { now, newId, db } = context;
    const before = listId
      ? await libraryListWithin(transaction, listId)
      : newList({ _id: newId(), by: 'library', readerId: '', author, name, about }, now);
    if (isRefused(before)) return before;
    const saved = withAges({ ...withWords(before, { name, about }, now), author }, ages);
    await transaction.put('bookLists', saved);
    return {
      value: await ownListOf(db, saved),
      log: { outcome: `${listId ? '修改' : '新建'}馆员书单“${name}”` },
    };
  },
});

export const publish = writing('listDesk.publish', {
  role: 'content',
  schema: v.strictObject({ listId: anId, shown: v.picklist(['private', 'public'], '没有这种状态') }),
  run: async (context, { listId, shown }, transaction) => {
    const before = await libraryListWithin(transaction, listId);
    if (isRefused(before)) return before;
    if (shown === 'public' && before.count === 0) return refuse({ code: 'list_empty' });
    const saved = { ...before, shown };
    await transaction.put('bookLists', saved);
    return {
      value: await ownListOf(context.db, saved),
      log: { outcome: `${shown === 'public' ? '发布' : '撤下'}馆员书单“${before.name}”` },
    };
  },
});

export const exchange = writing('listDesk.exchange', {
  role: 'content',
  schema: v.strictObject({ listId: anId, withListId: anId }),
  run: async (_context, { listId, withListId }, transaction) => {
    const one = await libraryListWithin(transaction, listId);
    if (isRefused(one)) return one;
    const other = await libraryListWithin(transaction, withListId);
    if (isRefused(other)) return other;
    await exchangePlaces(transaction, ['bookLists', 'placedAt'], one, other);
    return { value: { listId }, log: { outcome: `馆员书单“${one.name}”换位置` } };
  },
});

export const remove = writing('listDesk.remove', {
  role: 'content',
  schema: v.strictObject({ listId: anId }),
  run: async (_context, { listId }, transaction) => {
    const before = await libraryListWithin(transaction, listId);
    if (isRefused(before)) return before;
    await transaction.remove('bookLists', listId);
    return { value: { listId }, log: { outcome: `删除馆员书单“${before.name}”` } };
  },
});
