import { average, ratingLine, reviewRow, starBars } from './ratings';

test('an average has one decimal and says how many gave it', () => {
  expect(average({ count: 3, sum: 13 })).toBe('4.3');
  expect(average({ count: 2, sum: 8 })).toBe('4.0');
  expect(ratingLine({ count: 3, sum: 13 })).toBe('4.3 分 · 3 人评');
  expect(ratingLine({ count: 0, sum: 0 })).toBe('还没有读者评分');
});

test('the bars stand from five stars down', () => {
  expect(starBars({ count: 4, stars: [1, 0, 0, 0, 3] })).toEqual([
    { stars: 5, count: 3, percent: 75 },
    { stars: 4, count: 0, percent: 0 },
    { stars: 3, count: 0, percent: 0 },
    { stars: 2, count: 0, percent: 0 },
    { stars: 1, count: 1, percent: 25 },
  ]);
  expect(starBars({ count: 0, stars: [0, 0, 0, 0, 0] }).every(({ percent }) => percent === 0)).toBe(true);
});

test('a review tells its day where the library stands', () => {
  const review = { reviewId: 'r', author: '林＊＊', rating: 5, text: '好', mine: false };
  expect(reviewRow({ ...review, at: '2026-11-21T17:00:00.000Z' }, '2026-11-22').when).toBe('今天');
  expect(reviewRow({ ...review, at: '2026-11-20T02:00:00.000Z' }, '2026-11-22').when).toBe('11月20日');
  expect(reviewRow({ ...review, at: '2025-11-20T02:00:00.000Z' }, '2026-11-22').when).toBe('2025年11月20日');
});
