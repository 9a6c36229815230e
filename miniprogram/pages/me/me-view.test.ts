import type { Home } from '../../../typings/contract';
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
const reader = {
  readerId: 'r1',
  name: '林知夏',
  cardNumber: '331000000017',
  category: 'senior' as const,
  expiresOn: '2028-06-30',
  phone: '',
  blocks: [{ code: 'loan_limit_reached' as const, current: 20, limit: 20 }],
  topics: { due_soon: true, overdue: true, hold_ready: true, hold_expired: true, event: true, recap: true },
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
