import { aBranch } from '../../tests/builders/documents';
import { openingAt } from './opening';

/** A Tuesday; its local times. */
const at = (time: string): string => new Date(`2026-11-24T${time}:00+08:00`).toISOString();
const day = { from: '09:00', to: '17:00', pauses: [{ from: '12:00', to: '13:30' }] };
const branch = aBranch({ weeklyHours: [null, day, day, day, day, day, null], exceptions: {} });
const opening = (time: string, change: Partial<typeof branch> = {}) =>
  openingAt({ ...branch, ...change }, [], at(time));

describe('the doors of a branch', () => {
  it('open in the minute of opening and close in that of closing', () => {
    expect(opening('08:59')).toEqual({ open: false, on: '2026-11-24', from: '09:00' });
    expect(opening('09:00')).toEqual({ open: true, until: '12:00' });
    expect(opening('16:59')).toEqual({ open: true, until: '17:00' });
    expect(opening('17:00')).toEqual({ open: false, on: '2026-11-25', from: '09:00' });
  });
  it('are closed at midday, and open again the same day', () => {
    expect(opening('12:00')).toEqual({ open: false, on: '2026-11-24', from: '13:30' });
    expect(opening('13:30')).toEqual({ open: true, until: '17:00' });
  });
  it('open next after a closed day, a weekend and a holiday', () => {
    const closed = { '2026-11-25': { open: null, why: '检修' } };
    expect(opening('18:00', { exceptions: closed })).toEqual({
      open: false,
      on: '2026-11-26',
      from: '09:00',
    });
    const friday = new Date('2026-11-27T18:00:00+08:00').toISOString();
    expect(openingAt(branch, [], friday)).toEqual({ open: false, on: '2026-11-30', from: '09:00' });
  });
  it('say nothing of a day where none is near', () =>
    expect(opening('10:00', { weeklyHours: Array.from({ length: 7 }, () => null) })).toEqual({
      open: false,
    }));
});
