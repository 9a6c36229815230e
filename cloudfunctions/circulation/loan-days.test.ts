import { aBranch, aFine, closedOn, rules } from '../../tests/builders/documents';
import { loanDays } from './loan-days';

const facts = {
  branch: aBranch({ weeklyHours: closedOn(1) }),
  calendars: [],
  price: 0,
  rules: rules({
    fine: aFine({ amount: 10, closedDaysFree: true }),
    suspension: { daysPerDay: 2, graceDays: 1, most: null },
  }),
};
/** From a Sunday to a Friday. */
const days = loanDays('2026-11-22', { dueOn: '2026-11-27', dueAt: null }, facts);
const on = (date: string) => days.find((day) => day.date === date);

describe('the days of a loan', () => {
  it('go from the check-out to two weeks after the last day', () => {
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2026-11-22', '2026-12-11']);
  });

  it('are open or closed as the branch is', () => {
    expect([on('2026-11-23')?.open, on('2026-11-24')?.open]).toEqual([false, true]);
  });

  it('cost nothing up to the last day, and from the next on what lateness costs; a closed one adds nothing', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((date) => on(date)?.fine)).toEqual([
      0, 10, 20, 20,
    ]);
  });

  it('stop borrowing past the grace', () => {
    expect(['2026-11-28', '2026-11-29'].map((date) => on(date)?.stopped)).toEqual([0, 4]);
  });
});
