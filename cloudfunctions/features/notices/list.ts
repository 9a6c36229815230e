import * as v from 'valibot';
import type { NoticeTopic } from '../../../typings/contract/account';
import type { Notice, NoticeGroup } from '../../../typings/contract/notices';
import type { NoticeDocument } from '../../documents';
import { reading } from '../../kernel/operation';
import { isIn } from '../../kernel/database';
import { aPageStart, newestOf, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';

const GROUPS = ['loans', 'holds', 'events', 'library', 'answers', 'account'] as const satisfies NoticeGroup[];

const TOPICS_OF: Record<NoticeGroup, readonly NoticeTopic[]> = {
  loans: ['due_soon', 'overdue', 'recall'],
  holds: ['hold_ready', 'hold_expired'],
  events: ['event', 'recap'],
  library: ['news', 'article', 'closure'],
  answers: ['reference'],
  account: ['account'],
};

export const list = reading('notices.list', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart, about: v.optional(v.picklist(GROUPS, '没有这一类消息')) }),
  run: async ({ db, openid }, { after, about }) => {
    const identity = await db.get('identities', openid);
    if (!identity) return refuse({ code: 'no_card' });
    const { readerId } = identity;
    const [{ list: page, next }, unread] = await Promise.all([
      about
        ? pageFrom(
            db,
            'notices',
            { where: { readerId, topic: isIn(TOPICS_OF[about]) }, orderBy: [['at', 'desc']] },
            after,
          )
        : newestOf(db, 'notices', readerId, after),
      db.count('notices', { readerId, read: false }),
    ]);
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
