import fc from 'fast-check';
import { aBranch, aFine, anOpenLoan, closedDays, closedOn } from '../../tests/builders/documents';
import { addDays, instantOf } from '../kernel/local-date';
import { fallsIn, fineFor, type FineFacts } from './fines';

const DUE = '2026-11-10';
const facts = (returnedOn: string, changes: Partial<FineFacts> = {}): FineFacts => ({
  rule: aFine(),
  loan: anOpenLoan({ dueOn: DUE }),
  price: 0,
  branch: aBranch(),
  calendars: [],
  returnedOn,
  now: instantOf(returnedOn, '12:00'),
  ...changes,
});
const fine = (daysLate: number, changes: Partial<FineFacts> = {}) =>
  fineFor(facts(addDays(DUE, daysLate), changes)).amount;
const recall = { holdId: 'h', on: '2026-11-01', dueOnBefore: '2026-12-01' };

describe('a fine', () => {
  it('begins on the day after the last day', () => {
    expect([fine(-3), fine(0), fine(1), fine(2)]).toEqual([0, 0, 10, 20]);
  });
  it('is none where the library has none', () => expect(fine(100, { rule: null })).toBe(0));
  it('counts a span begun as a whole one', () => {
    const weekly = aFine({ amount: 100, per: { count: 7, unit: 'days' } });
    expect([1, 7, 8, 14].map((late) => fine(late, { rule: weekly }))).toEqual([100, 100, 200, 200]);
  });
  it('counts only spans that are over where the rules say so', () => {
    const weekly = aFine({ amount: 100, per: { count: 7, unit: 'days' }, fullSpansOnly: true });
    expect([6, 7, 13, 14].map((late) => fine(late, { rule: weekly }))).toEqual([0, 100, 100, 200]);
  });
  it('grows faster past a step, and past the next', () => {
    const steps = [
      { after: 60, amount: 50 },
      { after: 30, amount: 20 },
    ];
    const rule = aFine({ steps });
    expect([30, 31, 60, 61].map((late) => fine(late, { rule }))).toEqual([300, 320, 900, 950]);
    const loan = anOpenLoan({ dueOn: DUE, recall });
    expect(fine(31, { rule: aFine({ steps, amountWhenRecalled: 100 }), loan })).toBe(3100);
  });
  it('costs nothing up to the grace, and past it from the first day', () => {
    const rule = aFine({ grace: { count: 3, unit: 'days' } });
    expect([fine(3, { rule }), fine(4, { rule })]).toEqual([0, 40]);
  });
  it('stops at the cap, and at the price of the copy where it is known', () => {
    expect([100, 101, 102].map((late) => fine(late, { rule: aFine({ cap: 1010 }) }))).toEqual([
      1000, 1010, 1010,
    ]);
    const atPrice = aFine({ cap: 5000, capAtPrice: true });
    expect(fine(200, { rule: atPrice, price: 1500 })).toBe(1500);
    expect(fine(200, { rule: atPrice, price: 0 })).toBe(2000);
    expect(fine(200, { rule: aFine({ capAtPrice: false }), price: 1500 })).toBe(2000);
  });
  it('leaves out closed days where the rules say so, for the grace too', () => {
    const branch = aBranch({ exceptions: closedDays('2026-11-11', '2026-11-13', DUE) });
    expect(fine(5, { rule: aFine({ closedDaysFree: true }), branch })).toBe(30);
    expect(fine(5, { rule: aFine(), branch })).toBe(50);
    const graced = aFine({ closedDaysFree: true, grace: { count: 3, unit: 'days' } });
    expect([fine(5, { rule: graced, branch }), fine(6, { rule: graced, branch })]).toEqual([0, 40]);
    expect(
      fine(7, { rule: aFine({ closedDaysFree: true }), branch: aBranch({ weeklyHours: closedOn(0, 6) }) }),
    ).toBe(50);
  });
  it('is none for what comes back in an amnesty, on both its ends and not around them', () => {
    const rule = aFine({ amnesties: [{ from: '11-15', to: '11-20', why: '读书月' }] });
    expect([4, 5, 10, 11].map((late) => fine(late, { rule }))).toEqual([40, 0, 0, 110]);
  });
  it('of a recalled loan has a rate of its own, and no grace where the rules say so', () => {
    const loan = anOpenLoan({ dueOn: DUE, recall });
    const rule = aFine({
      amountWhenRecalled: 500,
      grace: { count: 5, unit: 'days' },
      graceWhenRecalled: false,
    });
    expect(fine(5, { rule, loan })).toBe(2500);
    expect(fine(5, { rule })).toBe(0);
    expect(fine(6, { rule })).toBe(60);
    expect(fine(5, { rule: { ...rule, graceWhenRecalled: true }, loan })).toBe(0);
    expect(fine(6, { rule: aFine(), loan })).toBe(60);
  });
  it('says what made it what it is', () => {
    const rule = aFine({ cap: 30, closedDaysFree: true });
    const branch = aBranch({ exceptions: closedDays('2026-11-11') });
    expect(fineFor(facts('2026-11-20', { rule, branch }))).toEqual({
      amount: 30,
      units: 9,
      why: [
        { why: 'closed_days', minutes: 1440 },
        { why: 'cap', cap: 30 },
      ],
    });
  });
  it('never falls while the copy stays out, unless an amnesty comes', () => {
    const aRule = fc.record({
      amount: fc.integer({ min: 0, max: 500 }),
      count: fc.integer({ min: 1, max: 10 }),
      grace: fc.option(fc.integer({ min: 0, max: 10 })),
      cap: fc.option(fc.integer({ min: 0, max: 5000 })),
      closedDaysFree: fc.boolean(),
    });
    const branch = aBranch({ weeklyHours: closedOn(1) });
    fc.assert(
      fc.property(aRule, fc.integer({ min: 0, max: 100 }), ({ amount, count, grace, ...rest }, late) => {
        const rule = aFine({
          ...rest,
          amount,
          per: { count, unit: 'days' },
          grace: grace === null ? null : { count: grace, unit: 'days' },
        });
        expect(fine(late + 1, { rule, branch })).toBeGreaterThanOrEqual(fine(late, { rule, branch }));
      }),
    );
  });
});

