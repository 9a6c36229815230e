import type { LocalDate } from '../../typings/contract/shapes';
import type { SuspensionRule } from '../documents';
import { addDays } from '../kernel/local-date';

interface SuspensionFacts {
  rule: SuspensionRule;
  /** Days that the loan was late. */
  daysOverdue: number;
  /** Last day of a suspension that runs already. */
  before: LocalDate | null;
  today: LocalDate;
}

/**
 * Days without borrowing for one loan that came back late: none up to the grace, past it for the whole
 * lateness.
 */
export const suspensionDays = (
  { daysPerDay, graceDays, most }: SuspensionRule,
  daysOverdue: number,
): number => (daysOverdue <= graceDays ? 0 : Math.min(Math.ceil(daysOverdue * daysPerDay), most ?? Infinity));

/**
 * Last day without borrowing after a late return, or null when it brings none. New days run on from those
 * that the reader has, or beside them, and never take any away.
 */
export const suspendedUntil = ({ rule, daysOverdue, before, today }: SuspensionFacts): LocalDate | null => {
  const days = suspensionDays(rule, daysOverdue);
  if (days <= 0) return null;
  const running = before !== null && before > today ? before : today;
  if (!rule.sideBySide) return addDays(running, days);
  const beside = addDays(today, days);
  return beside > running ? beside : running;
};
