import type { PastLoan } from '../../../typings/contract';
import { readingPicture, readingReport } from './reading-view';

const loan = (title: string, clc: string, from: string, to: string): PastLoan => ({
  loanId: title,
  title: { titleId: title, title, authors: '刘慈欣', publisher: '', year: 2008, clc } as PastLoan['title'],
  checkedOutOn: from,
  returnedOn: to,
});
const READ = [
  loan('三体', 'I247.5', '2026-03-01', '2026-03-11'),
  loan('球状闪电', 'I247.5', '2026-03-12', '2026-03-15'),
  loan('万历十五年', 'K248', '2026-05-01', '2026-05-21'),
];

test('a year is its books, the days with them, and what was read most', () => {
  expect(readingReport('2026', '', READ)).toMatchObject({
    books: 3,
    days: 33,
    classes: [{ name: '文学', value: 2 }, { value: 1 }],
    longest: '《万历十五年》 20 天',
    quickest: '《球状闪电》 3 天',
  });
});

test('a month counts what was brought back in it', () => {
  expect(readingReport('2026', '03', READ)).toMatchObject({ books: 2, days: 13 });
  expect(readingReport('2026', '04', READ).books).toBe(0);
});

test('without the reader’s wish no picture names a book or an author', () => {
  const report = readingReport('2026', '', READ);
  expect(JSON.stringify(readingPicture(report, false))).not.toMatch(/三体|刘慈欣|万历/);
  expect(JSON.stringify(readingPicture(report, true))).toMatch(/三体/);
});
