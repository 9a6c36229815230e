import type { Compared, Figure, FiguresPage } from '../../typings/contract/figures';
import type { LocalDate } from '../../typings/contract/shapes';
import type { FigureDocument } from '../documents';
import { addDays, weekdayOf } from '../kernel/local-date';
import { weekOf } from './faces';

export const SHOWN_FIGURES: readonly Figure[] = [
  'loans',
  'returns',
  'renewals',
  'holds',
  'newCards',
  'registrations',
  'attendances',
  'talks',
  'talksAnswered',
];

/** A year before by weekday: what is compared are Saturdays with Saturdays. */
export const YEAR_OF_WEEKS = 364;
const WEEKS_SHOWN = 5;
export const DAYS_SHOWN = WEEKS_SHOWN * 7;

/** Days and months of the whole library, by their span. */
export type Spans = ReadonlyMap<string, FigureDocument>;

export const spansOf = (figures: readonly FigureDocument[]): Spans =>
  new Map(figures.map((figure) => [figure.span, figure]));

const of = (spans: Spans, span: string, figure: Figure): number => spans.get(span)?.counts[figure] ?? 0;
const sumOf = (spans: Spans, list: readonly string[], figure: Figure): number =>
  list.reduce((sum, span) => sum + of(spans, span, figure), 0);

const days = (from: LocalDate, count: number): LocalDate[] =>
  Array.from({ length: count }, (_, at) => addDays(from, at));

/**
 * Spans that have begun stand beside as much of the ones before, without today, which is not over: what is
 * compared with `weekBefore` is `week` less `today`, and so for month and year.
 */
export function compared(spans: Spans, figure: Figure, today: LocalDate): Compared {
  const monday = weekOf(today);
  const overInWeek = (weekdayOf(today) + 6) % 7;
  const [year, month, day] = [today.slice(0, 4), today.slice(0, 7), Number(today.slice(8))];
  const before = String(Number(year) - 1);
  const monthsOver = (which: string): string[] =>
    Array.from(
      { length: Number(month.slice(5)) - 1 },
      (_, at) => `${which}-${String(at + 1).padStart(2, '0')}`,
    );
  const monthYearBefore = sumOf(spans, days(`${before}${month.slice(4)}-01`, day - 1), figure);
  return {
    figure,
    today: of(spans, today, figure),
    sameWeekday: of(spans, addDays(today, -7), figure),
    week: sumOf(spans, days(monday, overInWeek + 1), figure),
    weekBefore: sumOf(spans, days(addDays(monday, -7), overInWeek), figure),
    month: of(spans, month, figure),
    monthYearBefore,
    year: sumOf(spans, [...monthsOver(year), month], figure),
    yearBefore: sumOf(spans, monthsOver(before), figure) + monthYearBefore,
  };
}

export const loansByDay = (spans: Spans, today: LocalDate): FiguresPage['loansByDay'] =>
  days(addDays(today, 1 - DAYS_SHOWN), DAYS_SHOWN).map((day) => ({
    day,
    loans: of(spans, day, 'loans'),
    yearBefore: of(spans, addDays(day, -YEAR_OF_WEEKS), 'loans'),
  }));

/** Rows by weekday, Monday first; columns by hour. */
export function hoursOf(spans: Spans, today: LocalDate): number[][] {
  const rows = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const day of days(addDays(today, 1 - DAYS_SHOWN), DAYS_SHOWN)) {
    const row = rows[(weekdayOf(day) + 6) % 7]!;
    for (const [hour, loans] of Object.entries(spans.get(day)?.byHour ?? {}))
      row[Number(hour)] = (row[Number(hour)] ?? 0) + loans;
  }
  return rows;
}
