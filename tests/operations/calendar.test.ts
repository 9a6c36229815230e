import { aKnownLoan, anItem, anOpenLoan } from '../builders/documents';
import type { Documents } from '../../cloudfunctions/documents';
import { START, startSmallLibrary, type SmallLibrary } from './library';

jest.setTimeout(180_000);

const week = (from = '09:00', to = '21:00') => Array.from({ length: 7 }, () => ({ from, to }));

/** Sunday 2026-11-22, ten o'clock; the garden branch is open every day, main is closed on Mondays. */
describe('closing days', () => {
  let library: SmallLibrary;
  beforeAll(async () => {
    library = await startSmallLibrary(2);
  });
  afterAll(() => library?.close());
  beforeEach(async () => {
    await library.startOver();
    await put('staff', [
      { _id: 'o-manager', name: '主任', branchId: 'main', roles: ['manager'], active: true },
    ]);
  });

  const put = <C extends keyof Documents>(collection: C, documents: Documents[C][]) =>
    library.cloud.db.upsert(collection, documents as object[] as Record<string, unknown>[]);

  /** A copy on loan from the garden branch, known to its reader. */
  const lend = async (barcode: string, name: string, dueOn: string): Promise<void> => {
    const readerId = `reader-${name}`;
    const loan = anOpenLoan({
      loanId: `${barcode}:1`,
      readerId,
      readerName: name,
      branchId: 'garden',
      dueOn,
    });
    await put('items', [anItem({ _id: barcode, branchId: 'garden', status: 'on_loan', loan })]);
    const reader = await library.document('readers', readerId);
    if (!reader) throw new Error(`no reader ${name}`);
    const known = aKnownLoan({ loanId: loan.loanId, barcode, branchId: 'garden', dueOnOrLater: dueOn });
    await put('readers', [{ ...reader, openLoans: [...reader.openLoans, known] }]);
  };

  /** A copy on the hold shelf of the garden branch. */
  const shelve = async (
    barcode: string,
    name: string,
    pickUpBy: string,
    changedAt = '2026-11-20T02:00:00.000Z',
  ) => {
    const readerId = `reader-${name}`;
    const holdId = `hold-${barcode}`;
    const both = {
      readerId,
      readerCategory: 'adult',
      pickUpBranchId: 'garden',
      status: 'ready' as const,
      placedAt: START,
      barcode,
      pickUpBy,
      sharedWith: [],
      wants: null,
      startsOn: null,
      neededUntil: null,
    };
    await put('items', [
      anItem({
        _id: barcode,
        titleId: 'title-two',
        branchId: 'garden',
        status: 'on_hold_shelf',
        hold: { holdId, readerId, pickUpBy },
        changedAt,
      }),
    ]);
    await put('holds', [
      {
        ...both,
        _id: holdId,
        titleId: 'title-two',
        closedAt: null,
        placedAs: { position: 1, copies: 1, told: null },
      },
    ]);
    await put('holdQueues', [{ _id: 'title-two', holds: [{ ...both, holdId }] }]);
  };

  const close = (from: string, to = from, why = '消毒') =>
    library.get('manager', 'rules.closeDays', { branchId: 'garden', from, to, why });
  const tick = () => library.cloud.timer('jobs');
  const dueOn = async (barcode: string) => (await library.document('items', barcode))?.loan?.dueOn;
  const noticesOf = async (name: string) =>
    (await library.documents('notices')).filter(
      (notice) => notice.readerId === `reader-${name}` && notice.topic === 'closure',
    );

  it('moves due dates to the next open day and leaves the others, and tells each reader once with the numbers', async () => {
    await lend('L1', 'an', '2026-11-25');
    await lend('L2', 'an', '2026-11-26');
    await lend('L3', 'bai', '2026-11-25');
    await lend('L4', 'chen', '2026-11-27');
    const closure = await close('2026-11-25', '2026-11-26');
    expect(closure).toMatchObject({ status: 'moving', loansMoved: 0 });
    await tick();
    await tick();
    expect(await Promise.all(['L1', 'L2', 'L3', 'L4'].map(dueOn))).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-27',
      '2026-11-27',
    ]);
    const { list } = await library.get('desk', 'rules.closures', { branchId: 'garden' });
    expect(list).toMatchObject([{ status: 'moved', loansMoved: 3, holdsMoved: 0, staffName: '主任' }]);
    const told = await noticesOf('an');
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toContain('2 册借阅的到期日');
    expect(await noticesOf('chen')).toHaveLength(0);
    expect(await library.documents('outbox', { topic: 'closure' })).toHaveLength(2);
    expect((await library.document('items', 'L1'))?.loan?.moved).toEqual([
      { closureId: closure.closureId, dueOnBefore: '2026-11-25', dueOnAfter: '2026-11-27' },
    ]);
  });

  it('keeps the weekday where the rules keep it, and jumps over days that are closed anyway', async () => {
    await put('policies', [
      {
        _id: 'default',
        readerCategory: '*',
        itemType: '*',
        branchId: '*',
        note: '',
        rules: { dueDateMode: 'same_weekday' },
      },
    ]);
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    await lend('L1', 'an', '2026-11-25');
    await close('2026-11-25', '2026-12-02');
    await tick();
    expect(await dueOn('L1')).toBe('2026-12-09');
  });

  it('moves what ends on a weekday that is closed from now on, and nothing else; it can be taken back', async () => {
    await lend('L1', 'an', '2026-11-25');
    await lend('L2', 'an', '2026-11-26');
    await lend('L3', 'bai', '2026-12-09');
    await shelve('H1', 'chen', '2026-11-25');
    const weeklyHours = week().map((hours, weekday) => (weekday === 3 ? null : hours));
    const hours = { branchId: 'garden', closedOnPublicHolidays: true, weeklyHours };
    await library.get('manager', 'rules.saveHours', hours);
    await tick();
    await tick();
    expect(await Promise.all(['L1', 'L2', 'L3'].map(dueOn))).toEqual([
      '2026-11-26',
      '2026-11-26',
      '2026-12-10',
    ]);
    expect((await library.document('holds', 'hold-H1'))?.pickUpBy).toBe('2026-11-26');
    expect((await noticesOf('bai'))[0]?.body).toContain('自 2026-11-22 起每周三闭馆');
    const { list } = await library.get('desk', 'rules.closures', { branchId: 'garden' });
    expect(list).toMatchObject([{ why: '每周三闭馆', weekly: true, loansMoved: 2, holdsMoved: 1 }]);
    // Days of such weeks can be closed as any others.
    await close('2026-12-24');
    // The same hours again close nothing more.
    await library.get('manager', 'rules.saveHours', hours);
    expect(await library.documents('closures')).toHaveLength(2);
    await library.get('manager', 'rules.undoClosure', { closureId: list[0]?.closureId ?? '' });
    await tick();
    expect(await Promise.all(['L1', 'L2', 'L3'].map(dueOn))).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-12-09',
    ]);
    expect((await library.document('branches', 'garden'))?.weeklyHours[3]).toEqual({
      from: '09:00',
      to: '21:00',
    });
  });

  it('gives ready holds the open days back that they lose, in the hold, the queue and the copy alike', async () => {
    await shelve('H1', 'bai', '2026-11-25');
    await close('2026-11-24', '2026-11-25');
    await tick();
    expect((await library.document('holds', 'hold-H1'))?.pickUpBy).toBe('2026-11-27');
    expect((await library.document('items', 'H1'))?.hold?.pickUpBy).toBe('2026-11-27');
    expect((await library.document('holdQueues', 'title-two'))?.holds[0]?.pickUpBy).toBe('2026-11-27');
    expect((await noticesOf('bai'))[0]?.body).toContain('1 本预约的取书日');
    await tick();
    await tick();
    expect((await library.document('holds', 'hold-H1'))?.pickUpBy).toBe('2026-11-27');
  });

  it('gives no days twice to a hold that became ready after the closure and knows it', async () => {
    const { at } = await close('2026-11-24', '2026-11-25');
    await shelve('H1', 'bai', '2026-11-27', new Date(Date.parse(at) + 1000).toISOString());
    await tick();
    expect((await library.document('holds', 'hold-H1'))?.pickUpBy).toBe('2026-11-27');
  });

  it('looks again for loans of functions that still kept the old calendar, and says so in the same notice', async () => {
    await lend('L1', 'an', '2026-11-25');
    await close('2026-11-25');
    await tick();
    await tick();
    await lend('L2', 'an', '2026-11-25');
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    await tick();
    await tick();
    expect(await dueOn('L2')).toBe('2026-11-26');
    const told = await noticesOf('an');
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toContain('2 册');
    expect(await library.documents('outbox', { topic: 'closure' })).toHaveLength(1);
    const { list } = await library.get('desk', 'rules.closures', { branchId: 'garden' });
    expect(list).toMatchObject([{ loansMoved: 2 }]);
  });

  it('is undone: dates that nobody changed since are as before, a renewed loan keeps its own', async () => {
    await lend('L1', 'an', '2026-11-25');
    await lend('L2', 'bai', '2026-11-25');
    await shelve('H1', 'chen', '2026-11-25');
    const before = (await library.document('branches', 'garden'))?.exceptions;
    const { closureId } = await close('2026-11-25');
    await tick();
    await tick();
    const renewed = await library.get('desk', 'desk.renew', { loanId: 'L2:1' });
    await library.get('manager', 'rules.undoClosure', { closureId });
    expect((await library.document('branches', 'garden'))?.exceptions).toEqual(before);
    await tick();
    await tick();
    expect(await dueOn('L1')).toBe('2026-11-25');
    expect((await library.document('items', 'L1'))?.loan?.moved).toEqual([]);
    expect(await dueOn('L2')).toBe(renewed.dueOn);
    expect((await library.document('holds', 'hold-H1'))?.pickUpBy).toBe('2026-11-25');
    expect(await noticesOf('an')).toHaveLength(2);
    expect(await noticesOf('bai')).toHaveLength(1);
    expect(await noticesOf('chen')).toHaveLength(2);
    expect((await library.document('closures', closureId))?.status).toBe('undone');
    expect(await library.refused('manager', 'rules.undoClosure', { closureId })).toEqual(['closure_busy']);
  });

  it('gives no day back that has passed: nobody becomes overdue by an undo', async () => {
    await lend('L1', 'an', '2026-11-23');
    const { closureId } = await close('2026-11-23', '2026-11-26');
    await tick();
    await library.cloud.clock.move({ advance: { days: 2 } });
    await library.get('manager', 'rules.undoClosure', { closureId });
    await tick();
    await tick();
    expect(await dueOn('L1')).toBe('2026-11-27');
    expect((await library.document('closures', closureId))?.status).toBe('undone');
  });

  it('never leaves what the reader knows later than the last day itself', async () => {
    await lend('L1', 'an', '2026-11-25');
    const { closureId } = await close('2026-11-25');
    await tick();
    const reader = await library.document('readers', 'reader-an');
    if (!reader) throw new Error('no reader');
    await put('readers', [
      { ...reader, openLoans: reader.openLoans.map((loan) => ({ ...loan, dueOnOrLater: '2026-11-26' })) },
    ]);
    await library.get('manager', 'rules.undoClosure', { closureId });
    await tick();
    expect((await library.document('readers', 'reader-an'))?.openLoans[0]?.dueOnOrLater).toBe('2026-11-25');
  });

  it('refuses days that are past, that another closure holds, and too long a span', async () => {
    const days = { branchId: 'garden', why: '消毒' };
    expect(
      await library.refused('manager', 'rules.closeDays', { ...days, from: '2026-11-20', to: '2026-11-24' }),
    ).toEqual(['days_past']);
    await close('2026-11-25', '2026-11-26');
    expect(
      await library.refused('manager', 'rules.closeDays', { ...days, from: '2026-11-26', to: '2026-11-28' }),
    ).toEqual(['closure_overlaps']);
    const long = await library.ask('manager', 'rules.closeDays', {
      ...days,
      from: '2026-12-01',
      to: '2027-12-01',
    });
    expect(long).toMatchObject({ invalid: [{ path: 'input', message: '一次最多闭馆 180 天' }] });
    expect(
      await library.refused('desk', 'rules.closeDays', { ...days, from: '2026-12-01', to: '2026-12-01' }),
    ).toEqual(['role_missing']);
  });

  it('is written once by two managers at the same moment', async () => {
    const input = { branchId: 'garden', from: '2026-11-25', to: '2026-11-26', why: '停电' };
    const answers = await Promise.all([1, 2, 3].map(() => library.ask('manager', 'rules.closeDays', input)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await library.documents('closures')).toHaveLength(1);
  });

  it('leaves no copy wrong when books come back and are renewed while it moves them', async () => {
    const names = ['an', 'bai', 'chen', 'ding'];
    const barcodes = Array.from({ length: 24 }, (_, n) => `R${n}`);
    for (const [n, barcode] of barcodes.entries()) await lend(barcode, names[n % 4] ?? 'an', '2026-11-25');
    await close('2026-11-25', '2026-11-26');
    const hands = barcodes.map((barcode, n) =>
      n % 3 === 0
        ? library.ask('desk', 'desk.checkIn', { barcode, branchId: 'garden' })
        : n % 3 === 1
          ? library.ask('desk', 'desk.renew', { loanId: `${barcode}:1` })
          : Promise.resolve(),
    );
    await Promise.all([tick(), ...hands]);
    await tick();
    await tick();
    const items = await library.documents('items', { _id: { $in: barcodes } });
    const readers = await library.documents('readers');
    for (const item of items) {
      const known = readers.flatMap((reader) => reader.openLoans).filter((loan) => loan.barcode === item._id);
      expect(known).toHaveLength(item.loan ? 1 : 0);
      if (!item.loan) continue;
      expect(['2026-11-25', '2026-11-26']).not.toContain(item.loan.dueOn);
      expect((known[0]?.dueOnOrLater ?? '') <= item.loan.dueOn).toBe(true);
    }
    for (const name of names) expect((await noticesOf(name)).length).toBeLessThanOrEqual(1);
    const [closure] = await library.documents('closures');
    const moves = await library.documents('closureMoves');
    expect(closure?.loansMoved).toBe(moves.reduce((sum, move) => sum + move.loans.length, 0));
  });

  it('moves hundreds in batches, and a tick that comes twice moves nothing twice', async () => {
    for (let n = 0; n < 230; n++)
      await lend(`M${n}`, ['an', 'bai', 'chen', 'ding'][n % 4] ?? 'an', '2026-11-25');
    await close('2026-11-25');
    await Promise.all([tick(), tick()]);
    await tick();
    const items = await library.documents('items', { 'loan.dueOn': '2026-11-26' });
    expect(items).toHaveLength(230);
    expect(items.every((item) => item.loan?.moved.length === 1)).toBe(true);
    expect(await library.documents('notices', { topic: 'closure' })).toHaveLength(4);
    const { list } = await library.get('desk', 'rules.closures', { branchId: 'garden' });
    expect(list).toMatchObject([{ status: 'moved', loansMoved: 230 }]);
  });

  it('is shown before it is done: how much it moves and where to', async () => {
    await lend('L1', 'an', '2026-11-25');
    await shelve('H1', 'bai', '2026-11-26');
    expect(
      await library.get('desk', 'rules.previewClosure', {
        branchId: 'garden',
        from: '2026-11-25',
        to: '2026-11-25',
      }),
    ).toEqual({ loans: 1, holds: 1, nextOpenDay: '2026-11-26', refusals: [] });
  });
});

