import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { aPageStart, newestOf } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { forReader } from '../../reads/asking';

/** Who of the staff looked at this reader's record, a line a day and person. */
export const looks = reading('account.looks', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async (context, { after }, reader) => {
    const { list, next } = await newestOf(context.db, 'recordLooks', reader._id, after);
    return done({
      list: list.map(({ day, at, staffName, action, times }) => ({ day, at, staffName, action, times })),
      next,
    });
  }),
});
