import { branchRows, branchView } from './branch-view';

const today = '2026-11-24';
const page = {
  branchId: 'main',
  name: '总馆',
  address: '栖霞路 88 号',
  phone: '0579-88000001',
  transport: '',
  floors: [],
  pickUp: true,
  opening: { open: true as const, until: '21:00' },
  days: [
    { date: today, hours: '09:00–21:00', why: '' },
    { date: '2026-11-25', hours: '', why: '设备检修' },
  ],
};

test('a closed day says so, and why', () =>
  expect(branchView(page, today).days).toMatchObject([
    { hours: '09:00–21:00', closed: false, today: true },
    { hours: '闭馆', closed: true, why: '设备检修', today: false },
  ]));

test('a branch without a place on the map has none, not what stood there before', () =>
  expect(branchView(page, today).location).toBeNull());

test('the list says of each branch whether it is open, and its hours of today', () => {
  const row = {
    branchId: 'main',
    name: '总馆',
    address: '栖霞路 88 号',
    opening: page.opening,
    todayHours: '',
  };
  expect(branchRows({ list: [row] }, today).list).toMatchObject([
    { opening: { open: true, text: '开放中，至 21:00' }, hours: '今天闭馆' },
  ]);
});
