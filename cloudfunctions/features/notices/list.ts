import * as v from 'valibot';
import type { Notice } from '../../../typings/contract/notices';
import type { NoticeDocument } from '../../documents';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';

export const list = reading('notices.list', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: async ({ db, openid }, { after }) => {
    const identity = await db.get('identities', openid);
    if (!identity) return refuse({ code: 'no_card' });
    const { readerId } = identity;
    const [rows, unread] = await Promise.all([
      db.find('notices', {
        where: { readerId },
        orderBy: [['at', 'desc']],
        skip: startOf(after),
        limit: PAGE_SIZE + 1,
      }),
      db.count('notices', { readerId, read: false }),
    ]);
    const { list: page, next } = pageOf(rows, startOf(after));
    return done({ list: page.map(noticeView), next, unread });
  },
});

const noticeView = ({ _id, topic, title, body, at, read, link }: NoticeDocument): Notice => ({
  noticeId: _id,
  topic,
  title,
  body,
  at,
  read,
  link,
});
