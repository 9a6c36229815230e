import * as v from 'valibot';
import type { MyList } from '../../../typings/contract/lists';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forReader } from '../../reads/asking';
import { CARD_FIELDS, type ListFacts } from '../../reads/book-lists';
import { MOST_LISTS, isBuiltIn } from './list';
import { formerIdsOf, wantListOf } from './owning';
import { ownListsOf, readersOpen } from './seeing';

export const mine = reading('lists.mine', {
  caller: 'reader',
  schema: v.strictObject({ titleId: v.optional(anId) }),
  run: forReader(async (context, { titleId }, reader) => {
    const { db } = context;
    const [found, having] = await Promise.all([
      db.find('bookLists', {
        where: { readerId: reader._id },
        orderBy: [['changedAt', 'desc']],
        limit: MOST_LISTS,
        fields: CARD_FIELDS,
      }),
      titleId ? listsHaving(context, reader._id, titleId) : new Set<string>(),
    ]);
    const lists: ListFacts[] = found.some(isBuiltIn) ? found : [wantListOf(reader, context), ...found];
    lists.sort((a, b) => Number(isBuiltIn(b)) - Number(isBuiltIn(a)));
    const views = await ownListsOf(db, lists);
    const list = views.map((view, n): MyList => {
      const facts = lists[n];
      return { ...view, builtIn: !!facts && isBuiltIn(facts), has: having.has(view.listId) };
    });
    return done({ list, limit: MOST_LISTS, readersOpen: readersOpen(context) });
  }),
});

/** The reader's lists that have a title, under whichever of its names. */
const listsHaving = async ({ db }: Context, readerId: string, titleId: string): Promise<Set<string>> => {
  const ids = [titleId, ...(await formerIdsOf(db, titleId))];
  const lists = await db.find('bookLists', {
    where: { readerId, 'titles.titleId': isIn(ids) },
    limit: MOST_LISTS,
    fields: ['_id'],
  });
  return new Set(lists.map(({ _id }) => _id));
};
