import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { linkedWithin } from './linked';

/** This WeChat knows no card any more; the cards, their loans and holds stay. */
export const logOut = writing('account.logOut', {
  caller: 'reader',
  schema: nothing,
  run: async (context, _input: Record<string, never>, transaction) => {
    const linked = await linkedWithin(transaction, context.openid);
    if (!linked) return refuse({ code: 'no_card' });
    const { acting, others } = linked;
    await transaction.remove('identities', context.openid);
    for (const reader of [acting, ...others]) await transaction.put('readers', { ...reader, openid: null });
    return { value: { cardNumber: acting.cardNumber }, log: { outcome: '退出登录', readerId: acting._id } };
  },
});
