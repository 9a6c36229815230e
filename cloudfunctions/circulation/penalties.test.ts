import { lossCharge, refundOfLoss } from './loss';
import { afterNoShow, blockForNoShow, countedNoShows, noShowsAfterCollecting } from './no-show';
import { suspendedUntil, suspensionDays } from './suspension';

const today = '2026-11-22';

describe('days without borrowing', () => {
  const rule = { daysPerDay: 2, graceDays: 3, most: 20 };
  it('are none up to the grace, and past it count the whole lateness', () =>
    expect([0, 3, 4].map((late) => suspensionDays(rule, late))).toEqual([0, 0, 8]));
  it('stop at the most', () =>
    expect([10, 11, 500].map((late) => suspensionDays(rule, late))).toEqual([20, 20, 20]));
  it('have no most where none is named', () =>
    expect(suspensionDays({ ...rule, most: null }, 500)).toBe(1000));
  it('run from today, or on from those that the reader has', () => {
    const of = (before: string | null) => suspendedUntil({ rule, daysOverdue: 4, before, today });
    expect(of(null)).toBe('2026-11-30');
    expect(of('2026-11-21')).toBe('2026-11-30');
    expect(of('2026-11-24')).toBe('2026-12-02');
    const beside = (before: string) =>
      suspendedUntil({ rule: { ...rule, sideBySide: true }, daysOverdue: 4, before, today });
    expect([beside('2026-11-29'), beside('2026-12-01')]).toEqual(['2026-11-30', '2026-12-01']);
    expect(suspendedUntil({ rule, daysOverdue: 3, before: '2026-12-01', today })).toBeNull();
  });
});

describe('holds not collected', () => {
  const rule = { count: 3, inARow: true, withinDays: null, blockDays: 5 };
  const days = ['2026-10-01', '2026-11-01', today];
  it('block from the number that the rules name', () => {
    expect(blockForNoShow({ rule, noShows: days.slice(1), today })).toBeNull();
    expect(blockForNoShow({ rule, noShows: days, today })).toBe('2026-11-27');
  });
  it('are counted anew once they have blocked, and never shorten a suspension', () => {
    const reader = (until: string | null) => ({ noShows: days.slice(0, 2), suspendedUntil: until });
    expect(afterNoShow(reader(null), { ...rule, count: 4 }, today)).toEqual({ noShows: days });
    expect(afterNoShow(reader(null), null, today)).toEqual({ noShows: days });
    expect(afterNoShow(reader(null), rule, today)).toEqual({ noShows: [], suspendedUntil: '2026-11-27' });
    expect(afterNoShow(reader('2026-12-24'), rule, today).suspendedUntil).toBe('2026-12-24');
    expect(afterNoShow(reader(null), { ...rule, onlyHolds: true }, today)).toEqual({
      noShows: [],
      holdsStoppedUntil: '2026-11-27',
    });
  });
  it('count within so many days, today included', () => {
    expect(countedNoShows({ withinDays: 53 }, days, today)).toBe(3);
    expect(countedNoShows({ withinDays: 52 }, days, today)).toBe(2);
    expect(countedNoShows({ withinDays: 1 }, days, today)).toBe(1);
  });
  it('are forgotten with the next that is collected, only where those in a row count', () => {
    expect(noShowsAfterCollecting(rule, days)).toEqual([]);
    expect(noShowsAfterCollecting({ ...rule, inARow: false }, days)).toEqual(days);
    expect(noShowsAfterCollecting(null, days)).toEqual(days);
  });
});

describe('a lost copy', () => {
  const rule = { timesPrice: 1.5, withoutPrice: 5000, processing: 500, refundDays: 30, withLateFine: true };
  it('costs its price so many times, to the fen, and the work', () =>
    expect(lossCharge(rule, 3333)).toEqual({ forCopy: 5000, processing: 500 }));
  it('costs a sum when no price is known', () =>
    expect(lossCharge(rule, 0)).toEqual({ forCopy: 5000, processing: 500 }));
  it('gives the price back up to the last day for it, the work never', () => {
    const back = (foundOn: string, refundDays: number | null = 30) =>
      refundOfLoss({ refundDays }, { forCopy: 5000, lostOn: '2026-11-01', foundOn });
    expect(back('2026-12-01')).toBe(5000);
    expect(back('2026-12-02')).toBe(0);
    expect(back('2026-11-01', null)).toBe(0);
    expect(back('2026-11-01', 0)).toBe(5000);
  });
});
