import type { NoticeTopic } from '../../../typings/contract/account';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { subscriptionId } from './subscription';

export const templates = reading('notices.templates', {
  caller: 'reader',
  schema: nothing,
  run: async ({ db, openid, library }) => {
    const identity = await db.get('identities', openid);
    if (!identity) return refuse({ code: 'no_card' });
    const inUse = Object.entries(library.settings.templates) as [NoticeTopic, { templateId: string }][];
    const balances = await db.getMany(
      'subscriptions',
      inUse.map(([topic]) => subscriptionId(identity.readerId, topic)),
    );
    return done({
      list: inUse.map(([topic, { templateId }]) => ({
        topic,
        templateId,
        balance: balances.find((each) => each.topic === topic)?.balance ?? 0,
      })),
    });
  },
});