describe('the fine of a loan in hours', () => {
  const loan = anOpenLoan({ dueOn: DUE, dueAt: instantOf(DUE, '16:00') });
  const hourly = aFine({ amount: 100, per: { count: 1, unit: 'hours' } });
  const at = (time: string, rule = hourly) =>
    fineFor({ ...facts(DUE, { rule, loan }), now: instantOf(DUE, time) }).amount;
  it('counts hours from the last moment, an hour begun as a whole one', () => {
    expect([at('16:00'), at('16:01'), at('17:00'), at('17:01')]).toEqual([0, 100, 100, 200]);
  });
  it('has a grace of minutes past which it counts whole', () => {
    const graced = aFine({ ...hourly, grace: { count: 1, unit: 'hours' } });
    expect([at('17:00', graced), at('17:01', graced)]).toEqual([0, 200]);
  });
  it('leaves out the hours of closed days', () => {
    const branch = aBranch({ exceptions: closedDays('2026-11-11') });
    const rule = aFine({ ...hourly, closedDaysFree: true });
    expect(fineFor(facts('2026-11-12', { rule, loan, branch })).units).toBe(20);
  });
  it('leaves out nights and middays where the rules say so, and only of loans by the hour', () => {
    const hours = { from: '09:00', to: '18:00', pauses: [{ from: '12:00', to: '14:00' }] };
    const branch = aBranch({ weeklyHours: Array.from({ length: 7 }, () => hours) });
    const rule = aFine({ ...hourly, closedHoursFree: true });
    const units = (on: string, time: string) =>
      fineFor({ ...facts(on, { rule, loan, branch }), now: instantOf(on, time) }).units;
    // Due at 16:00: two hours to the closing, three in the morning, and one from 14:00 on.
    expect([units(DUE, '18:00'), units('2026-11-11', '09:00'), units('2026-11-11', '09:01')]).toEqual([
      2, 2, 3,
    ]);
    expect([units('2026-11-11', '12:00'), units('2026-11-11', '14:00')]).toEqual([5, 5]);
    expect(units('2026-11-11', '15:00')).toBe(6);
    expect(fine(5, { rule: aFine({ closedHoursFree: true }), branch })).toBe(50);
  });
  it('takes a copy from the book drop as brought back with the first minute of the day', () => {
    const dropped = { ...facts(DUE, { rule: hourly, loan }), now: instantOf('2026-11-12', '09:00') };
    expect(fineFor(dropped).amount).toBe(0);
  });
});

describe('a span of days', () => {
  it('comes every year or once, and may run over New Year', () => {
    expect(fallsIn({ from: '04-01', to: '04-30' }, '2031-04-30')).toBe(true);
    expect(fallsIn({ from: '04-01', to: '04-30' }, '2031-05-01')).toBe(false);
    expect(fallsIn({ from: '2026-04-01', to: '2026-04-30' }, '2027-04-10')).toBe(false);
    expect(fallsIn({ from: '2026-04-01', to: '2026-04-30' }, '2026-04-01')).toBe(true);
    const winter = { from: '12-20', to: '01-10' };
    expect(
      ['2026-12-19', '2026-12-20', '2027-01-10', '2027-01-11'].map((day) => fallsIn(winter, day)),
    ).toEqual([false, true, true, false]);
  });
});
