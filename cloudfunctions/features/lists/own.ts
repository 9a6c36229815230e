import * as v from 'valibot';
import type { ListCount, ListsApi, MyList, OwnList } from '../../../typings/contract/lists';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId, type Schema } from '../../kernel/validate';
import { readerWithin } from '../../reads/asking';
import { aName, anAbout } from './input';
import { MOST_LISTS, isBuiltIn, newList, withTitle, withWords } from './list';
import { ownListWithin, putOwn, titleIdWithin } from './owning';
import { ownListOf } from './seeing';
import { countOf, lookUpFormer, type TitleChange } from './titles-on';

type CreateIn = Parameters<ListsApi['lists.create']>[0];

/** The reader's document carries how many lists there are. */
export const create = writing<CreateIn, MyList, Context>({
  schema: v.strictObject({ name: aName, about: anAbout, titleId: v.optional(anId) }),
  run: async (context, { name, about, titleId }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const current = reader.bookLists ?? 0;
    if (current >= MOST_LISTS) return refuse({ code: 'list_limit_reached', current, limit: MOST_LISTS });
    let list = newList(
      { _id: context.newId(), by: 'reader', readerId: reader._id, author: '', name, about },
      context.now,
    );
    if (titleId) {
      const known = await titleIdWithin(transaction, titleId);
      if (!known) return refuse({ code: 'title_not_found' });
      const filled = withTitle(list, { titleId: known, alsoIds: [] }, context.now);
      if (isRefused(filled)) return filled;
      list = filled;
    }
    await putOwn(transaction, { reader, list, isNew: true });
    const view = await ownListOf(context.db, list);
    return {
      value: { ...view, builtIn: false, has: !!titleId },
      log: { outcome: '新建书单', readerId: reader._id },
    };
  },
});

type ChangeIn = Parameters<ListsApi['lists.change']>[0];

export const change = writing<ChangeIn, OwnList, Context>({
  schema: v.strictObject({ listId: anId, name: aName, about: anAbout }),
  run: async (context, { listId, name, about }, transaction) => {
    const own = await ownListWithin(transaction, context, listId);
    if (isRefused(own)) return own;
    if (isBuiltIn(own.list)) return refuse({ code: 'list_built_in' });
    const list = withWords(own.list, { name, about }, context.now);
    await putOwn(transaction, { ...own, list });
    return {
      value: await ownListOf(context.db, list),
      log: { outcome: '修改书单', readerId: own.reader._id },
    };
  },
});

export const remove = writing<{ listId: string }, { listId: string }, Context>({
  schema: v.strictObject({ listId: anId }),
  run: async (context, { listId }, transaction) => {
    const own = await ownListWithin(transaction, context, listId);
    if (isRefused(own)) return own;
    if (isBuiltIn(own.list)) return refuse({ code: 'list_built_in' });
    const { reader } = own;
    await transaction.remove('bookLists', listId);
    await transaction.put('readers', { ...reader, bookLists: Math.max(0, (reader.bookLists ?? 0) - 1) });
    return { value: { listId }, log: { outcome: '删除书单', readerId: reader._id } };
  },
});

/** A change of what is on one's own list. The log does not say which title: what somebody wants to read is theirs. */
export const onOwn = <In extends { listId: string; titleId: string }>(
  schema: Schema<In>,
  { outcome, apply }: TitleChange<In>,
) =>
  writing<In, ListCount, Context, string[]>({
    schema,
    prepare: lookUpFormer,
    run: async (context, input, transaction, formerIds) => {
      const own = await ownListWithin(transaction, context, input.listId);
      if (isRefused(own)) return own;
      const list = await apply(own.list, input, context, transaction, formerIds);
      if (isRefused(list)) return list;
      if (list !== own.list || own.isNew) await putOwn(transaction, { ...own, list });
      return { value: countOf(list), log: { outcome, readerId: own.reader._id } };
    },
  });
