import { aPolicy } from '../../tests/builders/documents';
import { autoRenewsOn, longestAutoRenewal } from './auto-renewal';

const TODAY = '2026-11-22';
const asks = (dueOn: string, autoRenewDays: number | null, renewedByItselfOn?: string) =>
  autoRenewsOn(TODAY, { dueOn, ...(renewedByItselfOn && { renewedByItselfOn }) }, { autoRenewDays });

describe('a loan that renews by itself', () => {
  it('does so from so many days before its last day up to that day', () => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25'];
    expect(days.map((day) => asks(day, 2))).toEqual([false, true, true, false]);
    expect(days.map((day) => asks(day, 0))).toEqual([false, true, false, false]);
  });

  it('does so once a day, and never where the rules do not say it', () => {
    expect(asks('2026-11-23', 2, '2026-11-22')).toBe(false);
    expect(asks('2026-11-23', 2, '2026-11-21')).toBe(true);
    expect(asks('2026-11-22', null)).toBe(false);
  });
});

it('loans are looked through as far ahead as any row says, and not at all where none does', () => {
  const rows = (...days: (number | null)[]) => days.map((autoRenewDays) => aPolicy({ autoRenewDays }));
  expect(longestAutoRenewal(rows(null, 0, 3, 1))).toBe(3);
  expect(longestAutoRenewal(rows(0))).toBe(0);
  expect([longestAutoRenewal(rows(null)), longestAutoRenewal([])]).toEqual([null, null]);
});
