import type { AccountLine, Receipt } from '../../../typings/contract';
import { accountHead, moneyLine, needsSettling, receiptText, receiptView } from './account-view';

const today = '2026-11-22';

function aLine(change: Partial<AccountLine> = {}): AccountLine {
  return {
    lineId: 'fine_l1',
    at: '2026-11-22T02:00:00.000Z',
    account: 'fees',
    kind: 'charge',
    amount: 30,
    open: 30,
    reason: '逾期 3 天',
    titleName: '活着',
    receipt: '',
    refundable: change.kind === 'payment',
    ...change,
  };
}

test('an open charge can be waived, a settled one not', () => {
  expect(moneyLine(aLine(), today, true)).toMatchObject({
    amount: '+¥0.30',
    open: '未付',
    can: { waive: true, refund: false },
  });
  expect(moneyLine(aLine({ open: 10 }), today, true).open).toBe('还欠 ¥0.10');
  expect(moneyLine(aLine({ open: 0 }), today, true)).toMatchObject({ open: '', can: { waive: false } });
});

test('only a payment can be given back, at most what was paid', () => {
  const payment = moneyLine(aLine({ kind: 'payment', amount: -30, open: 0, receipt: 'R1' }), today, true);
  expect(payment).toMatchObject({
    amount: '-¥0.30',
    tone: 'less',
    paidFen: 30,
    can: { waive: false, refund: true },
  });
  expect(moneyLine(aLine({ kind: 'waiver', amount: -30, open: 0 }), today, true).can.refund).toBe(false);
});

test('who may not forgive is offered neither, nor what was settled out of a credit', () => {
  expect(moneyLine(aLine(), today, false).can).toEqual({ waive: false, refund: false });
  const payment = aLine({ kind: 'payment', amount: -30, open: 0 });
  expect(moneyLine(payment, today, false).can.refund).toBe(false);
  expect(moneyLine({ ...payment, refundable: false }, today, true).can.refund).toBe(false);
});

test('the balance says whether the reader owes or has credit', () => {
  const account = {
    readerId: 'r1',
    readerName: '郑宇航',
    cardNumber: '331000000010',
    mayForgive: true,
    deposit: 10_000,
    list: [],
  };
  expect(accountHead({ ...account, owes: 30 }).balance).toBe('欠费 ¥0.30');
  expect(accountHead({ ...account, owes: -200 }).balance).toBe('预存 ¥2.00');
  expect(accountHead({ ...account, owes: 0 })).toMatchObject({ balance: '没有欠费', depositText: '¥100.00' });
});

test('a receipt can be copied whole', () => {
  const receipt: Receipt = {
    receipt: 'SX-20261122-0001',
    libraryName: '书香市图书馆',
    at: '2026-11-22T02:00:00.000Z',
    staffName: '许清',
    readerName: '郑宇航',
    cardTail: '0010',
    lines: [{ reason: '逾期 3 天', titleName: '活着', amount: 30 }],
    total: 30,
  };
  const text = receiptText(receiptView(receipt, today));
  for (const part of ['SX-20261122-0001', '郑宇航 0010', '《活着》  ¥0.30', '合计 ¥0.30', '经手 许清'])
    expect(text).toContain(part);
});

test('what is open is settled from the credit only where nothing is owed', () => {
  const account = {
    readerId: 'r1',
    readerName: '郑宇航',
    cardNumber: '331000000010',
    deposit: 0,
    mayForgive: true,
  };
  expect(needsSettling({ ...account, owes: -70, list: [aLine()] })).toBe(true);
  expect(needsSettling({ ...account, owes: 30, list: [aLine()] })).toBe(false);
  expect(needsSettling({ ...account, owes: -70, list: [aLine({ open: 0 })] })).toBe(false);
});
