import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';

/** Who of the staff looked at this reader's record, a line a day and person. */
export const looks = reading('account.looks', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    const rows = await context.db.find('recordLooks', {
      where: { readerId: reader._id },
      orderBy: [['at', 'desc']],
      skip: startOf(after),
      limit: PAGE_SIZE + 1,
    });
    const { list, next } = pageOf(rows, startOf(after));
    return done({
      list: list.map(({ day, at, staffName, action, times }) => ({ day, at, staffName, action, times })),
      next,
    });
  }),
});
