import * as v from 'valibot';
import { branchOf } from '../../circulation/branches';
import type { StocktakeDocument } from '../../documents';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aLine, anId } from '../../kernel/validate';
import { countExpected, stocktakeView } from './counting';

const aPlace = aLine(60);

export const start = writing('stocktake.start', {
  role: 'circulation',
  schema: v.pipe(
    v.strictObject({ branchId: anId, shelf: aPlace, fromCallNumber: aPlace, toCallNumber: aPlace }),
    v.check(
      ({ fromCallNumber, toCallNumber }) =>
        toCallNumber === '' || fromCallNumber <= toCallNumber || fromCallNumber.startsWith(toCallNumber),
      '止号不能小于起号',
    ),
  ),
  prepare: async ({ db, now }, range) => ({
    expected: await countExpected(db, { ...range, startedAt: now }),
  }),
  run: async (context, range, transaction, { expected }) => {
    if (!branchOf(context.library, range.branchId)) return refuse({ code: 'branch_not_found' });
    const stocktake: StocktakeDocument = {
      _id: context.newId(),
      ...range,
      startedAt: context.now,
      startedBy: context.staff.name,
      finishedAt: null,
      counts: { right: 0, misplaced: 0, unexpected: 0, unknown: 0, missing: 0 },
    };
    await transaction.add('stocktakes', stocktake);
    return {
      value: stocktakeView(context.library, stocktake, expected),
      log: { outcome: `开始盘点 ${rangeText(range)}`, branchId: range.branchId },
    };
  },
});

export const rangeText = ({
  shelf,
  fromCallNumber,
  toCallNumber,
}: Pick<StocktakeDocument, 'shelf' | 'fromCallNumber' | 'toCallNumber'>): string =>
  [
    shelf || '全馆',
    fromCallNumber || toCallNumber ? `${fromCallNumber || '起'} 至 ${toCallNumber || '止'}` : '',
  ]
    .filter(Boolean)
    .join(' ');
