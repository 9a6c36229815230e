import {
  addDays,
  addYears,
  ageOn,
  daysBetween,
  instantOf,
  isLocalDate,
  localDateOf,
  localTimeOf,
  weekdayOf,
} from './local-date';

describe('library-local days', () => {
  it('begins a day at 16:00 UTC of the day before', () => {
    expect(localDateOf('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
    expect(localDateOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(localTimeOf('2026-11-22T16:05:00.000Z')).toBe('00:05');
  });
  it('turns a local day and time into the moment', () => {
    expect(instantOf('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
    expect(instantOf('2026-11-23', '09:30')).toBe('2026-11-23T01:30:00.000Z');
  });
  it('counts days over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-11-22', '2026-12-22')).toBe(30);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
    expect(weekdayOf('2026-11-22')).toBe(0);
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  });
  it('counts an age by the birthday, not the year', () => {
    expect(ageOn('2012-11-23', '2026-11-22')).toBe(13);
    expect(ageOn('2012-11-22', '2026-11-22')).toBe(14);
  });
  it('knows days that do not exist', () => {
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-2-9')).toBe(false);
    expect(isLocalDate('2026-02-09')).toBe(true);
  });
});
