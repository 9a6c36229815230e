import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerView } from '../../views/readers';

/** Another card of this WeChat acts from now on. The identity's document carries which one it is. */
export const switchTo = writing('account.switchTo', {
  caller: 'reader',
  schema: v.strictObject({ readerId: anId }),
  run: async (context, { readerId }, transaction) => {
    const identity = await transaction.get('identities', context.openid);
    if (!identity) return refuse({ code: 'no_card' });
    const reader = identity.readerIds.includes(readerId) ? await transaction.get('readers', readerId) : null;
    if (!reader) return refuse({ code: 'not_yours' });
    await transaction.put('identities', { ...identity, readerId });
    return { value: readerView(reader, context), log: { outcome: '切换读者证', readerId } };
  },
});
