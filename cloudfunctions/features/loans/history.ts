import * as v from 'valibot';
import { between } from '../../kernel/database';
import { instantOf } from '../../kernel/local-date';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
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
    const { list, next } = await pageFrom(
      context.db,
      'operations',
      {
        where: { readerId: reader._id, endsLoan: true },
        orderBy: [['at', 'desc']],
        fields: ['ended'],
      },
      after,
    );
    return done({ kept: true, list: list.flatMap(({ ended }) => ended ?? []), next });
  }),
});

/** A year in one answer: the phone makes the report of it, and the library makes none. */
export const readIn = reading('loans.readIn', {
  caller: 'reader',
  schema: v.strictObject({ year: v.pipe(v.string(), v.regex(/^20\d{2}$/, '应是年份')) }),
  run: forReader(async ({ db }, { year }, reader) => {
    if (!reader.keepsHistory) return done({ kept: false, list: [] });
    const lines = await db.find('operations', {
      where: {
        readerId: reader._id,
        endsLoan: true,
        at: between({ from: instantOf(`${year}-01-01`), below: instantOf(`${Number(year) + 1}-01-01`) }),
      },
      orderBy: [['at', 'desc']],
      limit: 1000,
      fields: ['ended'],
    });
    return done({ kept: true, list: lines.flatMap(({ ended }) => ended ?? []) });
  }),
});
