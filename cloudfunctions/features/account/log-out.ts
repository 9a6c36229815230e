import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';

/** Takes the link between this WeChat and the card away; the card, its loans and holds stay. */
export const logOut = writing({
  schema: nothing,
  run: async (context, _input: Record<string, never>, transaction) => {
    const identity = await transaction.get('identities', context.openid);
    const reader = identity && (await transaction.get('readers', identity.readerId));
    if (!reader) return refuse({ code: 'no_card' });
    await transaction.remove('identities', context.openid);
    await transaction.put('readers', { ...reader, openid: null });
    return { value: { cardNumber: reader.cardNumber }, log: { outcome: '退出登录', readerId: reader._id } };
  },
});
