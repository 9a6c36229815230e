import { aBranch, closedOn, rules } from './builders';
import { laterEvent } from './offline';
import { hasRunOut, shelfUntil } from './shelf-date';

describe('the hold shelf', () => {
  const calendar = { branch: aBranch({ weeklyHours: closedOn(1) }), calendars: [] };
  it('keeps a copy for so many open days after today', () => {
    expect(shelfUntil('2026-11-22', rules({ holdShelfDays: 3 }), calendar)).toBe('2026-11-26');
    expect(shelfUntil('2026-11-24', rules({ holdShelfDays: 3 }), calendar)).toBe('2026-11-27');
    expect(shelfUntil('2026-11-23', rules({ holdShelfDays: 0 }), calendar)).toBe('2026-11-24');
  });
  it('keeps it no longer than the reader wants it, and no longer because they want it longer', () => {
    const until = (neededUntil: string | null) =>
      shelfUntil('2026-11-24', rules(), calendar, { neededUntil });
    expect([until('2026-11-25'), until('2026-12-25'), until(null)]).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-11-27',
    ]);
  });
  it('keeps it on the last day and not the day after', () => {
    expect(hasRunOut({ pickUpBy: '2026-11-25' }, '2026-11-25')).toBe(false);
    expect(hasRunOut({ pickUpBy: '2026-11-25' }, '2026-11-26')).toBe(true);
    expect(hasRunOut({ pickUpBy: null }, '2026-11-26')).toBe(false);
  });
});

describe('a scan made without network', () => {
  const at = '2026-11-22T02:00:00.000Z';
  it('counts unless something happened to the copy after it', () => {
    const changed = (changedAt: string) => laterEvent({ changedAt, status: 'on_loan' }, at);
    expect(changed('2026-11-22T01:59:59.999Z')).toBeNull();
    expect(changed(at)).toBeNull();
    expect(changed('2026-11-22T02:00:00.001Z')).toEqual({
      code: 'later_event',
      at: '2026-11-22T02:00:00.001Z',
      what: 'on_loan',
    });
  });
});
