import { aBranch, closedOn } from '../../tests/builders/documents';
import { isOpen, nearestOpenDay, openDaysAfter } from './calendar';

const spring2026 = [
  {
    _id: '2026',
    holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' },
    workdays: { '2026-10-10': '国庆节' },
  },
];

describe('opening days', () => {
  it('follow the week', () => {
    const branch = aBranch({ weeklyHours: closedOn(1) });
    expect(isOpen(branch, [], '2026-11-23')).toBe(false);
    expect(isOpen(branch, [], '2026-11-24')).toBe(true);
  });
  it('leave public holidays out only where the branch closes on them', () => {
    expect(isOpen(aBranch({ closedOnPublicHolidays: true }), spring2026, '2026-10-01')).toBe(false);
    expect(isOpen(aBranch({ closedOnPublicHolidays: true }), spring2026, '2026-10-03')).toBe(true);
    expect(isOpen(aBranch(), spring2026, '2026-10-01')).toBe(true);
  });
  it('let a single exception win over everything, in both directions', () => {
    const branch = aBranch({
      closedOnPublicHolidays: true,
      weeklyHours: closedOn(0),
      exceptions: {
        '2026-10-01': { open: { from: '10:00', to: '16:00' }, why: '节日开放' },
        '2026-11-24': { open: null, why: '闭馆整理' },
      },
    });
    expect(isOpen(branch, spring2026, '2026-10-01')).toBe(true);
    expect(isOpen(branch, spring2026, '2026-11-24')).toBe(false);
  });
  it('are found forwards and backwards from a closed run (given by the invenio closures test)', () => {
    const closed = ['2000-01-03', '2000-01-04', '2000-01-05', '2000-01-24', '2000-01-27', '2000-01-28'];
    for (let day = 9; day <= 22; day++) closed.push(`2000-01-${String(day).padStart(2, '0')}`);
    const exceptions = Object.fromEntries(closed.map((day) => [day, { open: null, why: '' }]));
    const opened = {
      '2000-01-29': { open: { from: '09:00', to: '17:00' }, why: '' },
      '2000-01-30': { open: { from: '09:00', to: '17:00' }, why: '' },
    };
    const branch = aBranch({ weeklyHours: closedOn(0, 6), exceptions: { ...exceptions, ...opened } });
    const next = (day: string) => nearestOpenDay(branch, [], day, 1);
    expect(
      ['2000-01-01', '2000-01-06', '2000-01-09', '2000-01-27', '2000-01-30', '2000-02-05'].map(next),
    ).toEqual(['2000-01-06', '2000-01-06', '2000-01-25', '2000-01-29', '2000-01-30', '2000-02-07']);
  });
  it('count the hold shelf: one open day from Monday, open Wednesday and Thursday, is Wednesday', () => {
    expect(openDaysAfter(aBranch({ weeklyHours: closedOn(0, 1, 2, 5, 6) }), [], '2020-01-20', 1)).toBe(
      '2020-01-22',
    );
  });
  it('never end: a branch that is always closed is an error, not a hang', () => {
    expect(() =>
      nearestOpenDay(aBranch({ weeklyHours: closedOn(0, 1, 2, 3, 4, 5, 6) }), [], '2026-11-22', 1),
    ).toThrow('no open day');
  });
});
