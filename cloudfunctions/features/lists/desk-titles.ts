import type * as v from 'valibot';
import type { StaffContext } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused } from '../../kernel/refusal';
import type { Schema } from '../../kernel/validate';
import { ofTitle, toPlace, withNoteOf } from './input';
import { libraryListWithin } from './owning';
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

/** A change of what is on a list of the library. */
const onLibrarys = <S extends Schema<OfTitle>>(schema: S, made: TitleChange<v.InferOutput<S>>) => ({
  role: 'content' as const,
  ...changing(schema, made, async (_context: StaffContext, transaction, listId, change) => {
    const before = await libraryListWithin(transaction, listId);
    if (isRefused(before)) return before;
    const changed = await change(before);
    if (isRefused(changed)) return changed;
    if (changed !== before) await transaction.put('bookLists', changed);
    return { value: countOf(changed), log: { outcome: `${made.outcome}（${before.name}）` } };
  }),
});

export const add = writing('listDesk.add', onLibrarys(ofTitle, adding));
export const take = writing('listDesk.take', onLibrarys(ofTitle, taking));
export const note = writing('listDesk.note', onLibrarys(withNoteOf, noting));
export const move = writing('listDesk.move', onLibrarys(toPlace, moving));
