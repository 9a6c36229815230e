import * as v from 'valibot';
import type { StocktakeDocument } from '../../documents';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { countMissing, stocktakeView } from './counting';
import { rangeText } from './start';

/** Ends the counting; its numbers are kept as they are then. */
export const finish = writing('stocktake.finish', {
  role: 'circulation',
  schema: v.strictObject({ stocktakeId: anId }),
  prepare: async ({ db }, { stocktakeId }) => {
    const stocktake = await db.get('stocktakes', stocktakeId);
    return { missing: stocktake && !stocktake.finishedAt ? await countMissing(db, stocktake) : 0 };
  },
  run: async ({ library, now }, { stocktakeId }, transaction, { missing }) => {
    const stocktake = await transaction.get('stocktakes', stocktakeId);
    if (!stocktake) return refuse({ code: 'stocktake_not_found' });
    if (stocktake.finishedAt) return refuse({ code: 'stocktake_finished' });
    const counts = { ...stocktake.counts, missing };
    const finished: StocktakeDocument = { ...stocktake, finishedAt: now, counts };
    await transaction.put('stocktakes', finished);
    const outcome = `盘点结束 ${rangeText(stocktake)}：在位 ${counts.right}，缺 ${missing}，错架 ${counts.misplaced}，不应在架 ${counts.unexpected}，无记录 ${counts.unknown}`;
    return {
      value: stocktakeView(library, finished, counts.right + missing),
      log: { outcome, branchId: stocktake.branchId },
    };
  },
});
