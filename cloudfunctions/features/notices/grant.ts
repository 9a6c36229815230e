import * as v from 'valibot';
import type { NoticeTopic } from '../../../typings/contract/account';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aTopic } from '../../kernel/validate';
import { subscriptionId } from './subscription';

type Out = { list: { topic: NoticeTopic; balance: number }[] };

/**
 * One accept in WeChat's sheet is one message that may be sent. The subscription document carries the
 * balance.
 */
export const grant = writing('notices.grant', {
  caller: 'reader',
  schema: v.strictObject({
    topics: v.pipe(v.array(aTopic), v.minLength(1, '至少一个主题'), v.maxLength(5, '一次最多五个主题')),
    build: v.optional(v.picklist(['developer', 'trial'])),
  }),
  prepare: async ({ db, openid }) => {
    const identity = await db.get('identities', openid);
    return identity ? { readerId: identity.readerId } : refuse({ code: 'no_card' });
  },
  run: async (_context, { topics, build }, transaction, { readerId }) => {
    const list: Out['list'] = [];
    for (const topic of new Set(topics)) {
      const _id = subscriptionId(readerId, topic);
      const balance = ((await transaction.get('subscriptions', _id))?.balance ?? 0) + 1;
      await transaction.put('subscriptions', {
        ...{ _id, readerId, topic, balance },
        ...(build && { opens: build }),
      });
      list.push({ topic, balance });
    }
    return { value: { list }, log: { outcome: `订阅 ${topics.join(' ')}`, readerId } };
  },
});
