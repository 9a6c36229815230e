import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, CalendarDocument, OpeningHours } from '../documents';
import { addDays, weekdayOf } from '../kernel/local-date';

/** Past this many closed days in a row the search stops: the calendar is wrong, not the library shut. */
const LONGEST_CLOSURE = 366;

/**
 * The hours of a branch on a day, or null when closed. A single exception wins over a public holiday,
 * which wins over the week. A make-up working day keeps the hours of its weekday.
 */
export const hoursOn = (
  branch: BranchDocument,
  calendars: readonly CalendarDocument[],
  date: LocalDate,
): OpeningHours | null => {
  const exception = branch.exceptions[date];
  if (exception) return exception.open;
  const year = calendars.find((calendar) => calendar._id === date.slice(0, 4));
  if (branch.closedOnPublicHolidays && year?.holidays[date] !== undefined) return null;
  return branch.weeklyHours[weekdayOf(date)] ?? null;
};

/** The spans of a day in which the doors are open, in their order: one more than it has pauses. */
export const spansOf = ({ from, to, pauses = [] }: OpeningHours): { from: string; to: string }[] => {
  const starts = [from, ...pauses.map((pause) => pause.to)];
  const ends = [...pauses.map((pause) => pause.from), to];
  return starts.map((start, n) => ({ from: start, to: ends[n] ?? to }));
};

/** "09:00–12:00，14:00–17:00"; "" on a closed day. */
export const hoursInWords = (hours: OpeningHours | null): string =>
  hours
    ? spansOf(hours)
        .map(({ from, to }) => `${from}–${to}`)
        .join('，')
    : '';

export const isOpen = (
  branch: BranchDocument,
  calendars: readonly CalendarDocument[],
  date: LocalDate,
): boolean => hoursOn(branch, calendars, date) !== null;

/**
 * The day itself when open, else the nearest open day after it (step 1) or before it (step -1). @throws when
 * none is near.
 */
export const nearestOpenDay = (
  branch: BranchDocument,
  calendars: readonly CalendarDocument[],
  date: LocalDate,
  step: 1 | -1,
): LocalDate => {
  let day = date;
  for (let tried = 0; tried <= LONGEST_CLOSURE; tried++) {
    if (isOpen(branch, calendars, day)) return day;
    day = addDays(day, step);
  }
  throw new Error(`branch ${branch._id} has no open day within a year of ${date}`);
};

/** The n-th open day after a day (which itself does not count). */
export const openDaysAfter = (
  branch: BranchDocument,
  calendars: readonly CalendarDocument[],
  date: LocalDate,
  days: number,
): LocalDate => {
  let day = date;
  for (let counted = 0; counted < days; counted++)
    day = nearestOpenDay(branch, calendars, addDays(day, 1), 1);
  return day;
};
