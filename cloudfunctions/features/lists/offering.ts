import * as v from 'valibot';
import type { ListsApi, OwnList } from '../../../typings/contract/lists';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { anAuthor } from './input';
import { isBuiltIn } from './list';
import { ownListWithin, putOwn } from './owning';
import { ownListOf, readersOpen } from './seeing';

type Offer = Parameters<ListsApi['lists.offer']>[0];

/** Offers a list to others: it waits for staff. Only where the library has switched readers' lists on. */
export const offer = writing<Offer, OwnList, Context>({
  schema: v.strictObject({ listId: anId, author: anAuthor }),
  run: async (context, { listId, author }, transaction) => {
    if (!readersOpen(context)) return refuse({ code: 'lists_not_open' });
    const own = await ownListWithin(transaction, context, listId);
    if (isRefused(own)) return own;
    if (isBuiltIn(own.list)) return refuse({ code: 'list_built_in' });
    if (own.list.count === 0) return refuse({ code: 'list_empty' });
    const { now, db } = context;
    const list = {
      ...own.list,
      author,
      shown: 'waiting' as const,
      why: '',
      placedAt: now,
      changedAt: now,
    };
    await putOwn(transaction, { ...own, list });
    return {
      value: await ownListOf(db, list),
      log: { outcome: '申请公开书单', readerId: own.reader._id },
    };
  },
});

export const withdraw = writing<{ listId: string }, OwnList, Context>({
  schema: v.strictObject({ listId: anId }),
  run: async (context, { listId }, transaction) => {
    const own = await ownListWithin(transaction, context, listId);
    if (isRefused(own)) return own;
    const list = { ...own.list, shown: 'private' as const, why: '', changedAt: context.now };
    if (own.list.shown !== 'private') await putOwn(transaction, { ...own, list });
    return {
      value: await ownListOf(context.db, list),
      log: { outcome: '书单改为仅自己可见', readerId: own.reader._id },
    };
  },
});
