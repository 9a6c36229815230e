import type { FaceSums } from '../documents';
import { added, figuresOf, type CountedLine } from './count';
import { compared, spansOf } from './compare';
import { mayBeAsked, weekOf } from './faces';
import { satisfied, satisfiedBy } from './satisfied';
import { wilson } from './wilson';

const rounded = ({ from, to }: { from: number; to: number }): string =>
  `${(from * 100).toFixed(1)}–${(to * 100).toFixed(1)}`;

test.each([
  [5, 5, '56.6–100.0'],
  [17, 20, '64.0–94.8'],
  [59, 100, '49.2–68.1'],
])("Wilson's interval of %i of %i is %s", (successes, of, interval) => {
  expect(rounded(wilson(successes, of))).toBe(interval);
});

const faces = (service: string, four: number, one = 0): FaceSums & { service: string } => ({
  ...{ service, two: 0, three: 0, five: 0 },
  four,
  one,
});

test('below thirty answers there is no rate', () => {
  expect(satisfied([faces('visit', 29)])).toEqual({ answers: 29, rate: null });
  expect(satisfied([faces('visit', 24, 6)]).rate?.share).toBeCloseTo(0.8);
});

test('a part that is too small is withheld, and with it the one from which it would follow', () => {
  const parts = satisfiedBy(
    [faces('visit', 100), faces('talk', 40), faces('search', 1)],
    ({ service }) => service,
  );
  expect(parts.map(({ key, answers }) => [key, answers])).toEqual([
    ['visit', 100],
    ['search', null],
    ['talk', null],
  ]);
});

test('nobody is asked about the same within thirty days', () => {
  expect(mayBeAsked(undefined, '2026-11-28')).toBe(true);
  expect(mayBeAsked('2026-10-30', '2026-11-28')).toBe(false);
  expect(mayBeAsked('2026-10-29', '2026-11-28')).toBe(true);
});

test('a week begins on Monday', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29'].map(weekOf)).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-23',
  ]);
});

const lent = (at: string, branchId = 'main'): CountedLine => ({
  at,
  action: 'desk.checkOut',
  branchId,
  counts: { figures: { loans: 1 }, category: 'adult', clc: 'I247.5' },
});

test('a loan counts on the day of the library, at its branch and in all, by hour, category and class', () => {
  // 00:30 in China is the evening before by Greenwich.
  const figures = figuresOf([lent('2026-11-21T16:30:00.000Z')]);
  expect([...figures.keys()].sort()).toEqual([
    '2026-11-22_all',
    '2026-11-22_main',
    '2026-11_all',
    '2026-11_main',
  ]);
  expect(figures.get('2026-11-22_all')).toMatchObject({
    counts: { loans: 1 },
    byHour: { '00': 1 },
    byCategory: { adult: 1 },
    byClass: { I: 1 },
  });
});

test('what was undone is taken off its own day, and leaves nothing', () => {
  const line = lent('2026-11-21T15:59:00.000Z');
  const undo: CountedLine = {
    at: '2026-11-21T16:05:00.000Z',
    action: 'desk.undo',
    branchId: 'main',
    undid: { action: line.action, at: line.at, ...(line.counts && { counts: line.counts }) },
  };
  const [before, after] = [figuresOf([line]), figuresOf([undo])];
  const day = added(before.get('2026-11-21_all') ?? null, after.get('2026-11-21_all')!);
  expect(day).toMatchObject({ counts: {}, byHour: {}, byCategory: {}, byClass: {} });
});

test('a week that has begun is compared with as much of the week before', () => {
  const loans = (day: string): CountedLine => lent(`${day}T02:00:00.000Z`);
  // Wednesday: Monday and Tuesday of both weeks count, last week's Thursday does not.
  const lines = ['2026-11-23', '2026-11-24', '2026-11-16', '2026-11-19'].map(loans);
  const all = [...figuresOf(lines).values()].filter(({ branchId }) => branchId === 'all');
  expect(compared(spansOf(all), 'loans', '2026-11-25')).toMatchObject({
    week: 2,
    weekBefore: 1,
    month: 4,
    year: 4,
  });
});
