import { randomUUID } from 'node:crypto';
import { inconsistencies } from '../../demo/consistency';
import { cardCode } from '../../cloudfunctions/kernel/card-code';
import { firstRoot } from '../../cloudfunctions/kernel/keys';
import type { Documents } from '../../cloudfunctions/documents';
import { startSmallLibrary, type SmallLibrary } from './library';

/**
 * The desk beyond the plain scan: overrides, the book drop and what lateness costs, taking back, scans made
 * without network.
 */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(1);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

const FINE = {
  amount: 10,
  per: { count: 1, unit: 'days' },
  grace: null,
  graceWhenRecalled: false,
  amountWhenRecalled: null,
  cap: 1000,
  capAtPrice: false,
  closedDaysFree: false,
  amnesties: [],
};

/** The rules of the whole library, seen by the functions after a minute. */
const rules = async (given: object): Promise<void> => {
  const [row] = (await library.documents('policies', { _id: 'default' })) as Documents['policies'][];
  await library.cloud.db.upsert('policies', [{ ...row, rules: { ...row?.rules, ...given } }] as never);
  await library.cloud.clock.move({ advance: { minutes: 2 } });
};

const checkOut = (who: string, barcode: string, more: object = {}, requestId?: string) =>
  library.get(
    'desk',
    'desk.checkOut',
    { readerId: `reader-${who}`, barcode, branchId: 'main', ...more },
    requestId,
  );
const checkIn = (barcode: string, more: object = {}, requestId?: string) =>
  library.get('desk', 'desk.checkIn', { barcode, branchId: 'main', ...more }, requestId);
const daysPass = (days: number) => library.cloud.clock.move({ advance: { days } });
const reader = async (name: string) => (await library.document('readers', `reader-${name}`))!;

describe('override', () => {
  it('sets a refusal aside with a comment, and the log tells who, what and why', async () => {
    await rules({ loanLimit: 1 });
    await checkOut('an', 'A1');
    expect(
      await library.refused('desk', 'desk.checkOut', {
        readerId: 'reader-an',
        barcode: 'B1',
        branchId: 'main',
        override: { comment: '' },
      }),
    ).toEqual(['comment_needed']);
    const out = await checkOut('an', 'B1', { override: { comment: '参赛用书' } });
    expect(out.overridden).toEqual(['loan_limit_reached']);
    const { list } = await library.get('desk', 'desk.log', { overridesOnly: true });
    expect(list).toMatchObject([
      { barcode: 'B1', staffName: '馆员', override: { codes: ['loan_limit_reached'], comment: '参赛用书' } },
    ]);
  });

  it('needs the role that the library asks for, and a last day after today', async () => {
    await library.cloud.db.upsert('readers', [{ ...(await reader('an')), expiresOn: '2026-11-01' }] as never);
    const order = {
      readerId: 'reader-an',
      barcode: 'A1',
      branchId: 'main',
      override: { comment: '当面续证', dueOn: '2026-12-05' },
    };
    expect(await library.refused('desk', 'desk.checkOut', order)).toEqual([
      'card_expired',
      'override_not_allowed',
    ]);
    expect(
      await library.refused('boss', 'desk.checkOut', {
        ...order,
        override: { ...order.override, dueOn: '2026-11-22' },
      }),
    ).toEqual(['due_date_not_later']);
    expect((await library.get('boss', 'desk.checkOut', order)).loan.dueOn).toBe('2026-12-05');
  });

  it('staff without the role of circulation may not scan', async () => {
    await library.cloud.db.upsert('staff', [
      { _id: 'o-teller', name: '讲解', branchId: 'main', roles: ['events'], active: true },
    ]);
    expect(await library.refused('teller', 'desk.checkIn', { barcode: 'A1', branchId: 'main' })).toEqual([
      'role_missing',
    ]);
    // The first page is everybody's: it leads to what each may do.
    expect((await library.get('teller', 'desk.today', {})).roles).toEqual(['events']);
    expect(await library.refused('an', 'desk.today', {})).toEqual(['not_staff']);
  });
});

