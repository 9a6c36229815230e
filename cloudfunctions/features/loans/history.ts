import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';

/**
 * What was read before, from the log lines that ended a loan. Nothing of it for a reader who does not keep
 * their history.
 */
export const history = reading('loans.history', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    if (!reader.keepsHistory) return done({ kept: false, list: [] });
    const rows = await context.db.find('operations', {
      where: { readerId: reader._id, endsLoan: true },
      orderBy: [['at', 'desc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
      fields: ['ended'],
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({ kept: true, list: list.flatMap(({ ended }) => ended ?? []), next });
  }),
});
