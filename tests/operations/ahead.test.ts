import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Copies that somebody has asked for from a later day on, and loans that renew by themselves. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

let changes = 0;
/** Seen by warm functions after a minute; every change lies at a moment of its own. */
const rules = async (given: object, overrides: object = {}): Promise<void> => {
  changes += 1;
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  const [settings] = await library.documents('settings', { _id: 'library' });
  await library.cloud.db.upsert('settings', [{ ...settings, overrides }] as never);
  await library.cloud.clock.move({ advance: { minutes: 3 * changes } });
};
const lend = async (barcode = 'A1', readerId = 'reader-an', more: object = {}) =>
  (await library.get('desk', 'desk.checkOut', { readerId, barcode, branchId: 'main', ...more })).loan;
const bookAhead = (startsOn: string) =>
  library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main', startsOn } as never);
const days = (count: number) => ({ count, unit: 'days' });

describe('a copy that a reader has asked for from a later day on', () => {
  it('is lent until the day before, and renewed no further', async () => {
    await rules({ bookedAhead: 'cut', dueDateMode: 'plain', loanPeriod: days(10), renewalPeriod: days(10) });
    const before = await lend();
    await bookAhead('2026-12-10');
    expect((await library.get('an', 'loans.renew', { loanId: before.loanId })).dueOn).toBe('2026-12-09');
    expect(await library.refused('an', 'loans.renew', { loanId: before.loanId })).toContain('booked_ahead');
    await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' });
    await rules({ loanPeriod: days(30) });
    expect((await lend()).dueOn).toBe('2026-12-09');
  });

  it('is not lent past it where the rules say so, unless staff set that aside; the trial says from when', async () => {
    await rules({ bookedAhead: 'refused', dueDateMode: 'plain' }, { booked_ahead: 'circulation' });
    await bookAhead('2026-12-10');
    const asked = { readerId: 'reader-an', barcode: 'A1', branchId: 'main' };
    expect(await library.refused('desk', 'desk.checkOut', asked)).toEqual(['booked_ahead']);
    const tried = await library.get('desk', 'rules.try', {
      readerCategory: '',
      itemType: '',
      branchId: 'main',
      on: '2026-11-22',
      card: '30100000001',
      barcode: 'A1',
    });
    expect(tried).toMatchObject({
      refusals: [{ code: 'booked_ahead', from: '2026-12-10' }],
      bookedFrom: '2026-12-10',
    });
    const override = { comment: '教学急用' };
    expect((await lend('A1', 'reader-an', { override })).dueOn).toBe('2026-12-22');
  });

  it('goes to that reader all the same', async () => {
    await rules({ bookedAhead: 'refused', dueDateMode: 'plain' });
    await bookAhead('2026-12-10');
    expect((await lend('A1', 'reader-bai')).dueOn).toBe('2026-12-22');
  });
});

describe('a hold that no copy can serve any more', () => {
  const shown = async () => (await library.get('bai', 'holds.list', {})).list[0]?.hopelessSince;
  const told = async () =>
    (await library.documents('notices')).filter(({ title }) => title === '预约的书暂无可借复本').length;
  const night = async (day: string) => {
    await library.cloud.clock.move({ set: `${day}T00:10:00.000Z` });
    await library.cloud.timer('jobs');
  };
  const copyIs = async (state: object) => {
    const item = await library.document('items', 'A1');
    await library.cloud.db.upsert('items', [{ ...item, ...state }] as never);
  };

  it('is marked and told once, and loses the mark when a copy can come again', async () => {
    await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' } as never);
    await night('2026-11-23');
    expect([await shown(), await told()]).toEqual([undefined, 0]);
    await copyIs({ status: 'withdrawn' });
    await night('2026-11-24');
    await library.cloud.db.clear('jobRuns');
    await library.cloud.timer('jobs');
    expect([await shown(), await told()]).toEqual(['2026-11-24', 1]);
    const { list } = await library.get('desk', 'desk.queue', { titleId: 'title-one' });
    expect(list).toMatchObject([{ readerName: 'bai', hopelessSince: '2026-11-24' }]);
    await copyIs({ status: 'available' });
    await night('2026-11-25');
    expect([await shown(), await told()]).toEqual([undefined, 1]);
  });

  it('is marked where no copy is sent to its branch, and loses the mark when it moves to where one is', async () => {
    const { holdId } = await library.get('bai', 'holds.place', {
      titleId: 'title-one',
      pickUpBranchId: 'garden',
    });
    const forbidden = {
      ...(await library.document('policies', 'default')),
      _id: 'garden',
      branchId: 'garden',
    };
    await library.cloud.db.upsert('policies', [{ ...forbidden, rules: { holdsNotFrom: ['main'] } }] as never);
    await night('2026-11-24');
    expect([await shown(), await told()]).toEqual([expect.any(String), 1]);
    await library.get('bai', 'holds.change', { holdId, pickUpBranchId: 'main' });
    expect(await shown()).toBeUndefined();
    expect(await library.refused('bai', 'holds.change', { holdId, pickUpBranchId: 'garden' })).toEqual([
      'copies_not_sent',
    ]);
  });
});

describe('a loan that renews by itself', () => {
  const morningOf = async (day: string) => {
    await library.cloud.clock.move({ set: `${day}T00:30:00.000Z` });
  };
  const loanNow = async () => (await library.document('items', 'A1'))?.loan;
  const told = async () =>
    (await library.documents('notices')).filter(({ title }) => title === '图书已自动续借').length;
  const begin = async (given: object = {}) => {
    await rules({ autoRenewDays: 1, renewalLimit: 2, dueDateMode: 'plain', loanPeriod: days(7), ...given });
    return lend();
  };

  it('does so the day before its last one and not sooner, once, however often the job runs; its reader is told', async () => {
    expect((await begin()).dueOn).toBe('2026-11-29');
    await morningOf('2026-11-27');
    await library.cloud.timer('jobs');
    expect((await loanNow())?.dueOn).toBe('2026-11-29');
    await morningOf('2026-11-28');
    await Promise.all([library.cloud.timer('jobs'), library.cloud.timer('jobs')]);
    await library.cloud.db.clear('jobRuns');
    await library.cloud.timer('jobs');
    expect(await loanNow()).toMatchObject({ dueOn: '2026-12-06', renewals: 1 });
    expect(await told()).toBe(1);
  });

  it('does so once a day though it ends soon again', async () => {
    await begin({ renewalPeriod: days(1), renewalLimit: 9 });
    await morningOf('2026-11-28');
    await library.cloud.timer('jobs');
    await library.cloud.db.clear('jobRuns');
    await library.cloud.timer('jobs');
    expect(await loanNow()).toMatchObject({ dueOn: '2026-11-30', renewals: 1 });
  });

  it('keeps to the rules: who waits comes first, and the limit ends it', async () => {
    await begin({ renewalLimit: 1 });
    await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' } as never);
    await morningOf('2026-11-28');
    await library.cloud.timer('jobs');
    expect(await loanNow()).toMatchObject({ dueOn: '2026-11-29', renewals: 0 });
    expect(await told()).toBe(0);
  });
});
