import { aBranch, aFine, anOpenLoan, closedOn, rules } from '../../tests/builders/documents';
import { addMonths, instantOf } from '../kernel/local-date';
import { loanEnd } from './due-date';
import { fineFor } from './fines';
import { shelfUntil } from './shelf-days';
import { suspendedUntil, suspensionDays } from './suspension';

const calendar = { branch: aBranch({ weeklyHours: closedOn(0, 6) }), calendars: [] };
const today = '2026-11-22';

describe('months', () => {
  it('end on the same day of the month, or on its last', () => {
    expect(addMonths('2026-11-22', 1)).toBe('2026-12-22');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2026-10-31', 6)).toBe('2027-04-30');
  });
  it('are moved off closed days like days', () => {
    const end = (mode: 'plain' | 'next_open_day' | 'open_days_only') =>
      loanEnd(
        { on: '2026-11-19', at: instantOf('2026-11-19', '10:00') },
        { count: 1, unit: 'months' },
        { ...calendar, rules: rules({ dueDateMode: mode }), cardExpiresOn: null },
      ).dueOn;
    expect([end('plain'), end('next_open_day'), end('open_days_only')]).toEqual([
      '2026-12-19',
      '2026-12-21',
      '2026-12-21',
    ]);
  });
});

describe('minutes', () => {
  const loan = anOpenLoan({ dueOn: today, dueAt: instantOf(today, '14:00') });
  const fine = (time: string, rule: Parameters<typeof fineFor>[0]['rule']) =>
    fineFor({ ...calendar, rule, loan, price: 0, returnedOn: today, now: instantOf(today, time) }).amount;
  it('are spans of a fine and of its grace', () => {
    const rule = aFine({
      amount: 50,
      per: { count: 30, unit: 'minutes' },
      grace: { count: 10, unit: 'minutes' },
    });
    expect([fine('14:10', rule), fine('14:11', rule), fine('14:30', rule), fine('14:31', rule)]).toEqual([
      0, 50, 50, 100,
    ]);
  });
});

describe('days without borrowing', () => {
  const fortnight = { daysPerDay: 15, perDays: 7, graceDays: 0, most: null };
  it('may be so many for each so many days late, whole ones only', () => {
    expect([6, 7, 13, 14].map((late) => suspensionDays(fortnight, late))).toEqual([0, 15, 15, 30]);
    expect(suspensionDays({ ...fortnight, most: 20 }, 14)).toBe(20);
  });
  it('are open days only, where the rules count those', () => {
    const rule = { daysPerDay: 1, graceDays: 0, most: null };
    const until = (openDays: boolean, daysOverdue: number, before: string | null = null) =>
      suspendedUntil({ rule: { ...rule, openDays }, daysOverdue, before, today, calendar });
    expect([until(false, 5), until(true, 5), until(true, 6)]).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-30',
    ]);
    expect(until(true, 1, '2026-11-27')).toBe('2026-11-30');
  });
});

describe('days on the hold shelf', () => {
  it('are open days, or days of the calendar that end on an open one', () => {
    const until = (holdShelfDays: number, holdShelfCounts: 'open_days' | 'calendar_days') =>
      shelfUntil(today, rules({ holdShelfDays, holdShelfCounts }), calendar);
    expect([until(5, 'open_days'), until(6, 'open_days')]).toEqual(['2026-11-27', '2026-11-30']);
    expect([until(5, 'calendar_days'), until(6, 'calendar_days'), until(8, 'calendar_days')]).toEqual([
      '2026-11-27',
      '2026-11-30',
      '2026-11-30',
    ]);
  });
});
