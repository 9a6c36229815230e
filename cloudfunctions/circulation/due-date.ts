import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, CalendarDocument, Period, Rules } from '../documents';
import {
  addDays,
  addMinutes,
  addMonths,
  daysBetween,
  instantOf,
  localDateOf,
  weekdayOf,
} from '../kernel/local-date';
import { nextFixedDay } from './fixed-end';
import { minutesOf } from './spans';
import { hoursOn, isOpen, spansOf, nearestOpenDay, openDaysAfter } from './calendar';

/** A branch and what closes and opens it. */
export interface BranchCalendar {
  branch: BranchDocument;
  calendars: readonly CalendarDocument[];
}

export interface DueDateFacts extends BranchCalendar {
  rules: Pick<Rules, 'dueDateMode' | 'endsAtClosing' | 'endsAtOpening' | 'capAtCardExpiry'> &
    Partial<Pick<Rules, 'fixedEnd'>>;
  /** null: no card sets an end to the loan. */
  cardExpiresOn: LocalDate | null;
}

export interface LoanEnd {
  /** Last day. */
  dueOn: LocalDate;
  /** Last moment of a loan in hours; null: the whole of the last day. */
  dueAt: Instant | null;
}

/**
 * When a loan ends that starts so, for so long: moved by the calendar as the rules say, and not past the
 * card.
 */
export const loanEnd = (
  start: { on: LocalDate; at: Instant },
  period: Period,
  facts: DueDateFacts,
): LoanEnd =>
  period.unit === 'days' || period.unit === 'months'
    ? { dueOn: lastDay(start.on, period, facts), dueAt: null }
    : lastMoment(start.at, minutesOf(period), facts);

const lastDay = (from: LocalDate, period: Period, facts: DueDateFacts): LocalDate => {
  const end = byFixedDay(from, byPeriod(from, period, facts), facts);
  if (!endsPastCard(end, facts)) return end;
  const capped =
    facts.rules.dueDateMode === 'plain'
      ? facts.cardExpiresOn
      : nearestOpenDay(facts.branch, facts.calendars, facts.cardExpiresOn, -1);
  return capped < from ? from : capped;
};

/** Months have no number of open days: where only those are counted, their end moves on to the next one. */
const byPeriod = (from: LocalDate, { count, unit }: Period, facts: DueDateFacts): LocalDate => {
  if (unit !== 'months') return byCalendar(from, count, facts);
  const { dueDateMode } = facts.rules;
  return byCalendar(from, daysBetween(from, addMonths(from, count)), {
    ...facts,
    rules: { dueDateMode: dueDateMode === 'open_days_only' ? 'next_open_day' : dueDateMode },
  });
};

/** The end by the days on which loans end, moved off closed days as the mode says. */
const byFixedDay = (from: LocalDate, end: LocalDate, facts: DueDateFacts): LocalDate => {
  const { rules, branch, calendars } = facts;
  const day = rules.fixedEnd ? nextFixedDay(rules.fixedEnd, from) : undefined;
  if (!rules.fixedEnd || day === undefined) return end;
  if (rules.fixedEnd.exactly)
    return rules.dueDateMode === 'plain'
      ? day
      : openDayNear(day, rules.dueDateMode === 'previous_open_day' ? -1 : 1, from, facts);
  if (end <= day || rules.dueDateMode === 'plain') return end < day ? end : day;
  return isOpen(branch, calendars, day) ? day : openDayNear(day, -1, from, facts);
};

/** Never so far back that the loan would be over at once. */
const openDayNear = (
  day: LocalDate,
  step: 1 | -1,
  from: LocalDate,
  { branch, calendars }: BranchCalendar,
): LocalDate => {
  const near = nearestOpenDay(branch, calendars, day, step);
  return near > from ? near : day;
};

