import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aTimeSeen, aVerdict, anId } from '../../kernel/validate';
import { changeSettings } from '../../steps/library-settings';
import { tell } from '../../steps/notices';
import { NOT_FOUND } from './owning';
import { ownListOf } from './seeing';
import { MY_LISTS_PAGE } from './pages';

/**
 * Staff decide on the list that they saw: one that has changed since is looked at again. The reader is told
 * of each decision once, with the reason of a no.
 */
export const decide = writing('listDesk.decide', {
  role: 'content',
  schema: v.strictObject({ listId: anId, changedAt: aTimeSeen, ...aVerdict }),
  run: async (context, { listId, changedAt, allow, why }, transaction) => {
    const list = await transaction.get('bookLists', listId);
    if (!list || list.by !== 'reader' || (list.shown !== 'waiting' && list.shown !== 'public'))
      return refuse(NOT_FOUND);
    if (list.changedAt !== changedAt) return refuse({ code: 'list_changed' });
    if (!allow && why === '') return refuse({ code: 'comment_needed' });
    const { now, db } = context;
    const decided = {
      ...list,
      shown: allow ? ('public' as const) : ('refused' as const),
      why: allow ? '' : why,
      placedAt: now,
      changedAt: now,
    };
    await transaction.put('bookLists', decided);
    await tell(transaction, context, {
      occasion: `list_${allow ? 'allowed' : 'refused'}_${listId}_${now}`,
      readerId: list.readerId,
      topic: 'account',
      title: allow ? '您的书单公开了' : '您的书单没有公开',
      body: allow
        ? `“${list.name}”已通过审核，其他读者可以看到了。`
        : `“${list.name}”暂时不能公开：${why}。修改后可以再次申请，书单仍为您保留。`,
      link: MY_LISTS_PAGE,
      facts: { title: list.name },
    });
    return {
      value: await ownListOf(db, decided),
      log: {
        outcome: `读者书单${allow ? '公开' : '不公开'}`,
        comment: [`“${list.name}”`, ...(allow ? [] : [why])].join('：'),
      },
    };
  },
});

/** The library's switch. */
export const openToReaders = writing('listDesk.openToReaders', {
  role: 'manager',
  schema: v.strictObject({ open: v.boolean() }),
  run: async (_context, { open }, transaction) => {
    await changeSettings(transaction, ({ openContent }) => ({
      openContent: { reviews: false, ...openContent, lists: open },
    }));
    return { value: { readersOpen: open }, log: { outcome: `读者书单公开：${open ? '打开' : '关闭'}` } };
  },
});
