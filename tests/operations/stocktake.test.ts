import { anItem, anOpenLoan } from '../builders/documents';
import type { Documents } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(120_000);

const JANUARY = '2026-01-01T00:00:00.000Z';
const onShelf = (n: number, changes: Partial<Documents['items']> = {}) =>
  anItem({ _id: `S${n}`, shelf: '文学', callNumber: `I247/${n}`, changedAt: JANUARY, ...changes });

describe('a stocktake', () => {
  let library: SmallLibrary;
  let stocktakeId: string;
  beforeAll(async () => {
    library = await startSmallLibrary();
  });
  afterAll(() => library?.close());
  beforeEach(async () => {
    await library.startOver();
    await library.cloud.db.upsert('items', [
      ...[1, 2, 3, 4].map((n) => onShelf(n)),
      onShelf(5, { callNumber: 'K207/5' }),
      onShelf(6, { shelf: '历史', callNumber: 'K207/6' }),
      onShelf(7, { branchId: 'garden' }),
      onShelf(8, { status: 'lost' }),
      onShelf(9, {
        status: 'in_transit',
        transit: { fromBranchId: 'main', toBranchId: 'garden', why: 'home' },
      }),
      onShelf(10, { status: 'on_loan', loan: anOpenLoan({ loanId: 'S10:1' }) }),
    ] as object[] as Record<string, unknown>[]);
    ({ stocktakeId } = await library.get('desk', 'stocktake.start', {
      branchId: 'main',
      shelf: '文学',
      fromCallNumber: 'I',
      toCallNumber: 'I',
    }));
  });

  const scan = (barcode: string) => library.get('desk', 'stocktake.scan', { stocktakeId, barcode });
  const report = (finding: 'right' | 'misplaced' | 'unexpected' | 'unknown' | 'missing', after?: string) =>
    library.get('desk', 'stocktake.report', { stocktakeId, finding, ...(after && { after }) });

  it('counts the copies that should stand in the range', async () => {
    const { list } = await library.get('desk', 'stocktake.list', { branchId: 'main' });
    expect(list).toMatchObject([{ stocktakeId, expected: 4, startedBy: '馆员', branchName: '总馆' }]);
    expect((await library.get('desk', 'stocktake.shelves', { branchId: 'main' })).list).toEqual([
      '历史',
      '文学',
    ]);
  });

  it('says of every copy whether it belongs there, and what to do when it does not', async () => {
    expect(await scan('S1')).toMatchObject({ finding: 'right', why: '', title: { title: '红楼梦' } });
    expect(await scan('S5')).toMatchObject({ finding: 'misplaced', why: '应在 文学 K207/5' });
    expect(await scan('S6')).toMatchObject({ finding: 'misplaced', why: '应在 历史 K207/6' });
    expect(await scan('S7')).toMatchObject({
      finding: 'unexpected',
      why: expect.stringContaining('园林分馆'),
    });
    expect(await scan('S8')).toMatchObject({ finding: 'unexpected', why: expect.stringContaining('遗失') });
    expect(await scan('S9')).toMatchObject({
      finding: 'unexpected',
      why: expect.stringContaining('送往园林分馆'),
    });
    expect(await scan('S10')).toMatchObject({ finding: 'unexpected', why: expect.stringContaining('外借') });
    expect(await scan('NO-SUCH')).toMatchObject({ finding: 'unknown' });
    const { stocktake } = await report('right');
    expect(stocktake.counts).toEqual({ right: 1, misplaced: 2, unexpected: 4, unknown: 1, missing: 0 });
  });

  it('counts a copy once however often it is scanned, also by two hands at once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => scan(n % 2 ? 'S1' : 'S2')));
    expect((await report('right')).stocktake.counts.right).toBe(2);
    expect((await report('right')).list.map(({ barcode }) => barcode)).toEqual(['S1', 'S2']);
  });

  it('believes the later scan: a copy that was found again counts as right', async () => {
    await scan('S8');
    await library.get('desk', 'desk.checkIn', { barcode: 'S8', branchId: 'main' });
    expect(await scan('S8')).toMatchObject({ finding: 'right' });
    expect((await report('right')).stocktake.counts).toMatchObject({ right: 1, unexpected: 0 });
  });

  it('lists what is missing in the order of the shelf, page by page', async () => {
    await library.cloud.db.upsert(
      'items',
      Array.from({ length: 60 }, (_, n) =>
        onShelf(100 + n, { callNumber: `I3/${100 + n}` }),
      ) as object[] as Record<string, unknown>[],
    );
    await scan('S1');
    await scan('S110');
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page = await report('missing', after);
      pages.push(page.list.map(({ barcode }) => barcode));
      after = page.next;
    } while (after);
    expect(pages.map((page) => page.length)).toEqual([20, 20, 20, 2]);
    const all = pages.flat();
    expect(new Set(all).size).toBe(62);
    expect(all).not.toContain('S110');
    expect(all.slice(0, 3)).toEqual(['S2', 'S3', 'S4']);
  });

  it('misses no copy that came back after it began, and counts on no reader', async () => {
    await library.cloud.clock.move({ advance: { minutes: 5 } });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'S2', branchId: 'main' });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'S3', branchId: 'main' });
    await library.get('desk', 'desk.checkIn', { barcode: 'S3', branchId: 'main' });
    expect((await report('missing')).list.map(({ barcode }) => barcode)).toEqual(['S1', 'S4']);
  });

  it('is finished once, keeps its numbers, and takes no scan any more', async () => {
    await scan('S1');
    await scan('S6');
    const finished = await library.get('desk', 'stocktake.finish', { stocktakeId });
    expect(finished).toMatchObject({
      expected: 4,
      counts: { right: 1, misplaced: 1, unexpected: 0, unknown: 0, missing: 3 },
    });
    expect(await library.refused('desk', 'stocktake.scan', { stocktakeId, barcode: 'S2' })).toEqual([
      'stocktake_finished',
    ]);
    expect(await library.refused('desk', 'stocktake.finish', { stocktakeId })).toEqual([
      'stocktake_finished',
    ]);
    await library.cloud.clock.move({ advance: { minutes: 5 } });
    await library.get('desk', 'desk.checkOut', { readerId: 'reader-an', barcode: 'S2', branchId: 'main' });
    const { list } = await library.get('desk', 'stocktake.list', { branchId: 'main' });
    expect(list).toMatchObject([{ counts: { missing: 3 }, expected: 4 }]);
  });

  it('reads only its range: ten times as many copies elsewhere cost the same', async () => {
    const cost = async () => {
      const before = library.cloud.counters().total.examined;
      await library.get('desk', 'stocktake.report', { stocktakeId, finding: 'missing' });
      return library.cloud.counters().total.examined - before;
    };
    const small = await cost();
    await library.cloud.db.upsert(
      'items',
      Array.from({ length: 2000 }, (_, n) =>
        onShelf(1000 + n, { shelf: '历史', callNumber: `K/${n}` }),
      ) as object[] as Record<string, unknown>[],
    );
    expect(await cost()).toBe(small);
  });

  it('is refused to readers, and unknown ones are said to be unknown', async () => {
    expect(await library.refused('an', 'stocktake.list', { branchId: 'main' })).toEqual(['not_staff']);
    expect(
      await library.refused('desk', 'stocktake.scan', { stocktakeId: 'no-such', barcode: 'S1' }),
    ).toEqual(['stocktake_not_found']);
  });
});
