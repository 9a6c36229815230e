import { absentUntil, withAbsence } from './absences';

const rule = { count: 3, withinDays: 90, days: 7 };
const missed = (...missedEvents: string[]) => ({ missedEvents });

describe('who did not come', () => {
  it('waits after the third time, for a week from the last', () => {
    expect(absentUntil(missed('2026-11-01', '2026-11-10'), rule, '2026-11-12')).toBeNull();
    expect(absentUntil(missed('2026-11-01', '2026-11-10', '2026-11-12'), rule, '2026-11-12')).toBe(
      '2026-11-19',
    );
    expect(absentUntil(missed('2026-11-01', '2026-11-10', '2026-11-12'), rule, '2026-11-20')).toBeNull();
  });
  it('is forgotten: what is ninety days ago counts no more', () =>
    expect(absentUntil(missed('2026-08-14', '2026-11-10', '2026-11-12'), rule, '2026-11-12')).toBeNull());
  it('is never stopped where the library counts nothing', () =>
    expect(
      absentUntil(missed('2026-11-10', '2026-11-11', '2026-11-12'), { ...rule, count: 0 }, '2026-11-12'),
    ).toBeNull());
  it('has a day counted once, and what has faded goes from the record', () =>
    expect(withAbsence(missed('2026-05-01', '2026-11-10'), '2026-11-10', rule, '2026-11-12')).toEqual([
      '2026-11-10',
    ]));
});
