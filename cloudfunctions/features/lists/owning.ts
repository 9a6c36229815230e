import type { Refusal } from '../../../typings/contract/refusals';
import type { BookListDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Database, Transaction } from '../../kernel/database';
import type { Run } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { readerWithin } from '../../reads/asking';
import { WANT, newList, wantIdOf } from './list';

type Owned = { reader: ReaderDocument; list: BookListDocument; isNew: boolean };

/**
 * A list of the reader who asks. 想读 is there from its first use on. Another reader's list is not told from
 * one that does not exist: its id says nothing to whoever guessed it.
 */
export const ownListWithin = async (
  transaction: Transaction,
  context: Context,
  listId: string,
): Promise<Owned | { refusals: Refusal[] }> => {
  const reader = await readerWithin(transaction, context);
  if (!reader) return refuse({ code: 'no_card' });
  const list = await transaction.get('bookLists', listId);
  if (list) return list.readerId === reader._id ? { reader, list, isNew: false } : refuse(NOT_FOUND);
  if (listId !== wantIdOf(reader._id)) return refuse(NOT_FOUND);
  return { reader, list: wantListOf(reader, context), isNew: true };
};

/** A change of such a list: run with it, or there is a no. */
export const ofOwnList =
  <In extends { listId: string }, Changed>(
    run: (context: Context, input: In, transaction: Transaction, own: Owned) => Promise<Changed>,
  ): Run<Context, In, Changed> =>
  async (context, input, transaction) => {
    const own = await ownListWithin(transaction, context, input.listId);
    return isRefused(own) ? own : run(context, input, transaction, own);
  };

/** A list as it stands, and which reader asks for it: '' for a visitor. */
export const listAsked = async ({ db, openid }: Pick<Context, 'db' | 'openid'>, listId: string) => {
  const [list, identity] = await Promise.all([db.get('bookLists', listId), db.get('identities', openid)]);
  return { list, readerId: identity?.readerId ?? '' };
};

/**
 * Writes a list, and with a new one that its reader has one more. The reader's document carries how many
 * there are, and meets an account that is closed at the same moment.
 */
export const putOwn = async (transaction: Transaction, { reader, list, isNew }: Owned): Promise<void> => {
  await transaction.put('bookLists', list);
  if (isNew) await transaction.put('readers', { ...reader, bookLists: (reader.bookLists ?? 0) + 1 });
};

export const wantListOf = ({ _id }: Pick<ReaderDocument, '_id'>, { now }: Pick<Context, 'now'>) =>
  newList({ _id: wantIdOf(_id), by: 'reader', readerId: _id, author: '', name: WANT, about: '' }, now);

/** A list of the library. */
export const libraryListWithin = async (
  transaction: Transaction,
  listId: string,
): Promise<BookListDocument | { refusals: Refusal[] }> => {
  const list = await transaction.get('bookLists', listId);
  return list?.by === 'library' ? list : refuse(NOT_FOUND);
};

export const NOT_FOUND = { code: 'list_not_found' } as const;

/** Every id that a title was known by before other records were joined to it. */
export const formerIdsOf = async (db: Database, titleId: string): Promise<string[]> => {
  const merges = await db.find('titleMerges', { where: { into: titleId }, limit: 100, fields: ['_id'] });
  return merges.map(({ _id }) => _id);
};

/**
 * The title that is to go on a list: the one that stayed, where the one meant was joined to another
 * meanwhile.
 */
export const titleIdWithin = async (transaction: Transaction, titleId: string): Promise<string | null> => {
  if (await transaction.get('titles', titleId)) return titleId;
  const merge = await transaction.get('titleMerges', titleId);
  return merge && (await transaction.get('titles', merge.into)) ? merge.into : null;
};
