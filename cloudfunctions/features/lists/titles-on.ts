import type { ListCount } from '../../../typings/contract/lists';
import type { Refusal } from '../../../typings/contract/refusals';
import type { BookListDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { refuse } from '../../kernel/refusal';
import { withMoved, withNote, withTitle, withoutTitle } from './list';
import { formerIdsOf, titleIdWithin } from './owning';

/**
 * The four changes of what is on a list, for readers and for librarians alike: whose list it may be is the
 * door's matter.
 */

export type OfTitle = { listId: string; titleId: string };
type Changed = BookListDocument | { refusals: Refusal[] };

export interface TitleChange<In extends OfTitle> {
  /** What the operation log says. */
  outcome: string;
  apply(
    list: BookListDocument,
    input: In,
    context: Context,
    transaction: Transaction,
    formerIds: string[],
  ): Changed | Promise<Changed>;
}

export const adding: TitleChange<OfTitle> = {
  outcome: '书单：加入一本书',
  apply: async (list, input, { now }, transaction, formerIds) => {
    const titleId = await titleIdWithin(transaction, input.titleId);
    if (!titleId) return refuse({ code: 'title_not_found' });
    return withTitle(list, { titleId, alsoIds: [input.titleId, ...formerIds] }, now);
  },
};

export const taking: TitleChange<OfTitle> = {
  outcome: '书单：移出一本书',
  apply: (list, { titleId }, { now }, _transaction, formerIds) =>
    withoutTitle(list, [titleId, ...formerIds], now),
};

export const noting: TitleChange<OfTitle & { note: string }> = {
  outcome: '书单：写推荐语',
  apply: (list, { titleId, note }, { now }) => withNote(list, titleId, note, now),
};

export const moving: TitleChange<OfTitle & { before: string }> = {
  outcome: '书单：调整顺序',
  apply: (list, { titleId, before }, { now }) => withMoved(list, titleId, before, now),
};

/** The ids that a query alone finds; the list itself is read again in the transaction. */
export const lookUpFormer = ({ db }: Context, { titleId }: OfTitle): Promise<string[]> =>
  formerIdsOf(db, titleId);

export const countOf = ({ _id, count }: BookListDocument): ListCount => ({ listId: _id, titles: count });