/** So many days after a day, moved off closed days as the mode says. */
export const byCalendar = (
  from: LocalDate,
  days: number,
  { rules, branch, calendars }: BranchCalendar & { rules: Pick<Rules, 'dueDateMode'> },
): LocalDate => {
  const plain = addDays(from, days);
  switch (rules.dueDateMode) {
    case 'plain':
      return plain;
    case 'next_open_day':
      return nearestOpenDay(branch, calendars, plain, 1);
    case 'previous_open_day': {
      const before = nearestOpenDay(branch, calendars, plain, -1);
      // A closure that reaches back to the start of the loan would leave no time at all.
      return before > from || days === 0 ? before : nearestOpenDay(branch, calendars, plain, 1);
    }
    case 'same_weekday':
      return sameWeekday(plain, days, { branch, calendars });
    case 'open_days_only':
      return openDaysAfter(branch, calendars, from, days);
  }
};

const MOST_WEEKS = 52;

/**
 * Loans of whole weeks keep their weekday: the end rolls on by weeks until the branch is open. Other loans,
 * and weekdays on which the branch never opens, have no weekday to keep and go to the next open day.
 */
const sameWeekday = (plain: LocalDate, days: number, { branch, calendars }: BranchCalendar): LocalDate => {
  const keepsWeekday = days % 7 === 0 && branch.weeklyHours[weekdayOf(plain)];
  for (let week = 0; keepsWeekday && week <= MOST_WEEKS; week++) {
    const day = addDays(plain, 7 * week);
    if (isOpen(branch, calendars, day)) return day;
  }
  return nearestOpenDay(branch, calendars, plain, 1);
};

const lastMoment = (from: Instant, minutes: number, facts: DueDateFacts): LoanEnd => {
  const plain = addMinutes(from, minutes);
  const end = withinHours(plain, from, facts);
  const dueOn = localDateOf(end);
  if (!endsPastCard(dueOn, facts)) return { dueOn, dueAt: end };
  return { dueOn: facts.cardExpiresOn, dueAt: instantOf(facts.cardExpiresOn, '23:59') };
};

const withinHours = (end: Instant, start: Instant, facts: DueDateFacts): Instant => {
  if (facts.rules.endsAtOpening) return openingAfter(end, facts);
  return facts.rules.endsAtClosing ? closingBefore(end, start, facts) : end;
};

/** The moment itself when the branch is open then, else when it opens next. */
const openingAfter = (end: Instant, { branch, calendars }: BranchCalendar): Instant => {
  const today = localDateOf(end);
  const hours = hoursOn(branch, calendars, today);
  const span = hours && spansOf(hours).find(({ to }) => end <= instantOf(today, to));
  if (span) {
    const opening = instantOf(today, span.from);
    return end < opening ? opening : end;
  }
  const next = nearestOpenDay(branch, calendars, addDays(today, 1), 1);
  return instantOf(next, hoursOn(branch, calendars, next)?.from);
};

/**
 * The moment itself when the branch is open then, else the closing before it; as it was when that is not
 * after the start.
 */
const closingBefore = (end: Instant, start: Instant, { branch, calendars }: BranchCalendar): Instant => {
  for (let day = localDateOf(end); day >= localDateOf(start); day = addDays(day, -1)) {
    const hours = hoursOn(branch, calendars, day);
    const span =
      hours &&
      spansOf(hours)
        .filter(({ from }) => instantOf(day, from) <= end)
        .at(-1);
    if (!span) continue;
    const closing = instantOf(day, span.to);
    if (end <= closing) return end;
    return closing >= start ? closing : end;
  }
  return end;
};

const endsPastCard = (
  end: LocalDate,
  facts: DueDateFacts,
): facts is DueDateFacts & { cardExpiresOn: LocalDate } =>
  facts.rules.capAtCardExpiry && facts.cardExpiresOn !== null && end > facts.cardExpiresOn;

/**
 * Last day that a loan which began then may have with all its renewals, an open one where last days are;
 * null: any.
 */
export const latestLoanDay = (
  checkedOutOn: LocalDate,
  { longestLoanDays, dueDateMode }: Pick<Rules, 'longestLoanDays' | 'dueDateMode'>,
  { branch, calendars }: BranchCalendar,
): LocalDate | null => {
  if (longestLoanDays === null) return null;
  const day = addDays(checkedOutOn, longestLoanDays);
  return dueDateMode === 'plain' ? day : nearestOpenDay(branch, calendars, day, -1);
};
