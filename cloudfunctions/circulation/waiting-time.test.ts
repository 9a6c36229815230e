import fc from 'fast-check';
import { LEAST_WAITS, pastError, waitingTimeFrom } from './waiting-time';

const waits = (count: number, days: (n: number) => number, place = { position: 1, copies: 1 }) =>
  Array.from({ length: count }, (_, n) => ({ ...place, days: days(n) }));

describe('the waiting time that a reader is told', () => {
  it('is a range that leaves out a tenth on both sides', () =>
    expect(
      waitingTimeFrom(
        waits(21, (n) => n),
        { position: 1, copies: 1 },
      ),
    ).toEqual({ from: 2, to: 18, sample: 21 }));
  it('is not told from too few waits', () => {
    expect(
      waitingTimeFrom(
        waits(LEAST_WAITS - 1, () => 9),
        { position: 1, copies: 1 },
      ),
    ).toBeNull();
    expect(
      waitingTimeFrom(
        waits(LEAST_WAITS, () => 9),
        { position: 1, copies: 1 },
      ),
    ).toEqual({
      from: 9,
      to: 9,
      sample: LEAST_WAITS,
    });
  });
  it('is taken from holds that waited as many turns: the fourth of two copies is the second of one', () => {
    const past = [...waits(12, () => 10), ...waits(12, () => 30, { position: 4, copies: 2 })];
    expect(waitingTimeFrom(past, { position: 2, copies: 1 })).toEqual({ from: 30, to: 30, sample: 12 });
  });
  it('is taken turn for turn where too few waited as many', () =>
    expect(
      waitingTimeFrom(
        waits(12, () => 10),
        { position: 3, copies: 1 },
      ),
    ).toEqual({ from: 30, to: 30, sample: 12 }));
  it('is whole days, and the longest is not before the shortest', () => {
    const aWait = fc.record({ position: fc.nat(9), copies: fc.nat(4), days: fc.nat(200) });
    fc.assert(
      fc.property(
        fc.array(aWait, { minLength: 10, maxLength: 60 }),
        fc.nat(9),
        fc.nat(4),
        (past, position, copies) => {
          const told = waitingTimeFrom(past, { position, copies });
          expect(told && Number.isInteger(told.from) && Number.isInteger(told.to)).toBe(true);
          expect(told && told.from >= 0 && told.from <= told.to).toBe(true);
        },
      ),
    );
  });
  it('comes true for about four of five where the next waits are like the last', () => {
    const chance = fc.sample(fc.integer({ min: 0, max: 60 }), { numRuns: 4000, seed: 42 });
    const past = waits(2000, (n) => chance[n] ?? 0);
    const told = waitingTimeFrom(past, { position: 1, copies: 1 });
    const next = waits(2000, (n) => chance[2000 + n] ?? 0).map(({ days }) => ({ days, told }));
    const { sample, held } = pastError(next);
    expect(held / sample).toBeGreaterThan(0.7);
    expect(held / sample).toBeLessThan(0.95);
  });
});

describe('its past error', () => {
  it('counts what held, on both ends of the range, and what did not', () => {
    const told = { from: 5, to: 10 };
    const days = [4, 5, 10, 11];
    expect(pastError(days.map((each) => ({ days: each, told })))).toEqual({
      sample: 4,
      held: 2,
      shorter: 1,
      longer: 1,
    });
  });
  it('leaves out readers who were told nothing', () =>
    expect(pastError([{ days: 5, told: null }])).toEqual({ sample: 0, held: 0, shorter: 0, longer: 0 }));
});
