import fc from 'fast-check';
import { addDays } from '../kernel/local-date';
import { lastDayOfWait, refusalsToWait, type WaitingDays } from './waiting-days';

const today = '2026-11-22';
const days = (changes: Partial<WaitingDays> = {}): WaitingDays => ({
  rules: { holdLongestDays: null, holdShortestDays: 0 },
  countsFrom: today,
  startsOn: null,
  neededUntil: null,
  today,
  ...changes,
});
const refusals = (changes: Partial<WaitingDays>) => refusalsToWait(days(changes));

describe('the days of a hold', () => {
  it('end today at the earliest', () => {
    expect(refusals({ neededUntil: '2026-11-21' })).toEqual([
      { code: 'hold_ends_too_early', endsOn: '2026-11-21', earliest: today },
    ]);
    expect(refusals({ neededUntil: today })).toEqual([]);
  });
  it('do not end before they start', () => {
    const startsOn = '2026-12-01';
    expect(refusals({ startsOn, neededUntil: '2026-11-30' })).toEqual([
      { code: 'hold_ends_too_early', endsOn: '2026-11-30', earliest: startsOn },
    ]);
    expect(refusals({ startsOn, neededUntil: startsOn })).toEqual([]);
  });
  it('are at least as many as the rules ask for, from the start on', () => {
    const rules = { holdLongestDays: null, holdShortestDays: 3 };
    expect(refusals({ rules, neededUntil: '2026-11-24' })).toMatchObject([{ earliest: '2026-11-25' }]);
    expect(refusals({ rules, neededUntil: '2026-11-25' })).toEqual([]);
    expect(refusals({ rules, startsOn: '2026-12-01', neededUntil: '2026-12-03' })).toMatchObject([
      { earliest: '2026-12-04' },
    ]);
    expect(refusals({ rules, startsOn: '2026-11-01', neededUntil: '2026-11-25' })).toEqual([]);
  });
  it('are at most as many, from the start on, and from the day of placing where there is none', () => {
    const rules = { holdLongestDays: 60, holdShortestDays: 0 };
    expect(refusals({ rules, neededUntil: '2027-01-21' })).toEqual([]);
    expect(refusals({ rules, neededUntil: '2027-01-22' })).toEqual([{ code: 'hold_too_long', mostDays: 60 }]);
    expect(refusals({ rules, startsOn: '2026-12-22', neededUntil: '2027-02-20' })).toEqual([]);
    expect(refusals({ rules, startsOn: '2026-12-22', neededUntil: '2027-02-21' })).toMatchObject([
      { code: 'hold_too_long' },
    ]);
    expect(refusals({ rules, countsFrom: '2026-11-10', neededUntil: '2027-01-10' })).toMatchObject([
      { code: 'hold_too_long' },
    ]);
  });
  it('start within two years, and end within five of their start where the rules set no longest wait', () => {
    expect(refusals({ startsOn: '2028-11-23' })).toEqual([]);
    expect(refusals({ startsOn: '2028-11-24' })).toEqual([
      { code: 'hold_starts_too_late', startsOn: '2028-11-24', latest: '2028-11-23' },
    ]);
    expect(refusals({ neededUntil: addDays(today, 1830) })).toEqual([]);
    expect(refusals({ neededUntil: addDays(today, 1831) })).toEqual([
      { code: 'hold_too_long', mostDays: 1830 },
    ]);
  });
  it('count from no day before that of placing, and never end before today', () => {
    const rules = { holdLongestDays: 30, holdShortestDays: 0 };
    expect(lastDayOfWait(days({ rules, startsOn: '2026-01-01' }))).toBe('2026-12-22');
    expect(refusals({ rules, startsOn: '2026-01-01', neededUntil: '2026-12-22' })).toEqual([]);
    expect(refusals({ rules, startsOn: '2026-01-01', neededUntil: '2026-12-23' })).toMatchObject([
      { code: 'hold_too_long' },
    ]);
    expect(lastDayOfWait(days({ rules, countsFrom: '2026-01-01' }))).toBe(today);
  });
  it('without an asked end are always taken, and end when the rules say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.integer({ min: -90, max: 732 })),
        (most, least, ahead) => {
          const startsOn = ahead === null ? null : addDays(today, ahead);
          const rules = { holdLongestDays: most, holdShortestDays: least };
          const facts = days({ rules, startsOn });
          expect(refusalsToWait(facts)).toEqual([]);
          expect(lastDayOfWait(facts)).toBe(
            addDays(startsOn !== null && startsOn > today ? startsOn : today, most),
          );
        },
      ),
    );
  });
});
