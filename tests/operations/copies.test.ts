import { randomUUID } from 'node:crypto';
import type { Documents } from '../../cloudfunctions/documents';
import { inconsistencies } from '../../demo/consistency';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/** Copies that are lost, found, damaged, repaired and withdrawn, through the real functions. */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

const LOSS = { timesPrice: 2, withoutPrice: 3000, processing: 500, refundDays: 90, withLateFine: true };
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
const priced = async (barcode: string, price: number): Promise<void> => {
  const [item] = await library.documents('items', { _id: barcode });
  await library.cloud.db.upsert('items', [{ ...item, price }] as never);
};

const checkOut = (who: string, barcode: string) =>
  library.get('desk', 'desk.checkOut', { readerId: `reader-${who}`, barcode, branchId: 'main' });
const checkIn = (barcode: string, branchId = 'main') =>
  library.get('desk', 'desk.checkIn', { barcode, branchId });
const lost = (barcode: string, more: object = {}, requestId?: string) =>
  library.ask('desk', 'desk.declareLost', { barcode, ...more }, requestId);
const reader = async (name: string) => (await library.document('readers', `reader-${name}`))!;
const item = async (barcode: string) => (await library.document('items', barcode))!;
const lines = (name: string) => library.documents('accountLines', { readerId: `reader-${name}` });
const days = (count: number) => library.cloud.clock.move({ advance: { days: count } });
const hold = (who: string, titleId: string) =>
  library.get(who, 'holds.place', { titleId, pickUpBranchId: 'main' });

describe('a lost copy', () => {
  beforeEach(async () => {
    await rules({ loss: LOSS, fine: FINE });
    await priced('A1', 4000);
  });

  it('costs no lateness besides where the library says so', async () => {
    await checkOut('an', 'A1');
    await days(40);
    await rules({ loss: { ...LOSS, withLateFine: false }, fine: FINE });
    await lost('A1');
    expect((await lines('an')).map(({ _id }) => _id.split('_')[0])).not.toContain('fine');
    expect((await reader('an')).owes).toBe(8500);
  });

  it('ends its loan and charges price, work and lateness once, by two desks at once', async () => {
    const { loan } = await checkOut('an', 'A1');
    await days(33);
    const answers = await Promise.all([lost('A1'), lost('A1')]);
    expect(outcomes(answers)).toEqual(['item_status_differs', 'ok']);
    expect(await item('A1')).toMatchObject({
      status: 'lost',
      loan: null,
      lastLoan: { loanId: loan.loanId, how: 'lost' },
    });
    expect((await reader('an')).openLoans).toEqual([]);
    const charged = await lines('an');
    expect(charged.map(({ _id, amount }) => [_id, amount]).sort()).toEqual(
      [
        [`fine_${loan.loanId}_0`, charged.find(({ _id }) => _id.startsWith('fine'))!.amount],
        [`lost_${loan.loanId}`, 8000],
        [`processing_${loan.loanId}`, 500],
      ].sort(),
    );
    expect(charged.find(({ _id }) => _id.startsWith('fine'))!.amount).toBeGreaterThan(0);
  });

  it('and a check-in at the same moment: charged and given back, or never charged', async () => {
    await checkOut('an', 'A1');
    const [declared] = await Promise.all([lost('A1'), checkIn('A1')]);
    const { status } = await item('A1');
    // Either the check-in came last and found it, or the loss came last and there was no loan to charge.
    expect(declared.ok).toBe(true);
    expect(['available', 'lost']).toContain(status);
    expect(await reader('an')).toMatchObject({ owes: status === 'available' ? 500 : 0 });
  });

  it.each([5, 8, 'commit'] as const)(
    'booked by a function killed before request %s is not booked at all',
    async (request) => {
      await checkOut('an', 'A1');
      const planted = library.cloud.faults.next({
        function: 'staff',
        action: 'desk.declareLost',
        kill: { beforeRequest: request },
      });
      const requestId = randomUUID();
      await lost('A1', {}, requestId).catch(() => undefined);
      expect(planted.struck()).toBe(true);
      library.cloud.faults.expireTransactions();
      expect(await item('A1')).toMatchObject({ status: 'on_loan' });
      expect(await library.documents('accountLines')).toEqual([]);
      expect(outcomes([await lost('A1', {}, requestId)])).toEqual(['ok']);
      expect(await reader('an')).toMatchObject({ owes: 8500 });
    },
  );

  it('charges once when the request is repeated', async () => {
    await checkOut('an', 'A1');
    const requestId = randomUUID();
    const answers = [await lost('A1', {}, requestId), await lost('A1', {}, requestId)];
    expect(outcomes(answers)).toEqual(['ok', 'ok']);
    expect(await reader('an')).toMatchObject({ owes: 8500 });
  });

  it('costs the sum without a price, or what staff say with a comment', async () => {
    await checkOut('an', 'B1');
    await lost('B1');
    expect(await reader('an')).toMatchObject({ owes: 3500 });
    await checkOut('bai', 'B2');
    expect(outcomes([await lost('B2', { amount: 100 })])).toEqual(['comment_needed']);
    await library.get('boss', 'desk.declareLost', { barcode: 'B2', amount: 100, comment: '读者已赔新书' });
    expect(await reader('bai')).toMatchObject({ owes: 100 });
    await checkOut('chen', 'B3');
    await library.get('boss', 'desk.declareLost', { barcode: 'B3', amount: 0, comment: '馆内遗失' });
    expect(await lines('chen')).toEqual([]);
  });

  it('without a loan is booked lost and charges nobody', async () => {
    expect(outcomes([await lost('A1', { amount: 100, comment: '找不到' })])).toEqual(['item_not_on_loan']);
    expect(await library.get('desk', 'desk.declareLost', { barcode: 'A1' })).toMatchObject({
      status: 'lost',
    });
    expect(await library.documents('accountLines')).toEqual([]);
    expect(await checkIn('A1')).toMatchObject({ found: true, next: { kind: 'shelve' } });
  });

  it('lets the hold that it was kept for wait again at its place, and tells its reader once', async () => {
    await checkOut('an', 'A1');
    await hold('bai', 'title-one');
    await hold('chen', 'title-one');
    await checkIn('A1');
    await lost('A1');
    const queue = await library.document('holdQueues', 'title-one');
    expect(queue!.holds.map(({ readerId, status, barcode }) => [readerId, status, barcode])).toEqual([
      ['reader-bai', 'waiting', null],
      ['reader-chen', 'waiting', null],
    ]);
    expect(
      (await library.documents('notices', { readerId: 'reader-bai' })).map(({ title }) => title).sort(),
    ).toEqual(['预约的书到了', '预约的书暂时取不到']);
    expect(await checkIn('A1')).toMatchObject({
      found: true,
      next: { kind: 'hold_shelf', readerName: 'bai' },
    });
  });
});

