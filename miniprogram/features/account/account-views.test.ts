import type { AccountLine } from '../../../typings/contract';
import { balance, moneyRow } from './money-view';
import { consentRows, lookRows } from './privacy-view';

const today = '2026-11-22';
const line: AccountLine = {
  lineId: 'fine_l1',
  at: '2026-11-20T02:00:00.000Z',
  account: 'fees',
  kind: 'charge',
  amount: 300,
  open: 100,
  reason: '逾期 3 天',
  titleName: '活着',
  receipt: '',
  refundable: false,
};

test('a charge tells what is still open of it, a payment its receipt', () => {
  expect(moneyRow(line, today)).toMatchObject({
    kind: '费用',
    title: '《活着》',
    amount: '+¥3.00',
    state: '未付 ¥1.00',
    open: true,
  });
  expect(moneyRow({ ...line, open: 0 }, today)).toMatchObject({ state: '已结清', open: false });
  expect(
    moneyRow({ ...line, kind: 'payment', amount: -200, open: 0, receipt: 'R0007', titleName: '' }, today),
  ).toMatchObject({ kind: '已付款', amount: '−¥2.00', state: '', receipt: '收据 R0007', title: '' });
});

test('the balance says what the sum means', () => {
  expect(balance(150)).toMatchObject({ sum: '¥1.50', tone: 'urgent' });
  expect(balance(-150).about).toContain('您的余额');
  expect(balance(0).about).toBe('没有未付的费用');
});

test('a consent is told with its version and whether it was given or taken back', () => {
  const at = '2026-11-20T02:00:00.000Z';
  expect(consentRows([{ what: 'history', given: false, at, version: '2026-11-01' }], today)[0]).toMatchObject(
    { text: '撤回：保留借阅历史', at: '11月20日 周五，2026-11-01 版' },
  );
});

test('who looked is told with how often, and an unknown way of looking is told all the same', () => {
  const at = '2026-11-22T02:00:00.000Z';
  expect(
    lookRows(
      [
        { day: today, at, staffName: '许清', action: 'desk.reader', times: 3 },
        { day: today, at, staffName: '许清', action: 'desk.newWay', times: 1 },
      ],
      today,
    ),
  ).toMatchObject([
    { what: '在服务台打开读者页', when: '今天 10:00，当天共 3 次' },
    { what: '查看您的记录', when: '今天 10:00' },
  ]);
});
