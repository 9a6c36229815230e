import { randomUUID } from 'node:crypto';
import { startSmallLibrary, type SmallLibrary } from './library';

/** How often titles are lent, as search and "most borrowed" order by it. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterAll(() => library?.close());

const checkOut = (who: string, barcode: string, requestId?: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' }, requestId);
const checkIn = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const popularity = async (titleId: string) => (await library.document('titles', titleId))?.popularity;
const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });

it('a title is counted once for every loan, the night after, and never twice', async () => {
  for (const who of ['an', 'bai', 'chen']) {
    await checkOut(who, 'B1');
    await checkIn('B1');
  }
  await checkOut('an', 'A1');
  expect(await popularity('title-two')).toBe(1);
  await days(1);
  expect([await popularity('title-two'), await popularity('title-one')]).toEqual([4, 2]);
  await days(3);
  expect([await popularity('title-two'), await popularity('title-one')]).toEqual([4, 2]);
  await checkOut('ding', 'B2');
  await days(1);
  expect(await popularity('title-two')).toBe(5);
});

it('a loan that was taken back at once, a renewal and a return are not counted', async () => {
  const requestId = randomUUID();
  await checkOut('an', 'A1', requestId);
  await library.get('desk', 'desk.undo', { requestId });
  const { loan } = await checkOut('bai', 'B1');
  await library.get('desk', 'desk.renew', { loanId: loan.loanId });
  await checkIn('B1');
  await days(1);
  expect([await popularity('title-one'), await popularity('title-two')]).toEqual([1, 2]);
});

it('a copy that a reader hands on, and one that was lent without network, count as lent', async () => {
  const { loan } = await checkOut('an', 'A1');
  const { code } = await library.get('an', 'loans.offerTransfer', { loanId: loan.loanId });
  await library.get('bai', 'loans.takeTransfer', { code });
  await library.get(
    'desk',
    'desk.replay',
    {
      device: 'device-a',
      number: 1,
      scannedAt: new Date(library.cloud.clock.now()).toISOString(),
      action: 'checkOut',
      barcode: 'B1',
      card: '30100000003',
      branchId: 'main',
    },
    'device-a-1',
  );
  await days(1);
  expect([await popularity('title-one'), await popularity('title-two')]).toEqual([3, 2]);
});

it('what is lent most comes first where search is asked for the most borrowed', async () => {
  const order = async () =>
    (await library.get('an', 'search.find', { query: '', sort: 'most_borrowed' })).list.map(
      ({ titleId }) => titleId,
    );
  for (const who of ['an', 'bai', 'chen']) {
    await checkOut(who, 'C1');
    await checkIn('C1');
  }
  await checkOut('an', 'B1');
  await days(1);
  expect(await order()).toEqual(['title-three', 'title-two', 'title-one']);
});

it('the ranking tells what was lent most in the last thirty whole days, and how often', async () => {
  const ranking = () => library.get('an', 'recommendations.ranking', {});
  expect(await ranking()).toEqual({ from: '', to: '', list: [] });
  for (const who of ['an', 'bai', 'chen']) {
    await checkOut(who, 'B1');
    await checkIn('B1');
  }
  for (const who of ['an', 'bai']) {
    await checkOut(who, 'C1');
    await checkIn('C1');
  }
  await checkOut('an', 'A1');
  // As if it had been lent six weeks ago.
  const [old] = await library.documents('operations', { lent: 'title-three' });
  await library.cloud.db.upsert('operations', [
    { ...old, _id: 'old-1', at: '2026-10-10T02:00:00.000Z' },
    { ...old, _id: 'old-2', at: '2026-10-11T02:00:00.000Z' },
  ] as never);
  await days(1);
  const { from, to, list } = await ranking();
  expect([from, to]).toEqual(['2026-10-24', '2026-11-22']);
  expect(list.map(({ title, loans }) => [title.titleId, loans])).toEqual([
    ['title-two', 3],
    ['title-three', 2],
  ]);
});
