import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forReaderWithin } from '../../reads/asking';
import { aName, anAbout } from './input';
import { MOST_LISTS, isBuiltIn, newList, withTitle, withWords } from './list';
import { ofOwnList, putOwn, titleIdWithin } from './owning';
import { ownListOf } from './seeing';

/** The reader's document carries how many lists there are. */
export const create = writing('lists.create', {
  caller: 'reader',
  schema: v.strictObject({ name: aName, about: anAbout, titleId: v.optional(anId) }),
  run: forReaderWithin(async (context, { name, about, titleId }, transaction, reader) => {
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
  }),
});

interface Words {
  listId: string;
  name: string;
  about: string;
}

export const change = writing('lists.change', {
  caller: 'reader',
  schema: v.strictObject({ listId: anId, name: aName, about: anAbout }),
  run: ofOwnList(async (context, { name, about }: Words, transaction, own) => {
    if (isBuiltIn(own.list)) return refuse({ code: 'list_built_in' });
    const list = withWords(own.list, { name, about }, context.now);
    await putOwn(transaction, { ...own, list });
    return {
      value: await ownListOf(context.db, list),
      log: { outcome: '修改书单', readerId: own.reader._id },
    };
  }),
});

export const remove = writing('lists.remove', {
  caller: 'reader',
  schema: v.strictObject({ listId: anId }),
  run: ofOwnList(async (_context, { listId }, transaction, { list, reader }) => {
    if (isBuiltIn(list)) return refuse({ code: 'list_built_in' });
    await transaction.remove('bookLists', listId);
    await transaction.put('readers', { ...reader, bookLists: Math.max(0, (reader.bookLists ?? 0) - 1) });
    return { value: { listId }, log: { outcome: '删除书单', readerId: reader._id } };
  }),
});
