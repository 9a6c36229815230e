import * as v from 'valibot';
import type { Context } from '../../kernel/context';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';

const readerIdOf = async ({ db, openid }: Context) => {
  const identity = await db.get('identities', openid);
  return identity ? { readerId: identity.readerId } : refuse({ code: 'no_card' });
};

export const markRead = writing('notices.markRead', {
  caller: 'reader',
  schema: v.strictObject({ noticeId: anId }),
  prepare: readerIdOf,
  run: async (_context, { noticeId }, transaction, { readerId }) => {
    const notice = await transaction.get('notices', noticeId);
    if (!notice || notice.readerId !== readerId) return refuse({ code: 'notice_not_found' });
    await transaction.put('notices', { ...notice, read: true });
    return { value: { noticeId }, log: { outcome: '已读', readerId } };
  },
});

/**
 * Marks each unread notice on its own: a notice that arrives meanwhile stays unread, and running again
 * changes nothing.
 */
export const markAllRead = writing('notices.markAllRead', {
  caller: 'reader',
  schema: nothing,
  prepare: async (context) => {
    const found = await readerIdOf(context);
    if ('refusals' in found) return found;
    const marked = await context.db.updateWhere(
      'notices',
      { readerId: found.readerId, read: false },
      { read: true },
    );
    return { ...found, marked };
  },
  run: async (_context, _input, _transaction, { readerId, marked }) => ({
    value: { marked },
    log: { outcome: `全部已读 ${marked} 条`, readerId },
  }),
});
