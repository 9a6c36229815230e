import { randomUUID } from 'node:crypto';
import type { Documents } from '../../cloudfunctions/documents';
import { HISTORY_VERSION } from '../../cloudfunctions/features/account/consent-texts';
import { inconsistencies } from '../../demo/consistency';
import { startSmallLibrary, type SmallLibrary } from './library';

/** Days that people name at the desk and in the queue: what is chosen, and what counts from which day. */

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
  const before = settings?._id === 'library' ? settings.overrides : {};
  await library.cloud.db.upsert('settings', [
    { ...settings, overrides: { ...before, ...overrides } },
  ] as never);
  await library.cloud.clock.move({ advance: { minutes: 3 * changes } });
};
const order = (who: string, barcode: string, more: object = {}) => ({
  readerId: `reader-${who}`,
  barcode,
  branchId: 'main',
  ...more,
});
const checkOut = (who: string, barcode: string, more: object = {}) =>
  library.get('desk', 'desk.checkOut', order(who, barcode, more));
const checkIn = (barcode: string, more: object = {}) =>
  library.get('desk', 'desk.checkIn', { barcode, branchId: 'main', ...more });
const daysPass = (days: number) => library.cloud.clock.move({ advance: { days } });
const reader = async (name: string) => (await library.document('readers', `reader-${name}`))!;

describe('a last day chosen at the desk', () => {
  it('lies within what the rules let be chosen, else it is set aside by role and comment', async () => {
    await rules({ chosenDueDays: 60 }, { due_date_too_late: 'manager' });
    const far = { override: { comment: '', dueOn: '2099-12-31' } };
    expect(await library.refused('desk', 'desk.checkOut', order('an', 'A1', far))).toEqual([
      'due_date_too_late',
      'override_not_allowed',
    ]);
    expect(await library.refused('boss', 'desk.checkOut', order('an', 'A1', far))).toEqual([
      'comment_needed',
    ]);
    const out = await library.get(
      'boss',
      'desk.checkOut',
      order('an', 'A1', { override: { comment: '馆际互借', dueOn: '2099-12-31' } }),
    );
    expect(out).toMatchObject({ loan: { dueOn: '2099-12-31' }, overridden: ['due_date_too_late'] });
    const near = await checkOut('an', 'B1', { override: { comment: '', dueOn: '2027-01-21' } });
    expect(near.loan.dueOn).toBe('2027-01-21');
    const renewing = { loanId: near.loan.loanId, override: { comment: '', dueOn: '2027-06-01' } };
    expect(await library.refused('desk', 'desk.renew', renewing)).toEqual([
      'due_date_too_late',
      'override_not_allowed',
    ]);
  });

  it('may bring the end of a loan forward, and the loan is overdue from then on', async () => {
    const { loan } = await checkOut('an', 'A1');
    const renewing = { loanId: loan.loanId, override: { comment: '下周要用', dueOn: '2026-11-25' } };
    expect((await library.get('desk', 'desk.renew', renewing)).dueOn).toBe('2026-11-25');
    await daysPass(4);
    expect(await library.refused('desk', 'desk.checkOut', order('an', 'B1'))).toEqual(['loans_overdue']);
  });

  it('what is overdue stands by reader, who is reminded of all of it in one notice, once a week', async () => {
    for (const [who, barcode] of [
      ['an', 'A1'],
      ['bai', 'C1'],
      ['an', 'B1'],
    ] as const) {
      const { loan } = await checkOut(who, barcode);
      const sooner = { comment: '下周要用', dueOn: '2026-11-23' };
      await library.get('desk', 'desk.renew', { loanId: loan.loanId, override: sooner });
    }
    await daysPass(2);
    const here = { branchId: 'main' };
    const { list } = await library.get('desk', 'desk.overdue', here);
    expect(list.map(({ readerName, loans }) => [readerName, loans.map(({ barcode }) => barcode)])).toEqual([
      ['an', ['A1', 'B1']],
      ['bai', ['C1']],
    ]);
    const told = async () =>
      (await library.get('an', 'notices.list', {})).list.filter(({ title }) => title === '请归还逾期的书');
    expect([list[0]?.because, await told()]).toEqual([[], []]);
    const an = { readerId: 'reader-an' };
    const both = await Promise.all([1, 2].map(() => library.ask('desk', 'desk.remindOverdue', an)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await told()).map(({ body }) => body)).toEqual([
      '《红楼梦》等 2 册已逾期，最久的 1 天，请尽快归还。',
    ]);
    const after = (await library.get('desk', 'desk.overdue', here)).list[0]?.because;
    expect(after).toEqual([{ code: 'reminded_this_week', on: '2026-11-24' }]);
    expect(await library.refused('desk', 'desk.remindOverdue', an)).toEqual(['reminded_this_week']);
    expect(await library.refused('desk', 'desk.remindOverdue', { readerId: 'reader-ding' })).toEqual([
      'nothing_overdue',
    ]);
  });

  it('is not needed to renew past a limit: the loan then ends by the rules', async () => {
    await rules(
      { renewalLimit: 0, loanPeriod: { count: 14, unit: 'days' } },
      {
        renewal_limit_reached: 'circulation',
      },
    );
    const { loan } = await checkOut('an', 'A1');
    expect(loan.dueOn).toBe('2026-12-06');
    const renewing = { loanId: loan.loanId, override: { comment: '论文' } };
    expect((await library.get('desk', 'desk.renew', renewing)).dueOn).toBe('2026-12-20');
  });
});

