import { accountHead, moneyLine } from './account-view';
import { accountActs, moneyActs } from './money-acts';

const account = {
  readerId: 'r1',
  readerName: '郑宇航',
  cardNumber: '331000000010',
  owes: 50,
  mayForgive: true,
  list: [],
};
const head = accountHead({ ...account, deposit: 0 });
const line = moneyLine(
  {
    lineId: 'fine_l1',
    at: '2026-11-22T02:00:00.000Z',
    account: 'fees',
    kind: 'charge',
    amount: 80,
    open: 80,
    reason: '逾期 8 天',
    titleName: '活着',
    receipt: '',
    refundable: false,
  },
  '2026-11-22',
  true,
);

test('a deposit is given back only where there is one, and credit settles only what is open', () => {
  const names = (deposit: number, settle: boolean) =>
    accountActs(accountHead({ ...account, deposit }), settle).map(({ act }) => act);
  expect(names(0, false)).toEqual(['charge', 'credit', 'payDeposit']);
  expect(names(100, true)).toEqual(['settle', 'charge', 'credit', 'payDeposit', 'returnDeposit']);
});

test('of one line no more is taken than is open and owed', () => {
  const { sheet } = moneyActs.pay;
  expect(sheet({ readerId: 'r1', head, line })).toMatchObject({
    heading: '收这一笔',
    fields: [{ name: 'amount', value: '0.50', most: 50 }, { name: 'method' }],
  });
  expect(sheet({ readerId: 'r1', head }).note).toContain('共欠 ¥0.50');
});
