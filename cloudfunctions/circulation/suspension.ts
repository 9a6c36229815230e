import type { LocalDate } from '../../typings/contract/shapes';
import type { SuspensionRule } from '../documents';
import { openDaysAfter } from './calendar';
import type { BranchCalendar } from './due-date';
import { addDays } from '../kernel/local-date';

interface SuspensionFacts {
  rule: SuspensionRule;
  /** Days that the loan was late. */
  daysOverdue: number;
  /** Last day of a suspension that runs already. */
  before: LocalDate | null;
  today: LocalDate;
  /** Of the branch of the loan, for rules that count open days; absent: every day is one. */
  calendar?: BranchCalendar;
}

/**
 * Days without borrowing for one loan that came back late: none up to the grace, past it for the whole
 * lateness.
 */
export const suspensionDays = (
  { daysPerDay, perDays = 1, graceDays, most }: SuspensionRule,
  daysOverdue: number,
): number => {
  if (daysOverdue <= graceDays) return 0;
  return Math.min(Math.ceil(Math.floor(daysOverdue / perDays) * daysPerDay), most ?? Infinity);
};

/**
 * Last day without borrowing after a late return, or null when it brings none. New days run on from those
 * that the reader has, or beside them, and never take any away.
 */
export const suspendedUntil = (facts: SuspensionFacts): LocalDate | null => {
  const { rule, before, today, calendar } = facts;
  const days = suspensionDays(rule, facts.daysOverdue);
  if (days <= 0) return null;
  const running = before !== null && before > today ? before : today;
  const after = (day: LocalDate) =>
    rule.openDays && calendar
      ? openDaysAfter(calendar.branch, calendar.calendars, day, days)
      : addDays(day, days);
  if (!rule.sideBySide) return after(running);
  const beside = after(today);
  return beside > running ? beside : running;
};
