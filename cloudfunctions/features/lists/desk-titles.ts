import type * as v from 'valibot';
import type { ListCount } from '../../../typings/contract/lists';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { writing, type Changed } from '../../kernel/operation';
import { isRefused } from '../../kernel/refusal';
import type { Schema } from '../../kernel/validate';
import { ofTitle, toPlace, withNoteOf } from './input';
import { libraryListWithin } from './owning';
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

/** A change of what is on a list of the library. */
const onLibrarys = <S extends Schema<OfTitle>>(
  schema: S,
  { outcome, apply }: TitleChange<v.InferOutput<S>>,
) => ({
  role: 'content' as const,
  schema,
  prepare: lookUpFormer,
  run: async (
    context: StaffContext,
    input: v.InferOutput<S>,
    transaction: Transaction,
    formerIds: string[],
  ): Promise<Changed<ListCount>> => {
    const before = await libraryListWithin(transaction, input.listId);
    if (isRefused(before)) return before;
    const changed = await apply(before, input, context, transaction, formerIds);
    if (isRefused(changed)) return changed;
    if (changed !== before) await transaction.put('bookLists', changed);
    return { value: countOf(changed), log: { outcome: `${outcome}（${before.name}）` } };
  },
});

export const add = writing('listDesk.add', onLibrarys(ofTitle, adding));
export const take = writing('listDesk.take', onLibrarys(ofTitle, taking));
export const note = writing('listDesk.note', onLibrarys(withNoteOf, noting));
export const move = writing('listDesk.move', onLibrarys(toPlace, moving));
