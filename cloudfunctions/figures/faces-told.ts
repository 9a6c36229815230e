import type { FiguresPage, SatisfactionTold, SatisfiedPart } from '../../typings/contract/figures';
import type { LocalDate } from '../../typings/contract/shapes';
import type { FaceCountDocument, FaceSums } from '../documents';
import { addDays } from '../kernel/local-date';
import { QUICK_REASONS, weekOf } from './faces';
import { finishedQuarters, periodsOf, quarterYearBefore, type Period } from './periods';
import { answersIn, satisfied, satisfiedBy } from './satisfied';

const WEEKS_OF_LATE = 13;
const WEEKS_SHOWN = 26;
const YEAR_OF_WEEKS = 364;

const weeksOf = (periods: readonly Period[]): FaceCountDocument[] => periods.flatMap(({ weeks }) => weeks);
const allOf = (weeks: readonly FaceCountDocument[]): FaceSums[] => weeks.map(({ all }) => all);

type Parts = 'byService' | 'byBranch' | 'byCategory';

const partsOf = (weeks: readonly FaceCountDocument[], parts: Parts): SatisfiedPart[] =>
  satisfiedBy(
    weeks.flatMap((week) => Object.entries(week[parts]).map(([key, sums]) => ({ key, ...sums }))),
    ({ key }) => key,
  );

/** Of the periods of the last thirteen weeks; the parts are those of the last quarter that is over. */
export function facesOfLate(
  faces: readonly FaceCountDocument[],
  today: LocalDate,
): FiguresPage['satisfaction'] {
  const periods = periodsOf(faces, today);
  const from = addDays(weekOf(today), -7 * WEEKS_OF_LATE);
  const within = (start: LocalDate): FaceCountDocument[] => {
    const below = addDays(start, 7 * WEEKS_OF_LATE);
    return weeksOf(periods.filter((period) => period.from >= start && period.to < below));
  };
  const now = within(from);
  const [quarter = ''] = finishedQuarters(periods, today);
  return {
    // Too few to say anything of: then how many is all that is told.
    ...(now.length > 0 ? satisfied(allOf(now)) : { answers: countSince(faces, from), rate: null }),
    yearBefore: satisfied(allOf(within(addDays(from, -YEAR_OF_WEEKS)))),
    quarter,
    byService: partsOf(weeksOf(periods.filter((period) => period.quarter === quarter)), 'byService'),
  };
}

const countSince = (faces: readonly FaceCountDocument[], from: LocalDate): number =>
  answersIn(allOf(faces.filter(({ week }) => week >= from))).answers;

/** A quarter by what it is made of. What was told of it once stays: its weeks are over. */
export function facesOfQuarter(
  faces: readonly FaceCountDocument[],
  today: LocalDate,
  asked?: string,
): SatisfactionTold {
  const periods = periodsOf(faces, today);
  const quarters = finishedQuarters(periods, today);
  const quarter = asked && quarters.includes(asked) ? asked : (quarters[0] ?? '');
  const inQuarter = (which: string) => weeksOf(periods.filter((period) => period.quarter === which));
  const weeks = inQuarter(quarter);
  const all = satisfied(allOf(weeks));
  const shownFrom = addDays(weekOf(today), -7 * WEEKS_SHOWN);
  return {
    quarters,
    quarter,
    all,
    yearBefore: quarter ? satisfied(allOf(inQuarter(quarterYearBefore(quarter)))) : satisfied([]),
    byService: partsOf(weeks, 'byService'),
    byBranch: partsOf(weeks, 'byBranch'),
    byCategory: partsOf(weeks, 'byCategory'),
    reasons: QUICK_REASONS.map((reason) => ({
      reason,
      times: all.rate ? weeks.reduce((sum, { reasons }) => sum + (reasons[reason] ?? 0), 0) : null,
    })),
    weeks: periods
      .filter(({ from }) => from >= shownFrom)
      .map(({ from, to, weeks: joined }) => ({ from, to, now: satisfied(allOf(joined)) }))
      .reverse(),
  };
}
