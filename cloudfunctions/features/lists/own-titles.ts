import type * as v from 'valibot';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused } from '../../kernel/refusal';
import type { Schema } from '../../kernel/validate';
import { ofTitle, toPlace, withNoteOf } from './input';
import { ownListWithin, putOwn } from './owning';
import {
  adding,
  changing,
  countOf,
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
const onOwn = <S extends Schema<OfTitle>>(schema: S, made: TitleChange<v.InferOutput<S>>) => ({
  caller: 'reader' as const,
  ...changing(schema, made, async (context: Context, transaction, listId, change) => {
    const own = await ownListWithin(transaction, context, listId);
    if (isRefused(own)) return own;
    const list = await change(own.list);
    if (isRefused(list)) return list;
    if (list !== own.list || own.isNew) await putOwn(transaction, { ...own, list });
    return { value: countOf(list), log: { outcome: made.outcome, readerId: own.reader._id } };
  }),
});

export const add = writing('lists.add', onOwn(ofTitle, adding));
export const take = writing('lists.take', onOwn(ofTitle, taking));
export const note = writing('lists.note', onOwn(withNoteOf, noting));
export const move = writing('lists.move', onOwn(toPlace, moving));
