import {
  addDays,
  clock,
  daysBetween,
  dueText,
  dueTone,
  lengthText,
  localDateOf,
  longDate,
  moment,
  span,
} from './dates';

test('the library day begins at 16:00 UTC', () => {
  expect(localDateOf('2026-11-21T15:59:59.000Z')).toBe('2026-11-21');
  expect(localDateOf('2026-11-21T16:00:00.000Z')).toBe('2026-11-22');
});

test('days are counted over months, years and leap days', () => {
  expect(daysBetween('2026-11-22', '2026-12-01')).toBe(9);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('a date has its weekday, and its year when it is another one', () => {
  expect(longDate('2026-11-26')).toBe('11月26日 周四');
  expect(longDate('2027-01-01', '2026-11-22')).toBe('2027年1月1日 周五');
});

test('what is due is said in words, with the urgency apart', () => {
  expect([-2, 0, 1, 3, 4].map(dueText)).toEqual([
    '逾期 2 天',
    '今天到期',
    '明天到期',
    '还有 3 天',
    '还有 4 天',
  ]);
  expect([-2, 0, 3, 4].map(dueTone)).toEqual(['overdue', 'soon', 'soon', 'calm']);
});

test('a moment near today is called by its name, in the library time', () => {
  expect(moment('2026-11-22T06:30:00.000Z', '2026-11-22')).toBe('今天 14:30');
  expect(moment('2026-11-23T06:30:00.000Z', '2026-11-22')).toBe('明天 14:30');
  expect(moment('2026-11-21T06:30:00.000Z', '2026-11-22')).toBe('昨天 14:30');
  expect(clock('2026-11-22T16:05:00.000Z')).toBe('00:05');
});

test('a span names the second day only when it is another one', () => {
  expect(span('2026-11-28T06:30:00.000Z', '2026-11-28T08:00:00.000Z', '2026-11-22')).toBe(
    '11月28日 周六 14:30–16:00',
  );
  expect(span('2026-11-28T06:30:00.000Z', '2026-11-29T08:00:00.000Z', '2026-11-22')).toBe(
    '11月28日 周六 14:30–11月29日 周日 16:00',
  );
});

test('a length is minutes and seconds, hours when there are any', () => {
  expect(lengthText(65)).toBe('1:05');
  expect(lengthText(3729.6)).toBe('1:02:09');
});
