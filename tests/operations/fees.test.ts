import { randomUUID } from 'node:crypto';
import { inconsistencies } from '../../demo/consistency';
import { outcomes, startSmallLibrary, type SmallLibrary } from './library';

/**
 * Money at the desk through the real functions: after every test the lines of every account sum to its
 * counters.
 */

jest.setTimeout(180_000);

let library: SmallLibrary;
beforeAll(async () => {
  library = await startSmallLibrary(4);
});
beforeEach(() => library.startOver());
afterEach(async () => expect(inconsistencies(await library.everything())).toEqual([]));
afterAll(() => library?.close());

const readerId = 'reader-an';
const reader = async () => (await library.document('readers', readerId))!;
const charge = async (amount: number, reason = '污损'): Promise<string> => {
  const { list } = await library.get('desk', 'fees.charge', { readerId, amount, reason });
  return list[0]!.lineId;
};
const pay = (amount: number, lineIds?: string[], requestId?: string) =>
  library.ask(
    'desk',
    'fees.pay',
    { readerId, amount, method: 'cash', ...(lineIds && { lineIds }) },
    requestId,
  );
const paid = (amount: number, lineIds?: string[]) =>
  library.get('desk', 'fees.pay', { readerId, amount, method: 'wechat', ...(lineIds && { lineIds }) });
const openOf = async (lineId: string) => (await library.document('accountLines', lineId))?.open;

describe('charges and payments', () => {
  it('settles the oldest first, the last in part, and gives a receipt', async () => {
    const first = await charge(300);
    await library.cloud.clock.move({ advance: { minutes: 5 } });
    const second = await charge(500);
    const receipt = await paid(400);
    expect(receipt).toMatchObject({
      receipt: 'R00000001',
      libraryName: '小图书馆',
      staffName: '馆员',
      readerName: 'an',
      total: 400,
      lines: [
        { reason: '污损', amount: 300 },
        { reason: '污损', amount: 100 },
      ],
    });
    expect([await openOf(first), await openOf(second)]).toEqual([0, 400]);
    expect(await reader()).toMatchObject({ owes: 400 });
    const again = await library.get('desk', 'fees.receipt', { receipt: 'R00000001', readerId });
    expect(again).toEqual(receipt);
  });

  it('settles the named charge, and refuses one that is not open or not of this reader', async () => {
    const first = await charge(300);
    await library.cloud.clock.move({ advance: { minutes: 5 } });
    const second = await charge(500);
    await paid(500, [second]);
    expect([await openOf(first), await openOf(second)]).toEqual([300, 0]);
    expect(outcomes([await pay(100, [second])])).toEqual(['line_not_found']);
    const other = await library.ask('desk', 'fees.pay', {
      readerId: 'reader-bai',
      amount: 100,
      lineIds: [first],
      method: 'cash',
    });
    expect(outcomes([other])).toEqual(['line_not_found']);
  });

  it('refuses more than is owed, with the numbers', async () => {
    await charge(300);
    expect(await pay(301)).toMatchObject({
      ok: false,
      refusals: [{ code: 'amount_too_high', amount: 301, open: 300 }],
    });
    expect(await pay(-5)).toMatchObject({ ok: false, invalid: [{ path: 'input.amount' }] });
    expect(await pay(1.5)).toMatchObject({ ok: false, invalid: [{ path: 'input.amount' }] });
  });

  it('takes the money once, however often the request is sent', async () => {
    await charge(300);
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => pay(300, undefined, requestId)));
    expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.receipt)).size).toBe(1);
    expect(await library.documents('accountLines', { kind: 'payment' })).toHaveLength(1);
  });

  it('gives receipt numbers without gaps to payments at the same moment', async () => {
    const lines = [await charge(100), await charge(100), await charge(100), await charge(100)];
    const answers = await Promise.all(lines.map((lineId) => pay(100, [lineId])));
    expect(outcomes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(answers.map((answer) => answer.ok && answer.value.receipt).sort()).toEqual([
      'R00000001',
      'R00000002',
      'R00000003',
      'R00000004',
    ]);
  });

  it('lets one of two payments of the same charge win', async () => {
    const line = await charge(300);
    const answers = await Promise.all([pay(300, [line]), pay(300, [line])]);
    expect(outcomes(answers)).toEqual(['line_not_found', 'ok']);
    expect(await reader()).toMatchObject({ owes: 0 });
  });
});