describe('a loan', () => {
  it('is given no day past the longest time of any, but by an override, and that is said once', async () => {
    await rules({ longestLoanDays: 60 }, { loan_age_reached: 'manager' });
    const far = { override: { comment: '', dueOn: '2027-04-30' } };
    expect(await library.refused('desk', 'desk.checkOut', order('an', 'A1', far))).toEqual([
      'loan_age_reached',
      'override_not_allowed',
    ]);
    const { loan } = await checkOut('an', 'A1');
    const renewal = { loanId: loan.loanId, override: { comment: '', dueOn: '2027-04-30' } };
    expect(await library.refused('desk', 'desk.renew', renewal)).toEqual([
      'loan_age_reached',
      'override_not_allowed',
    ]);
  });

  it('that is renewed late stops its reader as long as one that comes back late', async () => {
    await rules({
      suspension: { daysPerDay: 1, graceDays: 0, most: null },
      renewalWhenOverdue: 'allowed',
      overdueLimit: null,
    });
    const { loan } = await checkOut('an', 'A1');
    await daysPass(44);
    await library.get('an', 'loans.renew', { loanId: loan.loanId });
    expect((await reader('an')).suspendedUntil).toBe('2027-01-19');
  });

  it('taken back is nothing that the reader had, and takes only what it counted', async () => {
    const [copy] = await library.documents('items', { _id: 'B2' });
    await library.cloud.db.upsert('items', [{ ...copy, itemType: 'rare' }] as never);
    await library.get('desk', 'desk.checkOut', order('an', 'A1'), 'request-of-a1');
    await checkOut('an', 'B2');
    await library.get('desk', 'desk.undo', { requestId: 'request-of-a1' });
    expect((await reader('an')).lately.map(({ itemType }) => itemType)).toEqual(['rare']);
  });
});

describe('a loan by the hour that is late', () => {
  it('is in the list and in the count of the day, and its reader can be reminded', async () => {
    await rules({ loanPeriod: { count: 2, unit: 'hours' }, endsAtClosing: false, overdueLimit: null });
    await checkOut('an', 'A1');
    const lists = async () => {
      const { list } = await library.get('desk', 'desk.overdue', { branchId: 'main' });
      const { counts } = await library.get('desk', 'desk.today', { branchId: 'main' });
      return [counts.overdue, list.map(({ readerId, because }) => [readerId, because])];
    };
    expect(await lists()).toEqual([0, []]);
    await library.cloud.clock.move({ advance: { hours: 3 } });
    expect(await lists()).toEqual([1, [['reader-an', []]]]);
    expect(await library.get('desk', 'desk.remindOverdue', { readerId: 'reader-an' })).toMatchObject({
      loans: 1,
    });
  });
});

describe('a return', () => {
  it('taken back is in no history', async () => {
    await library.get('an', 'account.consent', { what: 'history', given: true, version: HISTORY_VERSION });
    await checkOut('an', 'A1');
    await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' }, 'request-of-a1');
    await library.get('desk', 'desk.undo', { requestId: 'request-of-a1' });
    expect((await library.get('an', 'loans.history', {})).list).toEqual([]);
    await checkIn('A1');
    expect((await library.get('an', 'loans.history', {})).list).toHaveLength(1);
  });

  it('that was scanned without network counts from its moment, with whatever offset that was sent', async () => {
    const scan = {
      device: 'device-a',
      number: 1,
      action: 'checkIn' as const,
      barcode: 'A1',
      branchId: 'main',
    };
    await checkOut('an', 'A1');
    await library.cloud.clock.move({ advance: { hours: 5 } });
    const scannedAt = '2026-11-22T14:30:00+08:00';
    await library.get('desk', 'desk.replay', { ...scan, scannedAt }, 'device-a-1');
    const [line] = await library.documents('operations', { action: 'desk.replay' });
    expect(line?.outcome).toContain('离线补传');
    expect((await library.document('items', 'A1'))?.lastLoan?.endedAt).toBe('2026-11-22T06:30:00.000Z');
  });

  it('is not dated before its check-out', async () => {
    await daysPass(10);
    await checkOut('an', 'A1');
    const early = { barcode: 'A1', branchId: 'main', returnedOn: '2026-12-01' };
    expect(await library.refused('desk', 'desk.checkIn', early)).toEqual(['returned_before_lent']);
    const replayed = await library.get(
      'desk',
      'desk.replay',
      {
        ...early,
        device: 'device-a',
        number: 1,
        scannedAt: new Date(library.cloud.clock.now()).toISOString(),
        action: 'checkIn',
      },
      'device-a-1',
    );
    expect(replayed).toMatchObject({ kind: 'conflict', because: [{ code: 'returned_before_lent' }] });
    await checkIn('A1', { returnedOn: '2026-12-02' });
  });

  it('is not dated back so far that lateness, or a loss, is undone by the date', async () => {
    await checkOut('an', 'A1');
    await daysPass(60);
    const early = { barcode: 'A1', branchId: 'main', returnedOn: '2026-11-25' };
    expect(await library.refused('desk', 'desk.checkIn', early)).toEqual(['returned_too_far_back']);
    await checkIn('A1', { returnedOn: '2027-01-07' });
  });

  it('of a loan by the hour tells its lateness in hours, at the desk and in the account', async () => {
    await rules({
      loanPeriod: { count: 2, unit: 'hours' },
      overdueLimit: null,
      fine: {
        amount: 100,
        per: { count: 1, unit: 'hours' },
        grace: null,
        graceWhenRecalled: false,
        amountWhenRecalled: null,
        cap: null,
        capAtPrice: false,
        closedDaysFree: false,
        amnesties: [],
      },
    });
    await checkOut('an', 'A1', { onSite: true });
    await library.cloud.clock.move({ advance: { minutes: 2 * 60 + 90 } });
    const { returned } = await checkIn('A1');
    expect(returned).toMatchObject({ daysOverdue: 0, late: '逾期 1 小时 30 分钟', fine: 200 });
    const [line] = await library.documents('accountLines');
    expect(line?.reason).toBe('逾期 1 小时 30 分钟');
    const [logged] = (await library.documents('operations', { action: 'desk.checkIn' })).map(
      ({ outcome }) => outcome,
    );
    expect(logged).toBe('还回，逾期 1 小时 30 分钟，上架');
  });
});

