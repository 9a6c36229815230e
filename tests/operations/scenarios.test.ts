import { inconsistencies } from '../../demo/consistency';
import type { Documents } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

/**
 * Known behaviours of circulation systems that are about more than a rule: what is listed, who may, what
 * happens at once, what the jobs do. The ids are those of the list that `circulation/scenarios.test.ts`
 * covers by rules.
 */

jest.setTimeout(240_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(3);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

const rules = async (given: object): Promise<void> => {
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};
const checkOut = (who: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' });
const checkIn = (barcode: string) => library.get('desk', 'desk.checkIn', { barcode, branchId: 'main' });
const hold = (who: string, titleId: string, pickUpBranchId = 'main') =>
  library.get(who, 'holds.place', { titleId, pickUpBranchId });
const daysPass = (days: number) => library.cloud.clock.move({ advance: { days } });
const titlesOf = async (who: string) =>
  (await library.get(who, 'notices.list', {})).list.map(({ title }) => title);

it('K94: what to fetch is listed where the copies stand, as many as readers wait', async () => {
  for (const who of ['an', 'bai', 'chen']) await hold(who, 'title-two');
  const at = async (branchId: string) => (await library.get('desk', 'desk.toFetch', { branchId })).list;
  expect((await at('main')).map(({ barcode }) => barcode)).toEqual(['B1', 'B2']);
  expect((await at('garden')).map(({ barcode }) => barcode)).toEqual(['B3']);
  await checkIn('B1');
  expect((await at('main')).map(({ barcode }) => barcode)).toEqual(['B2']);
});

it('K86: a ready hold is kept on its last day and ended on the day after', async () => {
  await hold('an', 'title-one');
  const { next } = await checkIn('A1');
  expect(next).toMatchObject({ kind: 'hold_shelf', pickUpBy: '2026-11-26' });
  await daysPass(4);
  expect((await library.get('an', 'holds.list', {})).list).toHaveLength(1);
  await daysPass(1);
  expect((await library.get('an', 'holds.list', {})).list).toEqual([]);
  expect((await library.get('boss', 'rules.jobs', {})).list).toContainEqual(
    expect.objectContaining({ jobs: ['expire_holds'], day: '2026-11-27', done: 1 }),
  );
});

it('F46: the shelf to clear lists what ran out and was not touched, and nothing that waits or was lent', async () => {
  const toClear = async () =>
    (await library.get('desk', 'desk.holdShelf', { branchId: 'main', expiredOnly: true })).list.map(
      ({ barcode }) => barcode,
    );
  await hold('an', 'title-one');
  await hold('bai', 'title-three');
  await checkIn('A1');
  expect(await toClear()).toEqual([]);
  await daysPass(6);
  expect(await toClear()).toEqual(['A1']);
  await checkOut('chen', 'A1');
  expect(await toClear()).toEqual([]);
});

it("I22: another reader's hold cannot be cancelled, one's own can", async () => {
  const { holdId } = await hold('an', 'title-one');
  expect(await library.refused('bai', 'holds.cancel', { holdId })).toEqual(['not_yours']);
  expect(await library.get('an', 'holds.cancel', { holdId })).toEqual({ holdId });
});

it('F44: nothing more is reminded of or charged once the copy is back', async () => {
  await checkOut('an', 'A1');
  await daysPass(32);
  expect((await titlesOf('an')).filter((title) => title === '图书已逾期')).toHaveLength(1);
  await checkIn('A1');
  await daysPass(20);
  expect((await titlesOf('an')).filter((title) => title === '图书已逾期')).toHaveLength(1);
  // What was told is forgotten by then, and nothing new was told.
  await daysPass(20);
  expect((await titlesOf('an')).filter((title) => title === '图书已逾期')).toEqual([]);
  expect(await library.documents('accountLines')).toEqual([]);
});

it.each([
  [1, 0],
  [2, 1],
  [5, 1],
])('K65: due within %i days tells of %i loans, an overdue one never', async (dueSoonDays, told) => {
  const [settings] = (await library.documents('settings', { _id: 'library' })) as Documents['settings'][];
  await library.cloud.db.upsert('settings', [{ ...settings, dueSoonDays }] as never);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
  const lend = async (barcode: string, dueOn: string) =>
    (
      await library.get('boss', 'desk.checkOut', {
        readerId: 'reader-an',
        barcode,
        branchId: 'main',
        override: { comment: '约定的日子', dueOn },
      })
    ).loan.loanId;
  const yesterday = await lend('A1', '2026-11-23');
  const inTwoDays = await lend('B1', '2026-11-26');
  await daysPass(2);
  const notices = (await library.documents('notices', { topic: 'due_soon' })) as Documents['notices'][];
  expect(notices.filter(({ _id }) => _id.includes(inTwoDays))).toHaveLength(told);
  const late = notices.filter(({ _id, at }) => _id.includes(yesterday) && at > '2026-11-23T16:00');
  expect(late).toEqual([]);
});

it('I01: a copy that is lent is on loan, and its loan stands in it', async () => {
  const { loan } = await checkOut('an', 'A1');
  expect(await library.document('items', 'A1')).toMatchObject({
    status: 'on_loan',
    loan: { loanId: loan.loanId, readerId: 'reader-an' },
  });
});

it('I04: a hold without a copy is filled by nothing but a copy', async () => {
  await hold('an', 'title-one');
  expect(
    await library.refused('desk', 'desk.checkOut', {
      readerId: 'reader-an',
      barcode: 'NONE',
      branchId: 'main',
    }),
  ).toEqual(['item_not_found']);
  expect((await library.get('an', 'holds.list', {})).list).toMatchObject([{ status: 'waiting' }]);
});

it('I10: a loan of one copy cannot be named with another', async () => {
  const { loan } = await checkOut('an', 'A1');
  await checkOut('an', 'B1');
  const elsewhere = loan.loanId.replace(/^A1/, 'B1');
  expect(await library.refused('an', 'loans.renew', { loanId: elsewhere })).toEqual(['loan_not_found']);
  expect(await library.refused('desk', 'desk.renew', { loanId: elsewhere })).toEqual(['loan_not_found']);
});

it('D14: two readers at once stand one behind the other, the same reader twice stands once', async () => {
  await checkOut('ding', 'A1');
  const order = { titleId: 'title-one', pickUpBranchId: 'main' };
  const answers = await Promise.all([
    library.ask('an', 'holds.place', order),
    library.ask('bai', 'holds.place', order),
    library.ask('an', 'holds.place', order),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  const queue = await library.document('holdQueues', 'title-one');
  expect(queue?.holds.map(({ readerId }) => readerId).sort()).toEqual(['reader-an', 'reader-bai']);
});

it('F14: with one loan left, two desks at the same moment lend one copy', async () => {
  await rules({ loanLimit: 1 });
  const answers = await Promise.all(
    ['A1', 'B1'].map((barcode) =>
      library.ask('desk', 'desk.checkOut', { readerId: 'reader-an', barcode, branchId: 'main' }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusals: [{ code: 'loan_limit_reached', current: 1, limit: 1 }],
  });
});

it('K98: a scan that was put aside keeps everything that the device said, and whose card it was', async () => {
  const scan = {
    device: 'desk-two',
    number: 7,
    scannedAt: '2026-11-20T03:04:05.000Z',
    action: 'checkOut',
    barcode: 'NONE',
    card: '30100000001',
    branchId: 'garden',
  } as const;
  await library.get('desk', 'desk.replay', scan, 'desk-two-7');
  expect(await library.document('conflicts', 'desk-two-7')).toMatchObject({
    scannedAt: scan.scannedAt,
    action: scan.action,
    barcode: scan.barcode,
    readerId: 'reader-an',
    branchId: 'garden',
  });
  expect(
    await library.refused('desk', 'desk.settleConflict', { conflictId: 'desk-two-8', comment: '无' }),
  ).toEqual(['conflict_not_found']);
  await library.get('desk', 'desk.settleConflict', { conflictId: 'desk-two-7', comment: '已核对' });
  expect((await library.get('desk', 'desk.conflicts', { branchId: 'garden' })).list).toEqual([]);
});

it('I14: director, librarian and owner may renew; staff of other roles and other readers may not', async () => {
  await rules({ renewalLimit: 5, renewalPeriod: { count: 3, unit: 'days' } });
  await library.cloud.db.upsert('staff', [
    { _id: 'o-teller', name: '讲解', branchId: 'main', roles: ['events'], active: true },
  ]);
  const { loanId } = (await checkOut('an', 'A1')).loan;
  await library.get('boss', 'desk.renew', { loanId });
  await library.get('desk', 'desk.renew', { loanId });
  await library.get('an', 'loans.renew', { loanId });
  expect(await library.refused('teller', 'desk.renew', { loanId })).toEqual(['role_missing']);
  expect(await library.refused('bai', 'loans.renew', { loanId })).toEqual(['not_yours']);
  expect(await library.refused('gone', 'desk.renew', { loanId })).toEqual(['not_staff']);
});

it('K96, F48: what was returned names nobody after its day, and is gone through once', async () => {
  await checkOut('an', 'A1');
  await checkIn('A1');
  await daysPass(31);
  const lines = (await library.documents('operations', { barcode: 'A1' })) as Documents['operations'][];
  expect(lines.map(({ readerId, ended, namedUntil }) => [readerId, ended, namedUntil])).toEqual([
    ['', null, null],
    ['', null, null],
  ]);
  const ids = lines.map(({ _id }) => _id).sort();
  await daysPass(2);
  const later = (await library.documents('operations', { barcode: 'A1' })) as Documents['operations'][];
  expect(later.map(({ _id }) => _id).sort()).toEqual(ids);
});
