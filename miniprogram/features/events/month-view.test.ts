import { monthAfter, monthDays, rowsOn } from './month-view';

test('months go over the year, forth and back', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2027-01', -1)).toBe('2026-12');
  expect(monthAfter('2026-11', 0)).toBe('2026-11');
});

test('a month stands in whole weeks from Monday on, with what is on each day', () => {
  const events = [{ startsAt: '2026-12-05T11:00:00.000Z', endsAt: '2026-12-05T13:00:00.000Z' }] as never;
  const days = monthDays('2026-12', [{ on: '2026-12-05', events }], '2026-12-01');
  expect(days.length % 7).toBe(0);
  expect(days[0]).toMatchObject({ date: '2026-11-30', inMonth: false });
  expect(days.find(({ date }) => date === '2026-12-05')).toMatchObject({ count: 1, inMonth: true });
  expect(days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-12-01']);
  expect(rowsOn([{ on: '2026-12-05', events: [] }], '2026-12-06', '2026-12-01', 0)).toEqual([]);
});