describe('a lost copy that was paid for', () => {
  it('and is lent again before anybody scanned it in gives the money back then', async () => {
    await rules(
      { loss: { timesPrice: 1, withoutPrice: 3000, processing: 0, refundDays: 90, withLateFine: true } },
      { item_not_for_loan: 'circulation' },
    );
    await checkOut('an', 'A1');
    await library.get('desk', 'desk.declareLost', { barcode: 'A1' });
    await library.get('desk', 'fees.pay', { readerId: 'reader-an', amount: 3000, method: 'cash' });
    const requestId = randomUUID();
    await library.get(
      'desk',
      'desk.checkOut',
      order('bai', 'A1', { override: { comment: '书找到了' } }),
      requestId,
    );
    expect(await reader('an')).toMatchObject({ owes: -3000, credit: 3000 });
    // What was given back stays given back.
    expect(await library.refused('desk', 'desk.undo', { requestId })).toEqual(['undo_too_late']);
    await checkIn('A1');
    expect(await reader('an')).toMatchObject({ owes: -3000, credit: 3000 });
  });

  it('and was taken out of the collection meanwhile gives it back when it is scanned in', async () => {
    await rules({
      loss: { timesPrice: 1, withoutPrice: 3000, processing: 0, refundDays: 90, withLateFine: true },
    });
    await checkOut('an', 'A1');
    await library.get('desk', 'desk.declareLost', { barcode: 'A1' });
    await library.get('desk', 'fees.pay', { readerId: 'reader-an', amount: 3000, method: 'cash' });
    await library.get('boss', 'desk.setItem', { barcode: 'A1', branchId: 'main', status: 'withdrawn' });
    await checkIn('A1');
    expect(await reader('an')).toMatchObject({ owes: -3000, credit: 3000 });
  });
});

describe('the days of a hold', () => {
  const place = (more: object) => ({ titleId: 'title-one', pickUpBranchId: 'main', ...more });
  it('do not end in the past or before they start, when it is placed or changed', async () => {
    for (const days of [{ neededUntil: '2026-11-21' }, { startsOn: '2026-12-10', neededUntil: '2026-12-09' }])
      expect(await library.refused('an', 'holds.place', place(days))).toEqual(['hold_ends_too_early']);
    const { holdId } = await library.get('an', 'holds.place', place({ neededUntil: '2026-12-09' }));
    expect(await library.refused('an', 'holds.change', { holdId, startsOn: '2026-12-10' })).toEqual([
      'hold_ends_too_early',
    ]);
    await library.get('an', 'holds.change', { holdId, startsOn: '2026-12-09' });
  });

  it('count for a day of the library, also before eight and after a scan was taken back', async () => {
    await library.cloud.clock.move({ set: '2026-11-22T22:00:00.000Z' });
    await library.get('an', 'holds.place', place({}));
    const requestId = randomUUID();
    await library.get('desk', 'desk.checkOut', order('an', 'A1'), requestId);
    await library.get('desk', 'desk.undo', { requestId });
    expect((await reader('an')).openHolds).toMatchObject([{ placedOn: '2026-11-23' }]);
  });

  it('of two certain copies of one title stand in one queue', async () => {
    await rules({ holdsPerTitle: 2 });
    for (const barcode of ['B1', 'B2'])
      await library.get('an', 'holds.place', place({ titleId: 'title-two', barcode }));
    expect((await reader('an')).openHolds).toHaveLength(2);
  });
});
