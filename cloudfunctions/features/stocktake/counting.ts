import type { Stocktake } from '../../../typings/contract/stocktake';
import { branchName } from '../../circulation/branches';
import { lastOfRange, type Range } from '../../circulation/stocktake';
import type { ItemDocument, StocktakeDocument, Library } from '../../documents';
import { between, type Condition, type Database, type Query } from '../../kernel/database';

/** The platform's limit of one answer. */
const ONE_ANSWER = 1000;

export const scanId = (stocktakeId: string, barcode: string): string => `${stocktakeId}_${barcode}`;

type Counting = Range & Pick<StocktakeDocument, 'startedAt'>;

/**
 * Copies that stood in the range when counting began and stand there still, by the system. What came back
 * since may lie on a trolley yet: it is not missing.
 */
const expectedWhere = (range: Counting): Record<string, Condition> => ({
  branchId: range.branchId,
  ...(range.shelf && { shelf: range.shelf }),
  ...((range.fromCallNumber || range.toCallNumber) && {
    callNumber: between({
      from: range.fromCallNumber,
      ...(range.toCallNumber && { upTo: lastOfRange(range.toCallNumber) }),
    }),
  }),
  status: 'available',
  changedAt: between({ upTo: range.startedAt }),
});

const SHELF_ORDER: Query['orderBy'] = [
  ['branchId', 'asc'],
  ['shelf', 'asc'],
  ['callNumber', 'asc'],
];

export const countExpected = (db: Database, counting: Counting): Promise<number> =>
  db.count('items', expectedWhere(counting));

/** Expected copies in the order of the shelf, from a position on, with those that were not scanned. */
export const notScanned = async (
  db: Database,
  stocktake: StocktakeDocument,
  start: number,
  limit: number,
  fields?: readonly string[],
): Promise<{ looked: number; missing: { item: ItemDocument; position: number }[] }> => {
  const items = await db.find('items', {
    where: expectedWhere(stocktake),
    orderBy: SHELF_ORDER,
    skip: start,
    limit,
    ...(fields && { fields }),
  });
  const scanned = new Set(
    (
      await db.getMany(
        'stocktakeScans',
        items.map((item) => scanId(stocktake._id, item._id)),
      )
    ).map((scan) => scan.barcode),
  );
  return {
    looked: items.length,
    missing: items.flatMap((item, n) => (scanned.has(item._id) ? [] : [{ item, position: start + n }])),
  };
};

/** How many are missing, counted in as few answers as the platform allows. */
export const countMissing = async (db: Database, stocktake: StocktakeDocument): Promise<number> => {
  let missing = 0;
  for (let start = 0; ; start += ONE_ANSWER) {
    const part = await notScanned(db, stocktake, start, ONE_ANSWER, ['shelf']);
    missing += part.missing.length;
    if (part.looked < ONE_ANSWER) return missing;
  }
};

export const stocktakeView = (
  library: Library,
  stocktake: StocktakeDocument,
  expected: number,
): Stocktake => {
  const { _id, finishedAt, ...facts } = stocktake;
  return {
    ...facts,
    stocktakeId: _id,
    branchName: branchName(library, stocktake.branchId),
    ...(finishedAt && { finishedAt }),
    expected,
  };
};
