import type * as v from 'valibot';
import type { ListCount } from '../../../typings/contract/lists';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing, type Changed } from '../../kernel/operation';
import { isRefused } from '../../kernel/refusal';
import type { Schema } from '../../kernel/validate';
import { ofTitle, toPlace, withNoteOf } from './input';
import { ownListWithin, putOwn } from './owning';
import {
  adding,
  countOf,
  lookUpFormer,
  moving,
  noting,
  taking,
  type OfTitle,
  type TitleChange,
} from './titles-on';

/**
 * A change of what is on one's own list. The log does not say which title: what somebody wants to read is
 * theirs.
 */
const onOwn = <S extends Schema<OfTitle>>(schema: S, { outcome, apply }: TitleChange<v.InferOutput<S>>) => ({
  caller: 'reader' as const,
  schema,
  prepare: lookUpFormer,
  run: async (
    context: Context,
    input: v.InferOutput<S>,
    transaction: Transaction,
    formerIds: string[],
  ): Promise<Changed<ListCount>> => {
    const own = await ownListWithin(transaction, context, input.listId);
    if (isRefused(own)) return own;
    const list = await apply(own.list, input, context, transaction, formerIds);
    if (isRefused(list)) return list;
    if (list !== own.list || own.isNew) await putOwn(transaction, { ...own, list });
    return { value: countOf(list), log: { outcome, readerId: own.reader._id } };
  },
});

export const add = writing('lists.add', onOwn(ofTitle, adding));
export const take = writing('lists.take', onOwn(ofTitle, taking));
export const note = writing('lists.note', onOwn(withNoteOf, noting));
export const move = writing('lists.move', onOwn(toPlace, moving));