describe('the calendar of a branch', () => {
  let library: SmallLibrary;
  beforeAll(async () => {
    library = await startSmallLibrary();
  });
  afterAll(() => library?.close());
  beforeEach(async () => {
    await library.startOver();
    await library.cloud.db.upsert('staff', [
      { _id: 'o-manager', name: '主任', branchId: 'main', roles: ['manager'], active: true },
    ]);
    await library.cloud.db.upsert('calendars', [
      { _id: '2027', holidays: { '2027-01-01': '元旦' }, workdays: { '2027-01-02': '元旦' } },
    ]);
    await library.cloud.clock.move({ advance: { minutes: 2 } });
  });
  const day = async (branchId: string, date: string) =>
    (await library.get('desk', 'rules.calendar', { branchId, month: date.slice(0, 7) })).days.find(
      (each) => each.date === date,
    );

  it('tells the hours of every day and what made them so', async () => {
    expect(await day('main', '2026-11-23')).toEqual({
      date: '2026-11-23',
      hours: '',
      why: '每周闭馆',
      kind: 'week',
    });
    expect(await day('garden', '2026-11-23')).toMatchObject({ hours: '09:00–21:00', kind: 'week' });
    expect(await day('garden', '2027-01-01')).toMatchObject({
      hours: '09:00–21:00',
      why: '元旦',
      kind: 'holiday',
    });
    expect(await day('garden', '2027-01-02')).toMatchObject({ kind: 'workday' });
  });

  it('opens a single day with hours of its own, and gives it back its ordinary ones', async () => {
    const monday = { branchId: 'main', date: '2026-11-23', why: '读书日' };
    await library.get('manager', 'rules.openDay', { ...monday, hours: { from: '10:00', to: '16:00' } });
    expect(await day('main', '2026-11-23')).toMatchObject({
      hours: '10:00–16:00',
      kind: 'exception',
      why: '读书日',
    });
    await library.get('manager', 'rules.openDay', { ...monday, hours: null, why: '' });
    expect(await day('main', '2026-11-23')).toMatchObject({ hours: '', kind: 'week' });
    expect(
      await library.refused('manager', 'rules.openDay', { ...monday, date: '2026-11-21', hours: null }),
    ).toEqual(['days_past']);
  });

  it('does not open a day of a closure beside it: the closure is undone instead', async () => {
    await library.get('manager', 'rules.closeDays', {
      branchId: 'garden',
      from: '2026-11-25',
      to: '2026-11-26',
      why: '消毒',
    });
    expect(
      await library.refused('manager', 'rules.openDay', {
        branchId: 'garden',
        date: '2026-11-25',
        hours: { from: '10:00', to: '16:00' },
        why: '',
      }),
    ).toEqual(['closure_overlaps']);
  });

  it('saves the hours of the week, with at least one open day', async () => {
    const hours = { branchId: 'main', closedOnPublicHolidays: true };
    await library.get('manager', 'rules.saveHours', { ...hours, weeklyHours: week('08:30', '18:00') });
    expect(await day('main', '2026-11-23')).toMatchObject({ hours: '08:30–18:00' });
    expect(await day('main', '2027-01-01')).toMatchObject({ hours: '', why: '元旦' });
    const closed = await library.ask('manager', 'rules.saveHours', {
      ...hours,
      weeklyHours: Array.from({ length: 7 }, () => null),
    });
    expect(closed).toMatchObject({ invalid: [{ path: 'input.weeklyHours', message: '每周至少开放一天' }] });
    const backwards = await library.ask('manager', 'rules.saveHours', {
      ...hours,
      weeklyHours: week('18:00', '08:00'),
    });
    expect(backwards.ok).toBe(false);
  });

  it('keeps several spans of a day, one after the other', async () => {
    const pauses = [{ from: '12:00', to: '14:00' }];
    const saved = (hours: object) =>
      library.ask('manager', 'rules.saveHours', {
        branchId: 'main',
        closedOnPublicHolidays: true,
        weeklyHours: week('09:00', '17:00').map((times) => ({ ...times, ...hours })),
      });
    expect((await saved({ pauses })).ok).toBe(true);
    expect(await day('main', '2026-11-23')).toMatchObject({ hours: '09:00–12:00，14:00–17:00' });
    const wrong = [
      [{ from: '16:00', to: '18:00' }],
      [{ from: '14:00', to: '12:00' }],
      [...pauses, { from: '13:00', to: '15:00' }],
    ];
    for (const each of wrong)
      expect(await saved({ pauses: each })).toMatchObject({
        invalid: [{ message: '中间闭馆的时间要在开馆时间之内，先后不重叠' }, {}, {}, {}, {}, {}, {}],
      });
  });
});