describe('found again', () => {
  beforeEach(async () => {
    await rules({ loss: LOSS });
    await priced('A1', 4000);
  });

  it('is no longer asked for: what is open is waived, the work is not', async () => {
    await checkOut('an', 'A1');
    await lost('A1');
    await days(5);
    const answers = await Promise.all(
      [1, 2].map(() => library.ask('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' })),
    );
    expect(outcomes(answers)).toEqual(['ok', 'ok']);
    expect(await reader('an')).toMatchObject({ owes: 500, credit: 0 });
    expect(await library.documents('accountLines', { kind: 'waiver' })).toHaveLength(1);
    expect(await library.documents('notices', { title: '遗失的图书已找回' })).toHaveLength(1);
    expect(await item('A1')).toMatchObject({ status: 'available', branchId: 'main' });
  });

  it('gives what was paid as a credit that the desk pays out, and the payment is not given back again', async () => {
    const { loan } = await checkOut('an', 'A1');
    await lost('A1');
    await library.get('desk', 'fees.pay', {
      readerId: 'reader-an',
      amount: 6000,
      lineIds: [`lost_${loan.loanId}`],
      method: 'cash',
    });
    await checkIn('A1');
    expect(await reader('an')).toMatchObject({ owes: 500 - 6000, credit: 6000 });
    const [payment] = await library.documents('accountLines', { kind: 'payment' });
    expect(
      await library.ask('boss', 'fees.refund', { lineId: payment!._id, amount: 1, comment: '退' }),
    ).toMatchObject({ refusals: [{ code: 'amount_too_high', open: 0 }] });
    await library.get('desk', 'fees.refund', {
      lineId: `found_${loan.loanId}`,
      amount: 5500,
      comment: '找回退款',
    });
    await library.get('desk', 'fees.pay', { readerId: 'reader-an', amount: 0, method: 'cash' });
    expect(await reader('an')).toMatchObject({ owes: 0, credit: 0 });
  });

  it('asks for less than the rule by who may forgive alone', async () => {
    await checkOut('an', 'A1');
    const less = { barcode: 'A1', amount: 0, comment: '熟人' };
    expect(await library.refused('desk', 'desk.declareLost', less)).toEqual(['role_missing']);
    await library.get('boss', 'desk.declareLost', less);
  });

  it('in time only: the day after the last one nothing is given back', async () => {
    await checkOut('an', 'A1');
    await lost('A1');
    await days(91);
    await checkIn('A1');
    expect(await reader('an')).toMatchObject({ owes: 8500 });
  });

  it('names its reader as long as it was not paid for, however long ago', async () => {
    await checkOut('an', 'A1');
    await lost('A1');
    await days(45);
    expect((await item('A1')).lastLoan).toMatchObject({ how: 'lost', readerId: 'reader-an' });
    await checkIn('A1');
    expect(await reader('an')).toMatchObject({ owes: 500 });
  });

  it('after its reader was forgotten by the log and the copy, all the same', async () => {
    await checkOut('an', 'A1');
    await lost('A1');
    await library.get('desk', 'fees.pay', { readerId: 'reader-an', amount: 8500, method: 'cash' });
    await days(45);
    expect((await item('A1')).lastLoan).toMatchObject({ how: 'lost', readerId: '', readerName: '' });
    await checkIn('A1');
    expect(await reader('an')).toMatchObject({ credit: 8000 });
  });

  it('by a payment at the same moment: the reader ends with nothing owed twice and nothing lost', async () => {
    const { loan } = await checkOut('an', 'A1');
    await lost('A1');
    const pay = library.ask('desk', 'fees.pay', {
      readerId: 'reader-an',
      amount: 8000,
      lineIds: [`lost_${loan.loanId}`],
      method: 'cash',
    });
    const [payment] = await Promise.all([pay, checkIn('A1')]);
    const paid = payment.ok ? 8000 : 0;
    expect(await reader('an')).toMatchObject({ owes: 500 - paid, credit: paid });
  });

  it('cannot be taken back: money has moved', async () => {
    await checkOut('an', 'A1');
    await lost('A1');
    const requestId = randomUUID();
    await library.get('desk', 'desk.checkIn', { barcode: 'A1', branchId: 'main' }, requestId);
    expect(await library.refused('desk', 'desk.undo', { requestId })).toEqual(['undo_too_late']);
  });
});

