import type * as v from 'valibot';
import type { ListCount } from '../../../typings/contract/lists';
import type { Refusal } from '../../../typings/contract/refusals';
import type { BookListDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import type { Changed as Answer } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import type { Schema } from '../../kernel/validate';
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
const lookUpFormer = ({ db }: Context, { titleId }: OfTitle): Promise<string[]> => formerIdsOf(db, titleId);

export const countOf = ({ _id, count }: BookListDocument): ListCount => ({ listId: _id, titles: count });

/** An operation that makes such a change: `on` finds the list, has it changed and puts it back. */
export const changing = <S extends Schema<OfTitle>, At extends Context>(
  schema: S,
  { apply }: TitleChange<v.InferOutput<S>>,
  on: (
    context: At,
    transaction: Transaction,
    listId: string,
    change: (list: BookListDocument) => Changed | Promise<Changed>,
  ) => Promise<Answer<ListCount>>,
) => ({
  schema,
  prepare: lookUpFormer,
  run: (context: At, input: v.InferOutput<S>, transaction: Transaction, formerIds: string[]) =>
    on(context, transaction, input.listId, (list) => apply(list, input, context, transaction, formerIds)),
});
