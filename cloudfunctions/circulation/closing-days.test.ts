import fc from 'fast-check';
import { aBranch, closedDays, closedOn, rules } from '../../tests/builders/documents';
import { addDays, instantOf } from '../kernel/local-date';
import { isOpen } from './calendar';
import {
  daysOf,
  endAfterClosure,
  overlap,
  shelfDateAfterClosure,
  withDaysClosed,
  withDaysOpened,
} from './closing-days';

const days = { from: '2026-12-01', to: '2026-12-03' };
const at = (branch = aBranch()) => ({ branch, calendars: [] });
const closed = (branch = aBranch()) => at(withDaysClosed(branch, days, '整修').branch);
const dueAfter = (dueOn: string, mode = rules(), calendar = closed()) =>
  endAfterClosure({ dueOn, dueAt: null }, { rules: mode, ...calendar }).dueOn;

describe('closing days', () => {
  it('names every day, both ends included', () =>
    expect(daysOf(days)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']));
  it('overlap when they share a day', () => {
    expect(overlap(days, { from: '2026-12-03', to: '2026-12-09' })).toBe(true);
    expect(overlap(days, { from: '2026-12-04', to: '2026-12-09' })).toBe(false);
  });
  it('moves a last day on them to the next open day, and no other', () => {
    expect(['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'].map((day) => dueAfter(day))).toEqual([
      '2026-11-30',
      '2026-12-04',
      '2026-12-04',
      '2026-12-04',
    ]);
  });
  it('never moves it back, whatever the rules do else', () =>
    expect(dueAfter('2026-12-02', rules({ dueDateMode: 'previous_open_day' }))).toBe('2026-12-04'));
  it('keeps the weekday where the rules do', () =>
    expect(dueAfter('2026-12-02', rules({ dueDateMode: 'same_weekday' }))).toBe('2026-12-09'));
  it('keeps the hour of a loan in hours, up to the closing', () => {
    const end = (time: string) =>
      endAfterClosure(
        { dueOn: '2026-12-02', dueAt: instantOf('2026-12-02', time) },
        { rules: rules(), ...closed() },
      );
    expect(end('15:00')).toEqual({ dueOn: '2026-12-04', dueAt: instantOf('2026-12-04', '15:00') });
    expect(end('22:00')).toEqual({ dueOn: '2026-12-04', dueAt: instantOf('2026-12-04', '21:00') });
  });
  it('gives the hold shelf the open days back that it loses', () => {
    const shelf = (pickUpBy: string, branch = aBranch()) =>
      shelfDateAfterClosure(pickUpBy, { days, before: at(branch), after: closed(branch) });
    expect(shelf('2026-12-02')).toBe('2026-12-05');
    expect(shelf('2026-12-05')).toBe('2026-12-08');
    const closedWednesdays = aBranch({ weeklyHours: closedOn(3) });
    expect(shelf('2026-12-05', closedWednesdays)).toBe('2026-12-07');
  });
  it('is undone to what stood before, whatever that was', () => {
    const exceptions = fc.dictionary(
      fc.integer({ min: 0, max: 9 }).map((n) => addDays('2026-11-28', n)),
      fc.constantFrom({ open: null, why: '内部会议' }, { open: { from: '10:00', to: '16:00' }, why: '活动' }),
    );
    fc.assert(
      fc.property(exceptions, (before) => {
        const branch = aBranch({ exceptions: before });
        const { branch: shut, exceptionsBefore } = withDaysClosed(branch, days, '整修');
        expect(daysOf(days).some((day) => isOpen(shut, [], day))).toBe(false);
        expect(withDaysOpened(shut, { ...days, why: '整修', exceptionsBefore })).toEqual(branch);
      }),
    );
  });
  it('leaves a day alone on undo that was given other hours since', () => {
    const { branch: shut, exceptionsBefore } = withDaysClosed(aBranch(), days, '整修');
    const hours = { open: { from: '13:00', to: '17:00' }, why: '提前开放' };
    const changed = {
      ...shut,
      exceptions: { ...shut.exceptions, '2026-12-02': hours, ...closedDays('2026-12-09') },
    };
    expect(withDaysOpened(changed, { ...days, why: '整修', exceptionsBefore }).exceptions).toEqual({
      '2026-12-02': hours,
      ...closedDays('2026-12-09'),
    });
  });
});
