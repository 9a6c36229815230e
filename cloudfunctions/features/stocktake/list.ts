import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { countExpected, stocktakeView } from './counting';

export const list = reading('stocktake.list', {
  role: 'circulation',
  schema: v.strictObject({ branchId: anId, after: aPageStart }),
  run: async (context, input) => {
    const { db, library } = context;
    const page = await pageFrom(
      db,
      'stocktakes',
      { where: { branchId: input.branchId }, orderBy: [['startedAt', 'desc']] },
      input.after,
    );
    // What is finished is kept as it was found; only what is under way is counted anew.
    const shown = page.list.map(async (stocktake) => {
      const { right, missing } = stocktake.counts;
      const expected = stocktake.finishedAt ? right + missing : await countExpected(db, stocktake);
      return stocktakeView(library, stocktake, expected);
    });
    return done({ list: await Promise.all(shown), next: page.next });
  },
});