describe('claimed returned', () => {
  it('is noted and taken back, and counts in no limit meanwhile', async () => {
    const { loan } = await checkOut('an', 'A1');
    const claim = (claimed: boolean) =>
      library.get('desk', 'desk.claimReturned', { loanId: loan.loanId, claimed });
    expect(await claim(true)).toMatchObject({ claimedReturned: true });
    expect(await claim(true)).toMatchObject({ claimedReturned: true });
    expect((await reader('an')).openLoans).toMatchObject([{ claimed: true }]);
    expect(await claim(false)).toMatchObject({ claimedReturned: false });
    expect((await reader('an')).openLoans).toMatchObject([{ claimed: false }]);
    await checkIn('A1');
    expect(
      await library.refused('desk', 'desk.claimReturned', { loanId: loan.loanId, claimed: true }),
    ).toEqual(['loan_not_found']);
  });
});

describe('claimed returned by the reader alone', () => {
  it('frees no limit until the desk has looked', async () => {
    const { loan } = await checkOut('an', 'A1');
    await days(40);
    const { loanId } = loan;
    const late = { readerId: 'reader-an', barcode: 'B1', branchId: 'main' };
    expect(await library.get('an', 'loans.claimReturned', { loanId })).toMatchObject({
      claimedReturned: true,
    });
    expect((await reader('an')).openLoans).toMatchObject([{ claimed: false }]);
    expect(await library.refused('desk', 'desk.checkOut', late)).toEqual(['loans_overdue']);
    await library.get('desk', 'desk.claimReturned', { loanId, claimed: true });
    expect((await reader('an')).openLoans).toMatchObject([{ claimed: true }]);
    // Saying it again takes nothing of that back.
    await library.get('an', 'loans.claimReturned', { loanId });
    expect((await reader('an')).openLoans).toMatchObject([{ claimed: true }]);
    await checkOut('an', 'B1');
    await library.get('desk', 'desk.claimReturned', { loanId, claimed: false });
    expect((await reader('an')).openLoans).toMatchObject([{ claimed: false }, {}]);
  });
});

