import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';
import { lineView } from '../../views/account-lines';

export const lines = reading('account.lines', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    const rows = await context.db.find('accountLines', {
      where: { readerId: reader._id },
      orderBy: [['at', 'desc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({ owes: reader.owes, deposit: reader.deposit, list: list.map(lineView), next });
  }),
});
