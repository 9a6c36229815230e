import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { isRefused, refuse } from '../../kernel/refusal';
import { isRisky } from '../../kernel/text-check';
import { anId } from '../../kernel/validate';
import { anAuthor } from './input';
import { isBuiltIn, wordsOf } from './list';
import { listAsked, ofOwnList, ownListWithin, putOwn } from './owning';
import { ownListOf, readersOpen } from './seeing';

/**
 * Offers a list to others: its words are checked by WeChat before the transaction, and it waits for staff.
 * Only where the library has switched readers' lists on. Words that changed between the check and the
 * transaction were not checked.
 */
export const offer = writing('lists.offer', {
  caller: 'reader',
  schema: v.strictObject({ listId: anId, author: anAuthor }),
  prepare: async (context, { listId, author }) => {
    const { list, readerId } = await listAsked(context, listId);
    // What cannot be offered is refused below: nobody is asked about it.
    if (!list?.readerId || list.readerId !== readerId || !readersOpen(context))
      return { words: '', isRisky: false };
    const words = wordsOf({ ...list, author });
    // A verdict that is not sure is for staff, who look at every list anyway.
    return { words, isRisky: await isRisky(context, words, author) };
  },
  run: async (context, { listId, author }, transaction, checked) => {
    if (!readersOpen(context)) return refuse({ code: 'lists_not_open' });
    const own = await ownListWithin(transaction, context, listId);
    if (isRefused(own)) return own;
    if (isBuiltIn(own.list)) return refuse({ code: 'list_built_in' });
    if (own.list.count === 0) return refuse({ code: 'list_empty' });
    if (wordsOf({ ...own.list, author }) !== checked.words) return refuse({ code: 'list_changed' });
    if (checked.isRisky) return refuse({ code: 'text_not_allowed' });
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

export const withdraw = writing('lists.withdraw', {
  caller: 'reader',
  schema: v.strictObject({ listId: anId }),
  run: ofOwnList(async (context, _input, transaction, own) => {
    const list = { ...own.list, shown: 'private' as const, why: '', changedAt: context.now };
    if (own.list.shown !== 'private') await putOwn(transaction, { ...own, list });
    return {
      value: await ownListOf(context.db, list),
      log: { outcome: '书单改为仅自己可见', readerId: own.reader._id },
    };
  }),
});
