import { arrivedText } from './arrivals';

/** A Sunday. */
const TODAY = '2026-11-22';

test('this week begins on Monday, last week seven days before', () => {
  expect(arrivedText('2026-11-22', TODAY)).toBe('本周');
  expect(arrivedText('2026-11-16', TODAY)).toBe('本周');
  expect(arrivedText('2026-11-15', TODAY)).toBe('上周');
  expect(arrivedText('2026-11-09', TODAY)).toBe('上周');
});

test('before, by month; another year is named', () => {
  expect(arrivedText('2026-11-08', TODAY)).toBe('11月');
  expect(arrivedText('2026-01-31', TODAY)).toBe('1月');
  expect(arrivedText('2025-12-31', TODAY)).toBe('2025年12月');
});

test('last week reaches over the turn of the year', () => {
  expect(arrivedText('2026-12-31', '2027-01-01')).toBe('本周');
  expect(arrivedText('2026-12-21', '2027-01-01')).toBe('上周');
  expect(arrivedText('2026-12-20', '2027-01-01')).toBe('2026年12月');
});