describe('bringing back', () => {
  it('charges lateness once, and what fell into the book drop counts from its day', async () => {
    await rules({ fine: FINE, overdueLimit: null });
    await checkOut('an', 'A1');
    await checkOut('an', 'B1');
    await daysPass(35);
    const late = await checkIn('A1');
    expect(late.returned).toMatchObject({ daysOverdue: 5, fine: 50 });
    const dropped = await checkIn('B1', { returnedOn: '2026-12-24' });
    expect(dropped.returned).toMatchObject({ daysOverdue: 2, fine: 20 });
    expect((await reader('an')).owes).toBe(70);
    expect(await library.documents('accountLines')).toHaveLength(2);
  });

  it('suspends instead where the rules say so', async () => {
    await rules({ suspension: { daysPerDay: 2, graceDays: 0, most: null } });
    await checkOut('an', 'A1');
    await daysPass(33);
    expect((await checkIn('A1')).returned).toMatchObject({ suspendedUntil: '2026-12-31' });
    expect(
      await library.refused('desk', 'desk.checkOut', {
        readerId: 'reader-an',
        barcode: 'B1',
        branchId: 'main',
      }),
    ).toEqual(['reader_suspended']);
  });

  it('remembers who had a copy last, until the log forgets it; a kept history stays', async () => {
    await library.cloud.db.upsert('readers', [{ ...(await reader('bai')), keepsHistory: true }] as never);
    await checkOut('an', 'A1');
    await checkOut('bai', 'B1');
    await checkIn('A1');
    await checkIn('B1');
    expect((await library.get('bai', 'loans.history', {})).list).toMatchObject([
      { title: { title: '三体' } },
    ]);
    expect((await library.get('an', 'loans.history', {})).kept).toBe(false);
    expect((await library.document('items', 'A1'))?.lastLoan?.readerId).toBe('reader-an');
    await daysPass(40);
    const named = (await library.documents('operations')).filter((line) => line.readerId === 'reader-an');
    expect(named).toEqual([]);
    expect((await library.document('items', 'A1'))?.lastLoan).toBeNull();
    expect(JSON.stringify(await library.documents('operations', { barcode: 'A1' }))).not.toContain(
      'reader-an',
    );
    expect((await library.get('bai', 'loans.history', {})).list).toHaveLength(1);
    const lines = (await library.documents('operations')).length;
    await daysPass(2);
    expect((await library.documents('operations')).length).toBe(lines);
  });
});

