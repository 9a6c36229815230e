import type { LocalDate } from '../../typings/contract/shapes';
import type { FaceCountDocument } from '../documents';
import { addDays } from '../kernel/local-date';
import { weekOf } from './faces';
import { answersIn } from './satisfied';
import { LEAST_ANSWERS } from './wilson';

/** Whole weeks of one quarter that hold enough answers to be told. */
export interface Period {
  quarter: string;
  from: LocalDate;
  /** Its last day, a Sunday. */
  to: LocalDate;
  weeks: FaceCountDocument[];
}

/** "2026-4": the quarter that a week's Monday lies in. */
const quarterOf = (week: LocalDate): string =>
  `${week.slice(0, 4)}-${Math.ceil(Number(week.slice(5, 7)) / 3)}`;

/** The first Monday of a quarter. */
const firstWeekOf = (quarter: string): LocalDate => {
  const [year, number] = quarter.split('-');
  const first = `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`;
  const monday = weekOf(first);
  return monday < first ? addDays(monday, 7) : monday;
};

/**
 * Weeks that are over, joined until each period holds thirty answers. What is told is a sum of such periods:
 * so the difference of any two days' numbers is one too, and never a few answers. What a quarter has left at
 * its end is told nowhere.
 */
export function periodsOf(faces: readonly FaceCountDocument[], today: LocalDate): Period[] {
  const below = weekOf(today);
  const over = faces.filter(({ week }) => week < below).sort((a, b) => (a.week < b.week ? -1 : 1));
  const quarters = [...new Set(over.map(({ week }) => quarterOf(week)))];
  return quarters.flatMap((quarter) =>
    periodsIn(
      quarter,
      over.filter(({ week }) => quarterOf(week) === quarter),
    ),
  );
}

function periodsIn(quarter: string, list: readonly FaceCountDocument[]): Period[] {
  const periods: Period[] = [];
  let weeks: FaceCountDocument[] = [];
  let from = firstWeekOf(quarter);
  for (const each of list) {
    weeks = [...weeks, each];
    if (answersIn(weeks.map(({ all }) => all)).answers < LEAST_ANSWERS) continue;
    const to = addDays(each.week, 6);
    periods.push({ quarter, from, to, weeks });
    [from, weeks] = [addDays(to, 1), []];
  }
  return periods;
}

/** Quarters that are over and of which something can be told, the last first. */
export const finishedQuarters = (periods: readonly Period[], today: LocalDate): string[] =>
  [...new Set(periods.map(({ quarter }) => quarter))]
    .filter((quarter) => quarter < quarterOf(weekOf(today)))
    .sort()
    .reverse();

export const quarterYearBefore = (quarter: string): string =>
  `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`;