describe('waivers', () => {
  it('are for a manager unless the library says otherwise, with a comment, at most what is open', async () => {
    const lineId = await charge(300);
    const waive = (who: string, amount: number, comment = '老读者') =>
      library.ask(who, 'fees.waive', { lineId, amount, comment });
    expect(outcomes([await waive('desk', 100)])).toEqual(['role_missing']);
    expect(outcomes([await waive('boss', 100, '  ')])).toEqual(['comment_needed']);
    expect(outcomes([await waive('boss', 301)])).toEqual(['amount_too_high']);
    const done = await waive('boss', 100);
    expect(done).toMatchObject({
      ok: true,
      value: { owes: 200, list: [{ kind: 'waiver', amount: -100 }, { open: 200 }] },
    });
    const [settings] = await library.documents('settings', { _id: 'library' });
    await library.cloud.db.upsert('settings', [{ ...settings, mayWaive: 'circulation' }] as never);
    await library.cloud.clock.move({ advance: { minutes: 2 } });
    expect(outcomes([await waive('desk', 200)])).toEqual(['ok']);
    expect(await reader()).toMatchObject({ owes: 0 });
  });

  it('and payments at the same moment never settle more than is open', async () => {
    for (let round = 0; round < 3; round++) {
      const lineId = await charge(300);
      const answers = await Promise.all([
        pay(300, [lineId]),
        library.ask('boss', 'fees.waive', { lineId, amount: 300, comment: '免' }),
        pay(200, [lineId]),
      ]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(await openOf(lineId)).toBeLessThanOrEqual(100);
      expect(inconsistencies(await library.everything())).toEqual([]);
      const rest = await openOf(lineId);
      if (rest) await paid(rest, [lineId]);
    }
  });
});

describe('refunds and credits', () => {
  it('gives back at most what was paid, and nothing is owed anew', async () => {
    const lineId = await charge(300);
    await paid(300, [lineId]);
    const [payment] = await library.documents('accountLines', { kind: 'payment' });
    const refund = (amount: number, comment = '误收') =>
      library.ask('boss', 'fees.refund', { lineId: payment!._id, amount, comment });
    expect(outcomes([await refund(100, '')])).toEqual(['comment_needed']);
    expect(await refund(100)).toMatchObject({ ok: true, value: { owes: 0 } });
    expect(await refund(201)).toMatchObject({ refusals: [{ code: 'amount_too_high', open: 200 }] });
    const answers = await Promise.all([refund(200), refund(200)]);
    expect(outcomes(answers)).toEqual(['amount_too_high', 'ok']);
    expect(await reader()).toMatchObject({ owes: 0, credit: 0 });
    const toCharge = await library.ask('boss', 'fees.refund', { lineId, amount: 1, comment: '误收' });
    expect(outcomes([toCharge])).toEqual(['line_not_found']);
  });

  it('of a payment is a waiver: who may not forgive gives none back, and is offered none', async () => {
    const lineId = await charge(300);
    await paid(300, [lineId]);
    const [payment] = await library.documents('accountLines', { kind: 'payment' });
    const refund = { lineId: payment!._id, amount: 300, comment: '退' };
    expect(await library.refused('desk', 'fees.refund', refund)).toEqual(['role_missing']);
    expect((await library.get('desk', 'fees.account', { readerId })).mayForgive).toBe(false);
    expect((await library.get('boss', 'fees.account', { readerId })).mayForgive).toBe(true);
  });

  it('of what was settled out of a credit there is none: no money came in', async () => {
    await charge(300);
    await library.get('boss', 'fees.credit', { readerId, amount: 300, reason: '赠书奖励' });
    await paid(0);
    const [payment] = await library.documents('accountLines', { kind: 'payment' });
    const refund = { lineId: payment!._id, amount: 300, comment: '退' };
    expect(await library.refused('boss', 'fees.refund', refund)).toEqual(['line_not_found']);
  });

  it('a credit lowers what is owed, pays the rest of a payment, and is paid out once', async () => {
    const lineId = await charge(500);
    const { owes, list } = await library.get('boss', 'fees.credit', {
      readerId,
      amount: 300,
      reason: '赠书奖励',
    });
    expect(owes).toBe(200);
    expect(await pay(201)).toMatchObject({ refusals: [{ code: 'amount_too_high', open: 200 }] });
    const receipt = await paid(200);
    expect(receipt.total).toBe(200);
    expect(receipt.lines.map(({ amount }) => amount)).toEqual([200, 300, -300]);
    expect(await library.get('desk', 'fees.receipt', { receipt: receipt.receipt, readerId })).toEqual(
      receipt,
    );
    expect(await openOf(lineId)).toBe(0);
    expect(await reader()).toMatchObject({ owes: 0, credit: 0 });
    const out = await library.ask('desk', 'fees.refund', {
      lineId: list[0]!.lineId,
      amount: 100,
      comment: '退余额',
    });
    expect(out).toMatchObject({ refusals: [{ code: 'amount_too_high', open: 0 }] });
  });

  it('a credit alone settles charges with an amount of 0, and what is left is paid out', async () => {
    await charge(200);
    const { list } = await library.get('boss', 'fees.credit', { readerId, amount: 300, reason: '赠书奖励' });
    expect(await reader()).toMatchObject({ owes: -100, credit: 300 });
    expect((await paid(0)).total).toBe(0);
    expect(outcomes([await pay(0)])).toEqual(['amount_too_high']);
    expect(await reader()).toMatchObject({ owes: -100, credit: 100 });
    const out = await library.get('desk', 'fees.refund', {
      lineId: list[0]!.lineId,
      amount: 100,
      comment: '退余额',
    });
    expect(out.owes).toBe(0);
    expect(await reader()).toMatchObject({ credit: 0 });
  });
});

describe('deposits', () => {
  it('come in and go out on an account of their own, with receipts, once nothing is owed or on loan', async () => {
    const taken = await library.get('desk', 'fees.payDeposit', { readerId, amount: 10_000 });
    expect(taken).toMatchObject({ total: 10_000, lines: [{ reason: '押金', amount: 10_000 }] });
    expect(await reader()).toMatchObject({ deposit: 10_000, owes: 0 });
    const back = (amount: number) =>
      library.ask('desk', 'fees.returnDeposit', { readerId, amount, comment: '销户' });
    expect(outcomes([await back(10_001)])).toEqual(['amount_too_high']);
    const line = await charge(300);
    expect(outcomes([await back(10_000)])).toEqual(['account_not_settled']);
    await paid(300, [line]);
    const answers = await Promise.all([back(10_000), back(10_000)]);
    expect(outcomes(answers)).toEqual(['amount_too_high', 'ok']);
    expect(await reader()).toMatchObject({ deposit: 0 });
  });
});

describe('when something goes wrong', () => {
  it('an answer that was lost after the commit is given again, and the money is taken once', async () => {
    await charge(300);
    const requestId = randomUUID();
    const planted = library.cloud.faults.next({ function: 'staff', action: 'fees.pay', loseAnswer: true });
    await pay(300, undefined, requestId).catch(() => undefined);
    expect(planted.struck()).toBe(true);
    expect(await pay(300, undefined, requestId)).toMatchObject({ ok: true, value: { receipt: 'R00000001' } });
    expect(await library.documents('accountLines', { kind: 'payment' })).toHaveLength(1);
  });

  it.each([6, 8, 'commit'] as const)(
    'a function killed before request %s of a payment leaves nothing of it',
    async (request) => {
      const lineId = await charge(300);
      const requestId = randomUUID();
      const planted = library.cloud.faults.next({
        function: 'staff',
        action: 'fees.pay',
        kill: { beforeRequest: request },
      });
      await pay(300, undefined, requestId).catch(() => undefined);
      expect(planted.struck()).toBe(true);
      library.cloud.faults.expireTransactions();
      expect(await openOf(lineId)).toBe(300);
      expect(inconsistencies(await library.everything())).toEqual([]);
      expect(outcomes([await pay(300, undefined, requestId)])).toEqual(['ok']);
    },
  );
});

it('asks the database no more than it must', async () => {
  const trips = async (work: () => Promise<unknown>) => {
    const before = library.cloud.counters().total.roundTrips;
    await work();
    return library.cloud.counters().total.roundTrips - before;
  };
  await trips(() => charge(1));
  await paid(1);
  const cost = {
    charge: await trips(() => charge(300)),
    pay: await trips(() => paid(300)),
    account: await trips(() => library.get('desk', 'fees.account', { readerId })),
    owing: await trips(() => library.get('desk', 'fees.owing', {})),
  };
  expect(cost.charge).toBeLessThanOrEqual(8);
  expect(cost.pay).toBeLessThanOrEqual(14);
  expect(cost.account).toBeLessThanOrEqual(5);
  expect(cost.owing).toBeLessThanOrEqual(2);
});

describe('lists', () => {
  it('names readers who owe, most first, and nobody else', async () => {
    await charge(300);
    await library.get('desk', 'fees.charge', { readerId: 'reader-bai', amount: 900, reason: '污损' });
    await library.get('boss', 'fees.credit', { readerId: 'reader-chen', amount: 900, reason: '奖励' });
    const { list } = await library.get('desk', 'fees.owing', {});
    expect(list.map(({ name, owes }) => [name, owes])).toEqual([
      ['bai', 900],
      ['an', 300],
    ]);
  });

  it('shows an account page by page, newest first, and notes who looked', async () => {
    for (let n = 1; n <= 22; n++) {
      await library.cloud.clock.move({ advance: { minutes: 1 } });
      const { list } = await library.get('desk', 'fees.charge', {
        readerId,
        amount: n,
        reason: `第 ${n} 笔`,
      });
      expect(list[0]).toMatchObject({ amount: n });
    }
    const first = await library.get('desk', 'fees.account', { readerId });
    expect(first.list).toHaveLength(20);
    expect(first.list[0]).toMatchObject({ amount: 22 });
    const second = await library.get('desk', 'fees.account', { readerId, after: first.next! });
    expect(second.list.map(({ amount }) => amount)).toEqual([2, 1]);
    expect(second.next).toBeUndefined();
    expect(await library.documents('recordLooks', { readerId })).toMatchObject([
      { action: 'fees.account', times: 2, staffName: '馆员' },
    ]);
  });

  it('is for staff of circulation', async () => {
    expect(await library.refused('an', 'fees.account', { readerId })).toEqual(['not_staff']);
    expect(await library.refused('desk', 'fees.account', { readerId: 'nobody' })).toEqual([
      'reader_not_found',
    ]);
  });
});