describe('taking back', () => {
  it('a check-out goes as if it had never been, and the hold that it filled waits again at its place', async () => {
    await checkOut('ding', 'A1');
    await library.get('an', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    await checkIn('A1');
    const before = await library.document('holdQueues', 'title-one');
    const requestId = randomUUID();
    expect((await checkOut('an', 'A1', {}, requestId)).filledHold).toBe(true);
    await library.get('desk', 'desk.undo', { requestId });
    expect(await library.document('holdQueues', 'title-one')).toEqual(before);
    expect((await reader('an')).openLoans).toEqual([]);
    expect((await library.document('items', 'A1'))?.status).toBe('on_hold_shelf');
    expect(await library.refused('desk', 'desk.undo', { requestId })).toEqual(['undo_too_late']);
  });

  it('a check-in gives the loan and the debt back to what they were, and who was called is told', async () => {
    await rules({ fine: FINE });
    await checkOut('ding', 'A1');
    await library.get('an', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    await daysPass(31);
    const requestId = randomUUID();
    expect((await checkIn('A1', {}, requestId)).returned?.fine).toBe(10);
    await library.get('desk', 'desk.undo', { requestId });
    expect((await library.document('items', 'A1'))?.loan?.readerId).toBe('reader-ding');
    expect((await reader('ding')).owes).toBe(0);
    expect((await library.get('an', 'holds.list', {})).list).toMatchObject([
      { status: 'waiting', position: 1 },
    ]);
    expect((await library.get('an', 'notices.list', {})).list.map(({ title }) => title)).toContain(
      '预约的书暂未到馆',
    );
    expect((await checkIn('A1')).returned?.fine).toBe(10);
  });

  it("not once something happened to the copy since, nor somebody else's scan", async () => {
    const requestId = randomUUID();
    await checkOut('an', 'A1', {}, requestId);
    expect(await library.refused('boss', 'desk.undo', { requestId })).toEqual(['undo_too_late']);
    await checkIn('A1');
    expect(await library.refused('desk', 'desk.undo', { requestId })).toEqual(['later_event']);
  });
});

describe('scans made without network', () => {
  const replay = (number: number, scan: object) =>
    library.get(
      'desk',
      'desk.replay',
      { device: 'device-a', number, branchId: 'main', ...scan } as never,
      `device-a-${number}`,
    );

  it('are done in order as of their own time, once', async () => {
    await rules({ fine: FINE });
    const out = {
      action: 'checkOut',
      barcode: 'A1',
      card: '30100000001',
      scannedAt: '2026-11-21T03:00:00.000Z',
    };
    const back = { action: 'checkIn', barcode: 'A1', scannedAt: '2026-11-21T04:00:00.000Z' };
    expect(await replay(1, out)).toMatchObject({ kind: 'done' });
    expect(await replay(1, out)).toMatchObject({ kind: 'done' });
    expect((await library.document('items', 'A1'))?.loan).toMatchObject({
      checkedOutOn: '2026-11-21',
      dueOn: '2026-12-22',
    });
    expect(await replay(2, back)).toMatchObject({ kind: 'done' });
    expect((await library.document('items', 'A1'))?.status).toBe('available');
    expect(await library.documents('conflicts')).toEqual([]);
  });

  it('keep what the hand chose: the reading room, and the day of the book drop', async () => {
    await rules({ fine: FINE, overdueLimit: null });
    await checkOut('an', 'A1');
    await daysPass(40);
    const scannedAt = '2027-01-01T01:30:00.000Z';
    await replay(1, { action: 'checkIn', barcode: 'A1', scannedAt, returnedOn: '2026-12-24' });
    expect((await reader('an')).owes).toBe(20);
    await replay(2, { action: 'checkOut', barcode: 'B1', card: '30100000002', scannedAt, onSite: true });
    expect((await library.document('items', 'B1'))?.loan?.onSite).toBe(true);
  });

  it('older than a week wait for staff: a picture of a card code would be good for ever', async () => {
    const weekAgo = '2026-11-15T02:00:00.000Z';
    const { code } = cardCode('30100000001', '2026-11-01T02:00:00.000Z', [firstRoot('a key for tests')]);
    const old = { action: 'checkOut', barcode: 'A1', card: code, scannedAt: '2026-11-01T02:00:30.000Z' };
    expect(await replay(1, old)).toMatchObject({
      kind: 'conflict',
      because: [{ code: 'scan_too_old', at: old.scannedAt, mostDays: 7 }],
    });
    expect((await library.document('items', 'A1'))?.loan).toBeNull();
    expect(await replay(2, { ...old, card: '30100000001', scannedAt: weekAgo })).toMatchObject({
      kind: 'done',
    });
  });

  it('older than the last event of the copy, or against a rule, wait for staff and change nothing', async () => {
    await checkOut('bai', 'A1');
    const stale = {
      action: 'checkOut',
      barcode: 'A1',
      card: '30100000001',
      scannedAt: '2026-11-21T03:00:00.000Z',
    };
    expect(await replay(1, stale)).toMatchObject({ kind: 'conflict', because: [{ code: 'later_event' }] });
    expect(await replay(2, { ...stale, barcode: 'NONE' })).toMatchObject({
      kind: 'conflict',
      because: [{ code: 'item_not_found' }],
    });
    expect((await library.document('items', 'A1'))?.loan?.readerId).toBe('reader-bai');
    const { list } = await library.get('desk', 'desk.conflicts', { branchId: 'main' });
    expect(list).toHaveLength(2);
    for (const { conflictId } of list)
      await library.get('desk', 'desk.settleConflict', { conflictId, comment: '已电话核对' });
    expect((await library.get('desk', 'desk.conflicts', { branchId: 'main' })).list).toEqual([]);
  });
});

it('tells the desk when what was scanned as a copy is the number of a card', async () => {
  const card = (await reader('bai')).cardNumber;
  const said = async (barcode: string) => [
    await library.ask('desk', 'desk.checkOut', { readerId: 'reader-an', barcode, branchId: 'main' }),
    await library.ask('desk', 'desk.checkIn', { barcode, branchId: 'main' }),
  ];
  const isCard = { ok: false, refusals: [{ code: 'item_not_found', barcode: card, isCard: true }] };
  expect(await said(card)).toEqual([isCard, isCard]);
  const unknown = { ok: false, refusals: [{ code: 'item_not_found', barcode: '999' }] };
  expect(await said('999')).toEqual([unknown, unknown]);
});

describe('holds and loans between readers', () => {
  it('a loan passes from reader to reader by a code that is good once and for a minute', async () => {
    const { loan } = await checkOut('an', 'A1');
    const { code } = await library.get('an', 'loans.offerTransfer', { loanId: loan.loanId });
    expect(await library.get('bai', 'loans.lookAtTransfer', { code })).toMatchObject({
      title: { title: '红楼梦' },
      refusals: [],
    });
    expect(await library.refused('an', 'loans.takeTransfer', { code })).toEqual(['transfer_to_oneself']);
    await library.get('bai', 'loans.takeTransfer', { code });
    expect(await library.refused('chen', 'loans.takeTransfer', { code })).toEqual([
      'transfer_code_not_valid',
    ]);
    expect((await reader('an')).openLoans).toEqual([]);
    const [theirs] = (await library.get('bai', 'loans.list', {})).list;
    const second = await library.get('bai', 'loans.offerTransfer', { loanId: theirs?.loanId ?? '' });
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect(await library.refused('an', 'loans.takeTransfer', { code: second.code })).toEqual([
      'transfer_code_expired',
    ]);
  });

  it('a shared hold is collected by any of the family and counted once', async () => {
    await library.cloud.db.upsert('readers', [
      { ...(await reader('an')), childReaderIds: ['reader-bai'] },
      { ...(await reader('bai')), guardianReaderId: 'reader-an', birthDate: '2015-01-01' },
    ] as never);
    await checkOut('ding', 'A1');
    const order = { titleId: 'title-one', pickUpBranchId: 'main' };
    expect(await library.refused('an', 'holds.place', { ...order, sharedWith: ['reader-chen'] })).toEqual([
      'not_family',
    ]);
    await library.get('an', 'holds.place', { ...order, sharedWith: ['reader-bai'] });
    expect((await library.get('bai', 'holds.list', {})).list).toMatchObject([{ sharedBy: 'an' }]);
    await checkIn('A1');
    expect((await checkOut('bai', 'A1')).filledHold).toBe(true);
    expect((await reader('an')).openHolds).toEqual([]);
    expect((await reader('bai')).openLoans).toHaveLength(1);
  });

  it('a hold that starts later lets others pass, and a hold that was not collected twice stops its reader', async () => {
    await rules({ noShow: { count: 2, inARow: true, withinDays: null, blockDays: 5 }, holdShelfDays: 1 });
    await checkOut('ding', 'A1');
    const order = { titleId: 'title-one', pickUpBranchId: 'main' };
    await library.get('an', 'holds.place', { ...order, startsOn: '2026-12-01' });
    await library.get('bai', 'holds.place', order);
    await checkIn('A1');
    expect((await library.get('bai', 'holds.list', {})).list).toMatchObject([{ status: 'ready' }]);
    await daysPass(4);
    expect((await reader('bai')).noShows).toHaveLength(1);
    await library.get('bai', 'holds.place', order);
    await checkIn('A1');
    await daysPass(4);
    expect((await reader('bai')).suspendedUntil).not.toBeNull();
  });

  it('a hold that was not collected costs what its reader was told when the copy came, once', async () => {
    const told = async (topic: string) =>
      (await library.get('bai', 'notices.list', {})).list.find((each) => each.topic === topic)?.body;
    const lines = () => library.documents('accountLines', { readerId: 'reader-bai' });
    await rules({ noShowFee: 150, holdShelfDays: 1 });
    await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    await checkIn('A1');
    expect(await told('hold_ready')).toContain('逾期不取收费 1.50 元');
    await rules({ noShowFee: 900, holdShelfDays: 1 });
    await daysPass(4);
    expect(await told('hold_expired')).toContain('预约已取消，按规则收费 1.50 元。');
    expect(await lines()).toMatchObject([{ kind: 'charge', amount: 150, open: 150, reason: '预约到书未取' }]);
    expect((await reader('bai')).owes).toBe(150);
    await daysPass(2);
    expect(await lines()).toHaveLength(1);
  });

  it('a hold that is cancelled before its last day costs nothing', async () => {
    await rules({ noShowFee: 150, holdShelfDays: 1 });
    await library.get('bai', 'holds.place', { titleId: 'title-one', pickUpBranchId: 'main' });
    await checkIn('A1');
    const { list } = await library.get('bai', 'holds.list', {});
    await library.get('bai', 'holds.cancel', { holdId: list[0]?.holdId ?? '' });
    await daysPass(4);
    expect((await reader('bai')).owes).toBe(0);
  });
});

it('tells of many due loans in one message, each in its own line of the inbox', async () => {
  await checkOut('ding', 'B1');
  await checkOut('ding', 'C1');
  await daysPass(28);
  const due = (await library.get('ding', 'notices.list', {})).list.filter(
    ({ topic }) => topic === 'due_soon',
  );
  expect(due).toHaveLength(2);
  const messages = (await library.documents('outbox', { topic: 'due_soon', readerId: 'reader-ding' })) as {
    fields: Record<string, string>;
  }[];
  expect(messages.map(({ fields }) => fields['title'])).toEqual([expect.stringMatching(/ 等 2 册$/)]);
});

it('reminds of money that is owed once a week', async () => {
  await library.get('boss', 'fees.charge', { readerId: 'reader-an', amount: 320, reason: '污损赔偿' });
  await daysPass(1);
  const told = async () =>
    (await library.get('an', 'notices.list', {})).list.filter(({ title }) => title === '有费用待缴').length;
  expect(await told()).toBe(1);
  await daysPass(3);
  expect(await told()).toBe(1);
  await daysPass(7);
  expect(await told()).toBe(2);
});
