import { hoursRows, sameForAll, weeklyHoursOf, withMidday, withoutPause, wrongHours } from './hours-view';

const day = { from: '09:00', to: '21:00' };
const week = [{ from: '10:00', to: '16:00' }, null, day, day, day, day, day];

test('a week is read from Monday on, and kept from Sunday on', () => {
  const rows = hoursRows(week);
  expect(rows.map(({ name, open }) => `${name}${open ? '' : ' 闭'}`)).toEqual([
    '周一 闭',
    '周二',
    '周三',
    '周四',
    '周五',
    '周六',
    '周日',
  ]);
  expect(weeklyHoursOf(rows)).toEqual(week);
});

test('a day that opens has hours at once', () => {
  expect(hoursRows(week)[0]).toMatchObject({ open: false, from: '09:00', to: '17:00' });
});

test('open days take the hours of the first of them, closed ones stay closed', () => {
  expect(weeklyHoursOf(sameForAll(hoursRows(week)))).toEqual([day, null, day, day, day, day, day]);
  const closed = hoursRows([null, null]);
  expect(sameForAll(closed)).toEqual(closed);
});

test('a day that closes before it opens is named, unless it is closed altogether', () => {
  const backwards = (open: boolean) =>
    hoursRows(week).map((row) => (row.weekday === 3 ? { ...row, open, from: '18:00', to: '18:00' } : row));
  expect(wrongHours(backwards(true))).toBe('周三的闭馆时间要晚于开馆时间。');
  expect(wrongHours(backwards(false))).toBe('');
});

test('open days are closed at midday where they are open then, and none twice', () => {
  const pauses = [{ from: '12:00', to: '14:00' }];
  const rows = withMidday(hoursRows([{ from: '13:00', to: '20:00' }, null, day]));
  expect(weeklyHoursOf(rows).slice(0, 3)).toEqual([{ from: '13:00', to: '20:00' }, null, { ...day, pauses }]);
  expect(withMidday(rows)).toEqual(rows);
  expect(weeklyHoursOf(rows.map((row) => withoutPause(row, 0)))[2]).toEqual(day);
});

test('a pause outside the hours of its day is named', () => {
  const rows = withMidday(hoursRows([day])).map((row) => ({ ...row, to: '13:00' }));
  expect(wrongHours(rows)).toBe('周日中间闭馆的时间要在开馆时间之内。');
});
