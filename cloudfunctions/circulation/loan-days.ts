import type { LocalDate } from '../../typings/contract/shapes';
import type { Rules } from '../documents';
import { addDays, daysBetween, instantOf } from '../kernel/local-date';
import { isOpen } from './calendar';
import type { BranchCalendar, LoanEnd } from './due-date';
import { fineFor } from './fines';
import { suspensionDays } from './suspension';

/** A day of a loan, or after it: open or closed, and what comes of it when the copy is back on that day. */
interface LoanDay {
  date: LocalDate;
  open: boolean;
  /** Fen. */
  fine: number;
  /** Days without borrowing. */
  stopped: number;
}

/** So long lateness is shown. */
const DAYS_AFTER = 14;

/** The days of a loan from its check-out to two weeks after its last day. */
export const loanDays = (
  on: LocalDate,
  end: LoanEnd,
  { rules, price, ...calendar }: BranchCalendar & { rules: Rules; price: number },
): LoanDay[] =>
  Array.from({ length: daysBetween(on, end.dueOn) + DAYS_AFTER + 1 }, (_, n) => {
    const date = addDays(on, n);
    return {
      date,
      open: isOpen(calendar.branch, calendar.calendars, date),
      fine: fineBackOn(date, end, { ...calendar, rule: rules.fine, price }),
      stopped: rules.suspension
        ? suspensionDays(rules.suspension, Math.max(0, daysBetween(end.dueOn, date)))
        : 0,
    };
  });

/** What a loan that nobody recalled costs when it is back at noon of a day. */
export const fineBackOn = (
  returnedOn: LocalDate,
  end: LoanEnd,
  facts: BranchCalendar & { rule: Rules['fine']; price: number },
): number =>
  fineFor({
    ...facts,
    loan: { ...end, recall: null },
    returnedOn,
    now: instantOf(returnedOn, '12:00'),
  }).amount;
