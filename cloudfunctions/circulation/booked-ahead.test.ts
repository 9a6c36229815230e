import {
  aBranch,
  aReader,
  aWaitingHold,
  anItem,
  anOpenLoan,
  callsOn,
  closedOn,
  copiesOnShelf,
  rules,
} from '../../tests/builders/documents';
import { lending, renewing, TODAY, NOW } from '../../tests/scenarios/scenario';
import { addDays, instantOf } from '../kernel/local-date';
import { bookedFrom } from './booked-ahead';
import { checkOutEnd, type CheckOutFacts } from './check-out';
import type { Queue } from './hold-queue';

const in10 = addDays(TODAY, 10);
const later = (startsOn: string, more: object = {}) =>
  aWaitingHold('reader-9', { holdId: `hold-${startsOn}`, startsOn, ...more });
const calendar = { branch: aBranch(), calendars: [] };
const from = (queue: Queue, free = 0) =>
  bookedFrom({
    queue,
    readerId: 'reader-1',
    item: anItem({ _id: 'copy-1' }),
    shelf: copiesOnShelf(free),
    callsBy: callsOn(TODAY),
  });

describe('a copy that is asked for from a later day on', () => {
  it('has to be there on the first of those days, where no free copy serves who asked', () => {
    expect(from([later(addDays(TODAY, 20)), later(in10)])).toBe(in10);
    expect(from([later(addDays(TODAY, 20)), later(in10)], 1)).toBe(addDays(TODAY, 20));
    expect(from([later(addDays(TODAY, 20)), later(in10)], 2)).toBeNull();
  });

  it('is not kept by free copies that those who have started need', () => {
    expect(from([aWaitingHold('reader-8'), later(in10)], 1)).toBe(in10);
    expect(from([aWaitingHold('reader-8'), later(in10)], 2)).toBeNull();
  });

  it('is asked for whatever stands free when it is this very copy, and not when it is another', () => {
    expect(from([later(in10, { wants: 'copy-1' })], 5)).toBe(in10);
    expect(from([later(in10, { wants: 'copy-2' })])).toBeNull();
  });

  it('does not stand against the reader who asked, nor for a hold that has run out or been served', () => {
    expect(from([later(in10, { readerId: 'reader-1' })])).toBeNull();
    expect(from([later(in10, { neededUntil: addDays(TODAY, -1) })])).toBeNull();
    expect(from([later(in10, { barcode: 'copy-2' })])).toBeNull();
  });
});

describe('a check-out of a copy that is asked for', () => {
  const facts = (changes: Partial<CheckOutFacts['rules']>, startsOn = in10): CheckOutFacts => ({
    reader: aReader({ _id: 'reader-1', expiresOn: '2099-12-31' }),
    item: anItem(),
    rules: rules({ loanPeriod: { count: 30, unit: 'days' }, ...changes }),
    queue: [later(startsOn)],
    callsBy: callsOn(TODAY),
    branchId: 'main',
    calendar,
    onSite: false,
    shelf: [],
    overdue: 0,
    childrenOwe: 0,
    today: TODAY,
    now: NOW,
  });

  it('ends the day before, or is refused when it would go past it, or goes on as ever', () => {
    const cut = facts({ bookedAhead: 'cut' });
    expect([lending(cut), checkOutEnd(cut, calendar).dueOn]).toEqual([[], addDays(TODAY, 9)]);
    expect(lending(facts({ bookedAhead: 'refused' }))).toEqual(['booked_ahead']);
    const ignored = facts({ bookedAhead: 'ignored' });
    expect([lending(ignored), checkOutEnd(ignored, calendar).dueOn]).toEqual([[], addDays(TODAY, 30)]);
  });

  it('is made whole when it is over before', () => {
    const short = { loanPeriod: { count: 9, unit: 'days' as const } };
    expect(lending(facts({ ...short, bookedAhead: 'refused' }))).toEqual([]);
    expect(lending(facts({ loanPeriod: { count: 10, unit: 'days' }, bookedAhead: 'refused' }))).toEqual([
      'booked_ahead',
    ]);
  });

  it('is refused where nothing would be left of it', () => {
    expect(lending(facts({ bookedAhead: 'cut' }, addDays(TODAY, 1)))).toEqual(['booked_ahead']);
    expect(lending(facts({ bookedAhead: 'cut' }, addDays(TODAY, 2)))).toEqual([]);
  });

  it('ends on an open day where last days are such', () => {
    const saturdayBefore = { branch: aBranch({ weeklyHours: closedOn(2) }), calendars: [] };
    // The day before is a Tuesday.
    const end = checkOutEnd(facts({ bookedAhead: 'cut', dueDateMode: 'next_open_day' }), saturdayBefore);
    expect(end.dueOn).toBe(addDays(TODAY, 8));
  });
});

describe('a renewal of a copy that is asked for', () => {
  const asked = (bookedAhead: 'cut' | 'refused' | 'ignored', startsOn: string) =>
    renewing({
      loan: anOpenLoan({ checkedOutOn: '2026-11-01', dueOn: addDays(TODAY, 5) }),
      rules: rules({ renewalPeriod: { count: 10, unit: 'days' }, bookedAhead }),
      bookedFrom: startsOn,
      now: instantOf(TODAY, '10:00'),
    });

  it('ends the day before; is refused where that gains nothing', () => {
    expect(asked('cut', in10)).toBe(addDays(TODAY, 9));
    expect(asked('cut', addDays(TODAY, 7))).toBe(addDays(TODAY, 6));
    expect(asked('cut', addDays(TODAY, 6))).toEqual(['booked_ahead']);
  });

  it('is refused when it would reach the day, where the rules cut none', () => {
    expect(asked('refused', addDays(TODAY, 15))).toEqual(['booked_ahead']);
    expect(asked('refused', addDays(TODAY, 16))).toBe(addDays(TODAY, 15));
  });

  it('goes on as ever where the rules do not mind', () =>
    expect(asked('ignored', in10)).toBe(addDays(TODAY, 15)));
});
