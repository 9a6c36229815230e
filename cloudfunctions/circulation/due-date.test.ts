import fc from 'fast-check';
import { aBranch, closedDays, closedOn } from '../../tests/builders/documents';
import { addDays, instantOf, localDateOf } from '../kernel/local-date';
import { isOpen } from './calendar';
import { loanEnd, type DueDateFacts } from './due-date';

const facts = (
  rules: Partial<DueDateFacts['rules']> = {},
  branch = aBranch(),
  cardExpiresOn: string | null = '2030-12-31',
): DueDateFacts => ({
  rules: { dueDateMode: 'plain', endsAtClosing: true, endsAtOpening: false, capAtCardExpiry: true, ...rules },
  branch,
  calendars: [],
  cardExpiresOn,
});
const from = (on: string, time = '10:00') => ({ on, at: instantOf(on, time) });
const days = (on: string, count: number, of: DueDateFacts) =>
  loanEnd(from(on), { count, unit: 'days' }, of).dueOn;
const hours = (on: string, time: string, count: number, of: DueDateFacts) =>
  loanEnd(from(on, time), { count, unit: 'hours' }, of);

describe('the last day of a loan', () => {
  const closedMondays = aBranch({ weeklyHours: closedOn(1) });
  it('is counted in plain days, open or closed', () => {
    expect(days('2026-11-23', 28, facts({}, closedMondays))).toBe('2026-12-21');
  });
  it('moves off a closed day to the next or the previous open day', () => {
    expect(days('2026-11-23', 28, facts({ dueDateMode: 'next_open_day' }, closedMondays))).toBe('2026-12-22');
    expect(days('2026-11-23', 28, facts({ dueDateMode: 'previous_open_day' }, closedMondays))).toBe(
      '2026-12-20',
    );
    expect(days('2026-11-24', 28, facts({ dueDateMode: 'next_open_day' }, closedMondays))).toBe('2026-12-22');
  });
  it('never moves back to the day of the check-out: there has to be a loan', () => {
    const closed = aBranch({ exceptions: closedDays('2026-11-24', '2026-11-25') });
    expect(days('2026-11-23', 2, facts({ dueDateMode: 'previous_open_day' }, closed))).toBe('2026-11-26');
  });
  it('keeps the weekday of loans of whole weeks, however many weeks are closed', () => {
    const closed = aBranch({ exceptions: closedDays('2026-12-06', '2026-12-13') });
    expect(days('2026-11-22', 14, facts({ dueDateMode: 'same_weekday' }, closed))).toBe('2026-12-20');
  });
  it('has no weekday to keep for other loans, or on a weekday that never opens', () => {
    const closed = aBranch({ exceptions: closedDays('2026-11-27') });
    expect(days('2026-11-22', 5, facts({ dueDateMode: 'same_weekday' }, closed))).toBe('2026-11-28');
    expect(days('2026-11-23', 7, facts({ dueDateMode: 'same_weekday' }, closedMondays))).toBe('2026-12-01');
  });
  it('counts open days only where the rules say so', () => {
    const weekdays = aBranch({ weeklyHours: closedOn(0, 6) });
    expect(days('2026-11-23', 5, facts({ dueDateMode: 'open_days_only' }, weekdays))).toBe('2026-11-30');
  });
  it('ends with the card, and not a day before', () => {
    expect(days('2026-11-22', 30, facts({}, aBranch(), '2026-12-22'))).toBe('2026-12-22');
    expect(days('2026-11-22', 30, facts({}, aBranch(), '2026-12-21'))).toBe('2026-12-21');
    expect(days('2026-11-22', 30, facts({ capAtCardExpiry: false }, aBranch(), '2026-12-21'))).toBe(
      '2026-12-22',
    );
    expect(days('2026-11-22', 30, facts({}, aBranch(), null))).toBe('2026-12-22');
  });
  it('moves back from a closed day on which the card ends, but only where the calendar matters', () => {
    const next = facts({ dueDateMode: 'next_open_day' }, closedMondays, '2026-12-07');
    expect(days('2026-11-24', 30, next)).toBe('2026-12-06');
    expect(days('2026-11-24', 30, facts({}, closedMondays, '2026-12-07'))).toBe('2026-12-07');
  });
  it('is open, not before the start, and not past the card, in every mode that asks the calendar', () => {
    const modes = ['next_open_day', 'previous_open_day', 'same_weekday', 'open_days_only'] as const;
    const closures = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(...modes),
        fc.integer({ min: 1, max: 40 }),
        closures,
        fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 4 }),
        (dueDateMode, count, closed, weekdays) => {
          const start = '2026-11-22';
          const branch = aBranch({
            weeklyHours: closedOn(...weekdays),
            exceptions: closedDays(...closed.map((day) => addDays(start, day))),
          });
          const end = days(start, count, facts({ dueDateMode }, branch));
          expect(isOpen(branch, [], end)).toBe(true);
          expect(end > start).toBe(true);
        },
      ),
    );
  });
});

