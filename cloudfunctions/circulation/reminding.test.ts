import { refusalsToRemind, reminderId } from './reminding';

test('a week is one from Monday to Sunday', () => {
  const ids = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map((day) => reminderId('r1', day));
  expect(ids).toEqual([
    'reminded_r1_2026-11-16',
    'reminded_r1_2026-11-23',
    'reminded_r1_2026-11-23',
    'reminded_r1_2026-11-30',
  ]);
});

test('who has nothing overdue is not reminded, nor who was this week', () => {
  expect(refusalsToRemind(2, null)).toEqual([]);
  expect(refusalsToRemind(0, null)).toEqual([{ code: 'nothing_overdue' }]);
  expect(refusalsToRemind(2, '2026-11-23')).toEqual([{ code: 'reminded_this_week', on: '2026-11-23' }]);
});
