import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { aPhone } from '../../kernel/validate';
import { forReaderWithin } from '../../reads/asking';
import { readerView } from '../../views/readers';

export const setPhone = writing('account.setPhone', {
  caller: 'reader',
  schema: v.strictObject({ phone: aPhone }),
  run: forReaderWithin(async (context, { phone }, transaction, reader) => {
    const changed = { ...reader, phone };
    await transaction.put('readers', changed);
    return { value: readerView(changed, context), log: { outcome: '更换手机号', readerId: reader._id } };
  }),
});
