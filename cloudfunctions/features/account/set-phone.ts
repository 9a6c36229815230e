import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aPhone } from '../../kernel/validate';
import { readerWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';

export const setPhone = writing('account.setPhone', {
  caller: 'reader',
  schema: v.strictObject({ phone: aPhone }),
  run: async (context, { phone }, transaction) => {
    const reader = await readerWithin(transaction, context);
    if (!reader) return refuse({ code: 'no_card' });
    const changed = { ...reader, phone };
    await transaction.put('readers', changed);
    return { value: readerView(changed, context), log: { outcome: '更换手机号', readerId: reader._id } };
  },
});
