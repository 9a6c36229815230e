import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { OpenLoan } from '../documents';
import { addDays, daysBetween, instantOf, localDateOf, minutesBetween } from '../kernel/local-date';
import { hoursOn, spansOf } from './calendar';
import type { BranchCalendar } from './due-date';
import { MINUTES_OF_DAY as DAY } from './spans';

/**
 * When a copy came back: the day, and the moment where that is known. A day alone is taken from its first
 * minute on.
 */
interface Return {
  on: LocalDate;
  at?: Instant;
}

/** How late a loan came back in minutes. Loans of days are late in whole days, whatever the hour. */
export const minutesLate = (loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>, back: Return): number =>
  Math.max(
    0,
    loan.dueAt === null ? daysBetween(loan.dueOn, back.on) * DAY : minutesBetween(loan.dueAt, momentOf(back)),
  );

/** What of a lateness counts as closed: whole days; of a loan by the hour each minute of closed doors. */
interface ClosedCounts {
  days: boolean;
  hours: boolean;
}

/** The part of that lateness in which the branch was closed. */
export const closedMinutes = (
  loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>,
  back: Return,
  { branch, calendars }: BranchCalendar,
  counts: ClosedCounts,
): number => {
  const from = loan.dueAt ?? instantOf(addDays(loan.dueOn, 1));
  const to = loan.dueAt === null ? instantOf(addDays(back.on, 1)) : momentOf(back);
  let minutes = 0;
  for (let day = localDateOf(from); instantOf(day) < to; day = addDays(day, 1)) {
    const hours = hoursOn(branch, calendars, day);
    const whole = overlapMinutes(instantOf(day), instantOf(addDays(day, 1)), { from, to });
    if (!hours) minutes += counts.days ? whole : 0;
    else if (counts.hours && loan.dueAt !== null)
      minutes +=
        whole -
        spansOf(hours)
          .map((span) => overlapMinutes(instantOf(day, span.from), instantOf(day, span.to), { from, to }))
          .reduce((sum, each) => sum + each, 0);
  }
  return minutes;
};

const overlapMinutes = (start: Instant, end: Instant, within: { from: Instant; to: Instant }): number =>
  Math.max(0, minutesBetween(later(start, within.from), earlier(end, within.to)));

/** How late a loan came back, in words: by the hour where it was lent by the hour; "" in time. */
export const latenessText = (loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>, back: Return): string => {
  const late = minutesLate(loan, back);
  if (late === 0) return '';
  if (late >= DAY) return `逾期 ${Math.floor(late / DAY)} 天`;
  const [hours, minutes] = [Math.floor(late / 60), late % 60];
  return `逾期 ${[hours > 0 ? `${hours} 小时` : '', minutes > 0 ? `${minutes} 分钟` : ''].filter(Boolean).join(' ')}`;
};

/** A return on a day; its moment is known when that day is today. */
export const returnOn = (on: LocalDate, now: Instant): Return => ({
  on,
  ...(localDateOf(now) === on && { at: now }),
});

const momentOf = ({ on, at }: Return): Instant => at ?? instantOf(on);
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
