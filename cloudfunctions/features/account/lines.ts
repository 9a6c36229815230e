import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { aPageStart, newestOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';
import { lineView } from '../../views/account-lines';

export const lines = reading('account.lines', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    const { list, next } = await newestOf(context.db, 'accountLines', reader._id, after);
    return done({ owes: reader.owes, deposit: reader.deposit, list: list.map(lineView), next });
  }),
});
