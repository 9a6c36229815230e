import * as v from 'valibot';
import type { FindingRow } from '../../../typings/contract/stocktake';
import type { StocktakeDocument } from '../../documents';
import type { Database } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, startOf, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { countExpected, notScanned, stocktakeView } from './counting';
import { findingRow } from './scan';

const FINDINGS = ['right', 'misplaced', 'unexpected', 'unknown', 'missing'] as const;
/** Copies looked at for one page of what is missing. */
const LOOKED_AT = 200;
const MISSING_WHY = '应在架上，没有扫到';

export const report = reading('stocktake.report', {
  role: 'circulation',
  schema: v.strictObject({
    stocktakeId: anId,
    finding: v.picklist(FINDINGS, '没有这种结果'),
    after: aPageStart,
  }),
  run: async ({ db, library }, { stocktakeId, finding, after }) => {
    const stocktake = await db.get('stocktakes', stocktakeId);
    if (!stocktake) return refuse({ code: 'stocktake_not_found' });
    const { right, missing } = stocktake.counts;
    const [expected, page] = await Promise.all([
      stocktake.finishedAt ? right + missing : countExpected(db, stocktake),
      finding === 'missing'
        ? missingPage(db, stocktake, startOf(after))
        : scannedPage(db, stocktakeId, finding, after),
    ]);
    return done({ stocktake: stocktakeView(library, stocktake, expected), ...page });
  },
});

interface FindingPage {
  list: FindingRow[];
  next?: string;
}

const scannedPage = async (
  db: Database,
  stocktakeId: string,
  finding: FindingRow['finding'],
  after: string | undefined,
): Promise<FindingPage> => {
  const { list, next } = await pageFrom(
    db,
    'stocktakeScans',
    {
      where: { stocktakeId, finding },
      orderBy: [['_id', 'asc']],
    },
    after,
  );
  const items = new Map(
    (
      await db.getMany(
        'items',
        list.map((scan) => scan.barcode),
      )
    ).map((item) => [item._id, item]),
  );
  return { list: list.map((scan) => findingRow(scan.barcode, scan, items.get(scan.barcode))), next };
};

/** Walks along the shelf from a position until a page is full; the next page goes on behind its last row. */
const missingPage = async (
  db: Database,
  stocktake: StocktakeDocument,
  start: number,
): Promise<FindingPage> => {
  const rows: { row: FindingRow; position: number }[] = [];
  let position = start;
  let atEnd = false;
  while (rows.length <= PAGE_SIZE && !atEnd) {
    const part = await notScanned(db, stocktake, position, LOOKED_AT);
    rows.push(
      ...part.missing.map(({ item, position: at }) => ({
        row: findingRow(item._id, { finding: 'missing', why: MISSING_WHY }, item),
        position: at,
      })),
    );
    position += part.looked;
    atEnd = part.looked < LOOKED_AT;
  }
  const page = rows.slice(0, PAGE_SIZE);
  const further = rows[PAGE_SIZE];
  return { list: page.map(({ row }) => row), ...(further && { next: String(further.position) }) };
};
