import { yearSpans, yearsText } from './years';

const words = (years: [number, number][], thisYear = 2026) =>
  yearSpans(
    years.map(([year, titles]) => ({ year, titles })),
    thisYear,
  ).map(({ key, titles }) => `${yearsText(key, thisYear)} ${titles}`);

test('new books by how new they are, older ones by decades', () => {
  expect(
    words([
      [2026, 4],
      [2025, 3],
      [2020, 10],
      [2014, 5],
      [2003, 6],
      [1996, 2],
      [1988, 1],
    ]),
  ).toEqual([
    '今年 4',
    '近三年 7',
    '近十年 17',
    '2010–2016年 5',
    '2000–2009年 6',
    '1990–1999年 2',
    '1989年及以前 1',
  ]);
});

test('a span that adds nothing to the one before it is left out', () => {
  expect(
    words([
      [2026, 4],
      [2010, 1],
    ]),
  ).toEqual(['今年 4', '2010–2016年 1']);
});

test('next year’s books, announced already, are new', () => {
  expect(
    words([
      [2027, 2],
      [2026, 1],
    ]),
  ).toEqual(['今年 3']);
});

test('every known year is in a span, and a year that is not known in none', () => {
  const years = Array.from({ length: 2026 }, (_, i) => ({ year: i + 1, titles: 1 }));
  const spans = yearSpans([{ year: 0, titles: 7 }, ...years], 2026);
  const whole = spans.filter(({ key }) => !['2026-', '2024-'].includes(key));
  expect(whole.reduce((sum, { titles }) => sum + titles, 0)).toBe(2026);
});

test('a decade of one year is told as that year', () => {
  expect(words([[2020, 3]], 2030)).toEqual(['2020年 3']);
});

test('nothing known, nothing to choose', () => {
  expect(yearSpans([], 2026)).toEqual([]);
});
