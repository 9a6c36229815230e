import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, ClosureDocument, OpenLoan, Rules } from '../documents';
import { addDays, instantOf, localTimeOf, weekdayOf } from '../kernel/local-date';
import { hoursOn, isOpen, spansOf, nearestOpenDay, openDaysAfter } from './calendar';
import type { BranchCalendar, LoanEnd } from './due-date';

/** Days that are closed, both included. */
export type Days = Pick<ClosureDocument, 'from' | 'to'>;

export const isWithin = ({ from, to }: Days, day: LocalDate): boolean => from <= day && day <= to;

export const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;

export const daysOf = ({ from, to }: Days): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The branch with these days closed, and the exceptions of those days before, for the undo. */
export const withDaysClosed = (
  branch: BranchDocument,
  days: Days,
  why: string,
): { branch: BranchDocument; exceptionsBefore: BranchDocument['exceptions'] } => {
  const closed = daysOf(days).map((day) => [day, { open: null, why }] as const);
  return {
    branch: { ...branch, exceptions: { ...branch.exceptions, ...Object.fromEntries(closed) } },
    exceptionsBefore: Object.fromEntries(
      Object.entries(branch.exceptions).filter(([day]) => isWithin(days, day)),
    ),
  };
};

/** How far ahead days of every week are closed by new opening hours: no loan goes on longer. */
export const WEEK_AHEAD_DAYS = 400;

const WEEK_UNDO_DAYS = 60;

/** Up to this day a closure can be taken back; what it moved is known as long. */
export const undoUntil = ({
  from,
  to,
  weekBefore,
}: Pick<ClosureDocument, 'from' | 'to' | 'weekBefore'>): LocalDate =>
  weekBefore ? addDays(from, WEEK_UNDO_DAYS) : to;

/** Weekdays, 0 is Sunday, that were open and no longer are. */
export const weekdaysClosed = (
  before: BranchDocument['weeklyHours'],
  after: BranchDocument['weeklyHours'],
): number[] => before.flatMap((hours, weekday) => (hours && !after[weekday] ? [weekday] : []));

/** The days that a closure closed and that are closed: of the span, or of every week in it. */
export const daysClosedBy = (
  closure: Pick<ClosureDocument, 'from' | 'to' | 'weekBefore'>,
  after: BranchCalendar,
): LocalDate[] => {
  const days = daysOf(closure);
  return closure.weekBefore ? days.filter((day) => !isOpen(after.branch, after.calendars, day)) : days;
};

/** The branch as it was without a closure. A day that was given other hours since keeps them. */
export const withDaysOpened = (
  branch: BranchDocument,
  closure: Pick<ClosureDocument, 'from' | 'to' | 'why' | 'exceptionsBefore' | 'weekBefore'>,
): BranchDocument => {
  const { weekBefore } = closure;
  if (weekBefore)
    return {
      ...branch,
      weeklyHours: branch.weeklyHours.map((hours, weekday) => hours ?? weekBefore[weekday] ?? null),
    };
  const kept = Object.entries(branch.exceptions).filter(
    ([day, { open, why }]) => !(isWithin(closure, day) && open === null && why === closure.why),
  );
  return { ...branch, exceptions: { ...closure.exceptionsBefore, ...Object.fromEntries(kept) } };
};

const MOST_WEEKS = 52;

/**
 * Where a loan ends whose last day was closed: on the next open day, or, where the rules keep the weekday, on
 * the next open day of that weekday. Never earlier, whatever the mode: a reader does not lose days by the
 * library's own decision.
 */
export const endAfterClosure = (
  { dueOn, dueAt }: Pick<OpenLoan, 'dueOn' | 'dueAt'>,
  { rules, ...calendar }: BranchCalendar & { rules: Pick<Rules, 'dueDateMode'> },
): LoanEnd => {
  const day =
    rules.dueDateMode === 'same_weekday'
      ? sameWeekdayFrom(dueOn, calendar)
      : nearestOpenDay(calendar.branch, calendar.calendars, dueOn, 1);
  return { dueOn: day, dueAt: dueAt === null ? null : momentOn(day, localTimeOf(dueAt), calendar) };
};

const sameWeekdayFrom = (dueOn: LocalDate, { branch, calendars }: BranchCalendar): LocalDate => {
  for (let week = 0; branch.weeklyHours[weekdayOf(dueOn)] && week <= MOST_WEEKS; week++) {
    const day = addDays(dueOn, 7 * week);
    if (isOpen(branch, calendars, day)) return day;
  }
  return nearestOpenDay(branch, calendars, dueOn, 1);
};

/** The same time of another day, at its closing when that comes first. */
export const momentOn = (day: LocalDate, time: string, { branch, calendars }: BranchCalendar) => {
  const hours = hoursOn(branch, calendars, day);
  if (!hours) return instantOf(day, time);
  const spans = spansOf(hours);
  if (spans.some(({ from, to }) => from < time && time <= to)) return instantOf(day, time);
  // In a pause the doors have closed at its beginning; before they open, the day has its last closing.
  return instantOf(day, spans.filter(({ to }) => to < time).at(-1)?.to ?? hours.to);
};

/**
 * Until when a copy stays on the hold shelf when days before its last one are lost: so many open days longer.
 */
export const shelfDateAfterClosure = (
  pickUpBy: LocalDate,
  { days, before, after }: { days: Days; before: BranchCalendar; after: BranchCalendar },
): LocalDate => {
  const upTo = days.to < pickUpBy ? days.to : pickUpBy;
  const lost = daysOf({ from: days.from, to: upTo }).filter(
    (day) => isOpen(before.branch, before.calendars, day) && !isOpen(after.branch, after.calendars, day),
  ).length;
  if (lost > 0) return openDaysAfter(after.branch, after.calendars, pickUpBy, lost);
  return nearestOpenDay(after.branch, after.calendars, pickUpBy, 1);
};
