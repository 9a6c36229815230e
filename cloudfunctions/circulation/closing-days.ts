import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, ClosureDocument, OpenLoan, Rules } from '../documents';
import { addDays, instantOf, localTimeOf, weekdayOf } from '../kernel/local-date';
import { hoursOn, isOpen, nearestOpenDay, openDaysAfter } from './calendar';
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

/** The branch as it was without a closure. A day that was given other hours since keeps them. */
export const withDaysOpened = (
  branch: BranchDocument,
  closure: Pick<ClosureDocument, 'from' | 'to' | 'why' | 'exceptionsBefore'>,
): BranchDocument => {
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
  return instantOf(day, hours && (time > hours.to || time <= hours.from) ? hours.to : time);
};

/**
 * Until when a copy stays on the hold shelf when days before its last one are lost: so many open days longer.
 */
export const shelfDateAfterClosure = (
  pickUpBy: LocalDate,
  { days, before, after }: { days: Days; before: BranchCalendar; after: BranchCalendar },
): LocalDate => {
  const upTo = days.to < pickUpBy ? days.to : pickUpBy;
  const lost = daysOf({ from: days.from, to: upTo }).filter((day) =>
    isOpen(before.branch, before.calendars, day),
  ).length;
  if (lost > 0) return openDaysAfter(after.branch, after.calendars, pickUpBy, lost);
  return nearestOpenDay(after.branch, after.calendars, pickUpBy, 1);
};
