import { loanPicture } from './loan-picture';

const day = (date: string, more: object = {}) => ({ date, open: true, fine: 0, stopped: 0, ...more });
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    day(new Date(Date.parse(`${first}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)),
  );

describe('the picture of a loan', () => {
  // A Wednesday.
  const weeks = loanPicture(
    [
      day('2026-11-25'),
      day('2026-11-26', { open: false }),
      day('2026-11-27'),
      day('2026-11-28', { fine: 10 }),
      day('2026-11-29', { fine: 10, open: false, stopped: 2 }),
      day('2026-11-30'),
      day('2026-12-01', { fine: 30 }),
    ],
    '2026-11-27',
    '2026-11-25',
  );
  const cells = weeks.flatMap((week) => week.cells);
  const on = (date: string) => cells.find((cell) => cell.date === date);

  it('has weeks from Monday on, empty before the first day and after the last', () => {
    expect(weeks.map((week) => week.cells.map((cell) => cell.day))).toEqual([
      ['', '', '25', '26', '27', '28', '29'],
      ['30', '1', '', '', '', '', ''],
    ]);
  });

  it('marks the day it is lent, its days, closed ones, its last one, and what later ones cost', () => {
    expect(on('2026-11-25')).toMatchObject({ tone: 'lent', word: '借出' });
    expect(on('2026-11-26')).toMatchObject({ tone: 'loan', closed: true, word: '闭' });
    expect(on('2026-11-27')).toMatchObject({ tone: 'due', word: '到期' });
    expect(on('2026-11-28')).toMatchObject({ tone: 'late', word: '¥0.10' });
    expect(on('2026-11-29')).toMatchObject({ tone: 'late', closed: true, word: '¥0.10 停 2 天' });
    expect(on('2026-11-29')?.label).toMatch(/闭馆，这天还：¥0.10 停 2 天$/);
    expect(on('2026-11-30')?.label).toMatch(/这天还：不收费$/);
  });

  it('leaves the middle of a long loan out and says how much', () => {
    const long = loanPicture(daysFrom('2026-11-23', 74), '2027-01-21', '2026-11-23');
    expect(long).toHaveLength(6);
    expect(long.map(({ skipped }) => skipped)).toEqual([0, 0, 5, 0, 0, 0]);
    expect(loanPicture(daysFrom('2026-11-23', 49), '2026-12-27', '2026-11-23')).toHaveLength(7);
  });

  it('is empty where nothing was tried', () =>
    expect(loanPicture([], '2026-11-27', '2026-11-25')).toEqual([]));
});
