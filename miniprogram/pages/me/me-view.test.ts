import type { Home, Reader } from '../../../typings/contract';
import { meView } from './me-view';

jest.mock('../../lib/session', () => ({ libraryToday: () => '2026-11-22' }));

const home: Home = {
  me: { reader: null, unreadNotices: 2 },
  libraryName: '书香图书馆',
  today: '2026-11-22',
  dueSoon: [],
  loans: 3,
  ready: [],
  holds: 1,
  newTitles: [],
};
const reader: Reader = {
  readerId: 'r1',
  name: '林知夏',
  cardNumber: '331000000017',
  category: 'senior',
  categoryName: '长者读者',
  expiresOn: '2028-06-30',
  phone: '',
  blocks: [{ code: 'loan_limit_reached' as const, current: 20, limit: 20 }],
  topics: {
    due_soon: true,
    overdue: true,
    hold_ready: true,
    hold_expired: true,
    event: true,
    recap: true,
    recall: true,
    reference: true,
    closure: true,
    account: true,
    news: true,
    article: true,
  },
  standing: 'active',
  owes: 0,
  deposit: 0,
  keepsHistory: false,
  interests: [],
  language: 'zh',
};

test('a visitor has no card and no reasons', () => {
  expect(meView(home)).toMatchObject({ card: null, blocks: [], staff: null });
});

test('a card number is read in groups, with the category in words and the year it runs out', () => {
  const { card } = meView({ ...home, me: { reader, unreadNotices: 0 } });
  expect(card).toEqual({
    name: '林知夏',
    number: '3310 0000 0017',
    category: '长者读者',
    until: '有效期至 2028年6月30日',
    pending: false,
  });
});

test('what stands in the way is told in sentences', () => {
  expect(meView({ ...home, me: { reader, unreadNotices: 0 } }).blocks[0]?.text).toBe('已借 20/20 册。');
});

test('staff see the way to the desk, with or without a card', () => {
  const staff = { name: '许清', branchId: 'main', branchName: '总馆' };
  expect(meView({ ...home, me: { reader: null, unreadNotices: 0, staff } }).staff).toEqual({
    name: '许清',
    branchName: '总馆',
  });
});

test('money is told as what is owed, else as credit, else as the deposit', () => {
  const money = (change: Partial<Reader>) =>
    meView({ ...home, me: { reader: { ...reader, ...change }, unreadNotices: 0 } }).money;
  expect(money({ owes: 150, deposit: 10000 })).toBe('未付 ¥1.50');
  expect(money({ owes: -200 })).toBe('余额 ¥2.00');
  expect(money({ deposit: 10000 })).toBe('押金 ¥100.00');
  expect(money({})).toBe('');
});

test('an application under review is said on the card and not again as a reason', () => {
  const view = meView({
    ...home,
    me: {
      reader: { ...reader, standing: 'pending', blocks: [{ code: 'application_pending' }] },
      unreadNotices: 0,
    },
  });
  expect(view.card?.pending).toBe(true);
  expect(view.blocks).toEqual([]);
});