describe('a damaged copy', () => {
  const damage = (more: object) =>
    library.ask('desk', 'desk.damage', { barcode: 'A1', condition: '缺 12 页', repair: false, ...more });

  it('charges whoever has it, or had it last, and nobody else', async () => {
    expect(outcomes([await damage({ amount: 500 })])).toEqual(['loan_not_found']);
    await checkOut('an', 'A1');
    await checkIn('A1');
    expect(await damage({ amount: 500 })).toMatchObject({
      value: { condition: '缺 12 页', status: 'available' },
    });
    expect(await reader('an')).toMatchObject({ owes: 500 });
    expect(await checkIn('A1')).toMatchObject({ condition: '缺 12 页' });
  });

  it('goes to repair once it is back; its hold waits again and is served when the copy is', async () => {
    await checkOut('an', 'A1');
    expect(outcomes([await damage({ repair: true })])).toEqual(['item_on_loan']);
    await hold('bai', 'title-one');
    await checkIn('A1');
    expect(await damage({ repair: true })).toMatchObject({ value: { status: 'in_repair', waiting: 1 } });
    expect(await checkIn('A1')).toMatchObject({ next: { kind: 'set_aside', status: 'in_repair' } });
    const back = await library.get('desk', 'desk.setItem', {
      barcode: 'A1',
      branchId: 'main',
      status: 'available',
      condition: '',
    });
    expect(back).toMatchObject({ status: 'on_hold_shelf', condition: '', waiting: 0 });
    expect((await library.documents('holds', { readerId: 'reader-bai' }))[0]).toMatchObject({
      status: 'ready',
    });
  });
});

describe('setting a copy', () => {
  const set = (who: string, more: object) =>
    library.ask(who, 'desk.setItem', { barcode: 'A1', branchId: 'main', ...more });

  it('withdrawn, and back again, is for cataloguers, never while it is on loan', async () => {
    expect(outcomes([await set('desk', { status: 'withdrawn' })])).toEqual(['role_missing']);
    await checkOut('an', 'A1');
    expect(outcomes([await set('boss', { status: 'withdrawn' })])).toEqual(['item_on_loan']);
    await checkIn('A1');
    expect(outcomes([await set('boss', { status: 'withdrawn' })])).toEqual(['ok']);
    expect(outcomes([await set('boss', { status: 'withdrawn' })])).toEqual(['ok']);
    expect(outcomes([await set('desk', { status: 'available' })])).toEqual(['role_missing']);
    expect(outcomes([await set('boss', { status: 'available' })])).toEqual(['ok']);
    expect(await item('A1')).toMatchObject({ status: 'available' });
  });

  it('back on the shelf again and again calls a reader once', async () => {
    await checkOut('an', 'A1');
    await hold('bai', 'title-one');
    await checkIn('A1');
    for (let n = 0; n < 3; n++) await set('desk', { status: 'available' });
    expect(await library.documents('notices', { readerId: 'reader-bai', topic: 'hold_ready' })).toHaveLength(
      1,
    );
    expect(await item('A1')).toMatchObject({ status: 'on_hold_shelf' });
  });

  it('of another branch, available sends it home', async () => {
    await library.get('desk', 'desk.setItem', { barcode: 'B3', branchId: 'main', status: 'in_repair' });
    const home = await library.get('desk', 'desk.setItem', {
      barcode: 'B3',
      branchId: 'main',
      status: 'available',
    });
    expect(home).toMatchObject({ status: 'in_transit', toBranchName: '园林分馆' });
  });

  it('for the reading room takes it from the hold that it was kept for', async () => {
    await checkOut('an', 'A1');
    await hold('bai', 'title-one');
    await checkIn('A1');
    expect(await set('desk', { use: 'reference' })).toMatchObject({
      value: { use: 'reference', waiting: 1 },
    });
    expect(await checkIn('A1')).toMatchObject({ next: { kind: 'shelve' } });
  });

  it('that was lost is scanned in before it is repaired, so that what was charged is given back', async () => {
    await lost('A1');
    expect(outcomes([await set('desk', { status: 'in_repair' })])).toEqual(['item_status_differs']);
    expect(outcomes([await set('desk', { status: 'available' })])).toEqual(['ok']);
  });
});

it('shows a copy with who has it, who had it and who waits', async () => {
  const { loan } = await checkOut('an', 'A1');
  await hold('bai', 'title-one');
  expect(await library.get('desk', 'desk.item', { barcode: 'A1' })).toMatchObject({
    barcode: 'A1',
    title: { title: '红楼梦' },
    status: 'on_loan',
    branchName: '总馆',
    loan: { loanId: loan.loanId, readerName: 'an', claimedReturned: false },
    waiting: 1,
  });
  await checkIn('A1');
  expect(await library.get('desk', 'desk.item', { barcode: 'A1' })).toMatchObject({
    lastLoan: { readerName: 'an' },
    hold: { pickUpBy: expect.any(String) },
    waiting: 0,
  });
  expect(await library.refused('desk', 'desk.item', { barcode: 'X9' })).toEqual(['item_not_found']);
});
