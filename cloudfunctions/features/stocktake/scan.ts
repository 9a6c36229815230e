import * as v from 'valibot';
import type { FindingRow } from '../../../typings/contract/stocktake';
import { branchName } from '../../circulation/branches';
import { findingOf } from '../../circulation/stocktake';
import type { ItemDocument, StocktakeDocument, StocktakeScanDocument } from '../../documents';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aBarcode, anId } from '../../kernel/validate';
import { scanId } from './counting';

/**
 * A copy is counted once, however often it is scanned; a later scan tells what is true now, so that one that
 * was put right counts as right. The stocktake document carries the counts.
 */
export const scan = writing('stocktake.scan', {
  role: 'circulation',
  schema: v.strictObject({ stocktakeId: anId, barcode: aBarcode }),
  run: async (context, input, transaction) => {
    const barcode = input.barcode;
    const stocktake = await transaction.get('stocktakes', input.stocktakeId);
    if (!stocktake) return refuse({ code: 'stocktake_not_found' });
    if (stocktake.finishedAt) return refuse({ code: 'stocktake_finished' });
    const item = await transaction.get('items', barcode);
    const id = scanId(stocktake._id, barcode);
    const before = await transaction.get('stocktakeScans', id);
    const found = findingOf(stocktake, item, (branchId) => branchName(context.library, branchId));
    if (before?.finding !== found.finding || before.why !== found.why) {
      const scanned: StocktakeScanDocument = {
        _id: id,
        stocktakeId: stocktake._id,
        barcode,
        at: context.now,
        by: context.staff.name,
        ...found,
      };
      await transaction.put('stocktakeScans', scanned);
      await transaction.put('stocktakes', recounted(stocktake, before, scanned));
    }
    return {
      value: findingRow(barcode, found, item),
      log: {
        outcome: `盘点：${WORDS[found.finding]}`,
        barcode,
        titleName: item?.title.title ?? '',
        branchId: stocktake.branchId,
      },
    };
  },
});

const WORDS = { right: '在位', misplaced: '错架', unexpected: '不应在架', unknown: '无记录' };

const recounted = (
  stocktake: StocktakeDocument,
  before: StocktakeScanDocument | null,
  now: StocktakeScanDocument,
): StocktakeDocument => {
  const counts = { ...stocktake.counts };
  if (before) counts[before.finding] -= 1;
  counts[now.finding] += 1;
  return { ...stocktake, counts };
};

export const findingRow = (
  barcode: string,
  { finding, why }: Pick<FindingRow, 'finding' | 'why'>,
  item: ItemDocument | null | undefined,
): FindingRow => ({
  barcode,
  ...(item && { title: item.title }),
  finding,
  why,
  shelf: item?.shelf ?? '',
  callNumber: item?.callNumber ?? '',
});