describe('the last moment of a loan in hours', () => {
  const tenToFour = aBranch({
    weeklyHours: Array.from({ length: 7 }, () => ({ from: '10:00', to: '16:00' })),
  });
  it('is so many hours on', () => {
    expect(hours('2026-11-22', '10:00', 3, facts({}, tenToFour))).toEqual({
      dueOn: '2026-11-22',
      dueAt: instantOf('2026-11-22', '13:00'),
    });
  });
  it('is the closing at the latest', () => {
    expect(hours('2026-11-22', '13:00', 3, facts({}, tenToFour)).dueAt).toBe(
      instantOf('2026-11-22', '16:00'),
    );
    expect(hours('2026-11-22', '13:01', 3, facts({}, tenToFour)).dueAt).toBe(
      instantOf('2026-11-22', '16:00'),
    );
    expect(hours('2026-11-22', '14:00', 3, facts({ endsAtClosing: false }, tenToFour)).dueAt).toBe(
      instantOf('2026-11-22', '17:00'),
    );
  });
  it('is the closing before when it falls into the night or on a closed day', () => {
    expect(hours('2026-11-22', '14:00', 12, facts({}, tenToFour)).dueAt).toBe(
      instantOf('2026-11-22', '16:00'),
    );
    const closed = aBranch({ ...tenToFour, exceptions: closedDays('2026-11-23') });
    expect(hours('2026-11-22', '14:00', 24, facts({}, closed)).dueAt).toBe(instantOf('2026-11-22', '16:00'));
    expect(hours('2026-11-22', '14:00', 24, facts({}, tenToFour)).dueAt).toBe(
      instantOf('2026-11-23', '14:00'),
    );
  });
  it('is the next opening where the rules say so, over closed days too', () => {
    const opening = facts(
      { endsAtOpening: true },
      aBranch({ ...tenToFour, exceptions: closedDays('2026-11-24') }),
    );
    expect(hours('2026-11-22', '13:00', 3, opening).dueAt).toBe(instantOf('2026-11-22', '16:00'));
    expect(hours('2026-11-22', '13:01', 3, opening).dueAt).toBe(instantOf('2026-11-23', '10:00'));
    expect(hours('2026-11-22', '14:00', 12, opening).dueAt).toBe(instantOf('2026-11-23', '10:00'));
    expect(hours('2026-11-23', '14:00', 12, opening).dueAt).toBe(instantOf('2026-11-25', '10:00'));
  });
  it('keeps to the spans of a day that is closed at midday', () => {
    const pauses = [{ from: '12:00', to: '14:00' }];
    const midday = aBranch({
      weeklyHours: Array.from({ length: 7 }, () => ({ from: '09:00', to: '17:00', pauses })),
    });
    const end = (time: string, rules: Partial<DueDateFacts['rules']> = {}) =>
      hours('2026-11-22', time, 2, facts(rules, midday)).dueAt?.slice(11, 16);
    // 12:00, 12:00 and 14:00 where the library stands.
    expect([end('10:00'), end('10:01'), end('12:00')]).toEqual(['04:00', '04:00', '06:00']);
    const opening = { endsAtClosing: false, endsAtOpening: true };
    expect([end('10:00', opening), end('10:01', opening), end('12:00', opening)]).toEqual([
      '04:00',
      '06:00',
      '06:00',
    ]);
  });
  it('stays as it is when the branch lends after its closing', () => {
    expect(hours('2026-11-22', '17:00', 2, facts({}, tenToFour)).dueAt).toBe(
      instantOf('2026-11-22', '19:00'),
    );
  });
  it('ends with the card', () => {
    expect(hours('2026-11-22', '14:00', 24, facts({}, tenToFour, '2026-11-22'))).toEqual({
      dueOn: '2026-11-22',
      dueAt: instantOf('2026-11-22', '23:59'),
    });
  });
  it('falls on the day that is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.boolean(), (count, endsAtClosing) => {
        const { dueOn, dueAt } = hours('2026-11-22', '11:30', count, facts({ endsAtClosing }, tenToFour));
        expect(dueAt && localDateOf(dueAt)).toBe(dueOn);
        expect((dueAt ?? '') > instantOf('2026-11-22', '11:30')).toBe(true);
      }),
    );
  });
});
