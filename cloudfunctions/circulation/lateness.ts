import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { OpenLoan, Period } from '../documents';
import { addDays, daysBetween, instantOf, localDateOf, minutesBetween } from '../kernel/local-date';
import { isOpen } from './calendar';
import type { BranchCalendar } from './due-date';

const DAY = 24 * 60;

/**
 * When a copy came back: the day, and the moment where that is known. A day alone is taken from its first
 * minute on.
 */
export interface Return {
  on: LocalDate;
  at?: Instant;
}

export const minutesOf = ({ count, unit }: Period): number => count * (unit === 'days' ? DAY : 60);

/** How late a loan came back in minutes. Loans of days are late in whole days, whatever the hour. */
export const minutesLate = (loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>, back: Return): number =>
  Math.max(
    0,
    loan.dueAt === null ? daysBetween(loan.dueOn, back.on) * DAY : minutesBetween(loan.dueAt, momentOf(back)),
  );

/** The part of that lateness that fell on days on which the branch was closed. */
export const closedMinutes = (
  loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>,
  back: Return,
  { branch, calendars }: BranchCalendar,
): number => {
  const from = loan.dueAt ?? instantOf(addDays(loan.dueOn, 1));
  const to = loan.dueAt === null ? instantOf(addDays(back.on, 1)) : momentOf(back);
  let minutes = 0;
  for (let day = localDateOf(from); instantOf(day) < to; day = addDays(day, 1)) {
    if (isOpen(branch, calendars, day)) continue;
    const start = later(instantOf(day), from);
    const end = earlier(instantOf(addDays(day, 1)), to);
    minutes += minutesBetween(start, end);
  }
  return minutes;
};

const momentOf = ({ on, at }: Return): Instant => at ?? instantOf(on);
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
