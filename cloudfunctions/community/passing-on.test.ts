import fc from 'fast-check';
import { instantOf } from '../kernel/local-date';
import { DEFAULT_TERMS, kept } from './event-terms';
import { isBelowHeld, passedOn, withHeld, withQuota, without } from './passing-on';

const quiet = { from: '22:00', to: '08:00' };
const now = instantOf('2026-12-01', '10:00');
const anEvent = (changes: object = {}) => ({
  quota: 10,
  door: 0,
  free: 0,
  registered: 0,
  held: [],
  cancelled: false,
  startsAt: instantOf('2026-12-10', '14:00'),
  closesAt: instantOf('2026-12-10', '14:00'),
  terms: { ...DEFAULT_TERMS, waiting: 'at_once' as const },
  ...changes,
});
const waits = (...places: number[]) =>
  places.map((count, n) => ({ readerId: `r${n}`, places: count, order: String(n) }));
const who = (event: ReturnType<typeof anEvent>, waiting: ReturnType<typeof waits>, at = now) => {
  const { given, free } = passedOn(event, waiting, { now: at, quiet });
  return { to: given.map(({ to }) => to.readerId), free };
};

describe('places that came back', () => {
  it('go down the list in its order, whatever order it was read in', () =>
    expect(who(anEvent({ quota: 2 }), waits(1, 1, 1).reverse())).toEqual({ to: ['r0', 'r1'], free: 0 }));
  it('pass over a family that finds too few, and the next that fits has them', () =>
    expect(who(anEvent({ quota: 2 }), waits(3, 1, 2, 1))).toEqual({ to: ['r1', 'r3'], free: 0 }));
  it('are anybody’s where they fit nobody who waits', () =>
    expect(who(anEvent({ quota: 2 }), waits(3))).toEqual({ to: [], free: 2 }));
  it('are anybody’s after the last call, when the event is off, and where there is no list', () => {
    expect(who(anEvent({ quota: 1 }), waits(1), instantOf('2026-12-10', '12:00'))).toEqual({
      to: [],
      free: 1,
    });
    expect(who(anEvent({ quota: 1, cancelled: true }), waits(1)).to).toEqual([]);
    expect(who(anEvent({ quota: 1, terms: DEFAULT_TERMS }), waits(1)).to).toEqual([]);
  });
  it('go to nobody who has places already', () =>
    expect(
      who(
        anEvent({ quota: 3, registered: 1, held: [{ readerId: 'r0', places: 1, token: 't' }] }),
        waits(1, 1),
      ).to,
    ).toEqual(['r1']));
});

it('more places come as if they had come back: those who wait have them first', () => {
  const more = withQuota(anEvent({ quota: 50, registered: 50 }), 60, 0);
  expect(kept(more)).toBe(10);
  expect(more.free).toBe(0);
  expect(who(more, waits(...Array.from({ length: 20 }, () => 1)))).toMatchObject({ free: 0 });
});

it('fewer places are taken from what is free, and never from who has one', () => {
  expect(withQuota(anEvent({ quota: 10, registered: 6, free: 4 }), 8, 0)).toMatchObject({
    free: 2,
    registered: 6,
  });
  expect(isBelowHeld({ registered: 6 }, 6, 0)).toBe(false);
  expect(isBelowHeld({ registered: 6 }, 6, 1)).toBe(true);
});

it('what is held, free and kept is never more than there is, whatever is taken, given back and passed on', () => {
  const act = fc.oneof(
    fc.record({ what: fc.constant('take' as const), places: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ what: fc.constant('back' as const), which: fc.nat(20) }),
    fc.record({ what: fc.constant('quota' as const), quota: fc.integer({ min: 0, max: 20 }) }),
    fc.record({
      what: fc.constant('pass' as const),
      places: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let event: ReturnType<typeof anEvent> = anEvent({ free: 10 });
      const holdMore = (places: number, n: number) => {
        event = withHeld(event as never, [{ readerId: `h${n}`, places, token: `t${n}` }]) as never;
      };
      acts.forEach((one, n) => {
        const { held } = event as { held: { token: string; places: number }[] };
        if (one.what === 'take' && event.free >= one.places) {
          event = { ...event, free: event.free - one.places };
          holdMore(one.places, n);
        }
        if (one.what === 'back') event = without(event as never, new Set([held[one.which]?.token ?? '']));
        if (one.what === 'quota' && !isBelowHeld(event, one.quota, 0)) event = withQuota(event, one.quota, 0);
        if (one.what === 'pass') {
          const waiting = one.places.map((places, i) => ({
            readerId: `w${n}-${i}`,
            places,
            order: String(i),
          }));
          const { given, free } = passedOn(event, waiting, { now, quiet });
          given.forEach(({ to }, i) => holdMore(to.places, 1000 * n + i));
          event = { ...event, free };
          expect(kept(event)).toBe(0);
        }
        expect(event.free).toBeGreaterThanOrEqual(0);
        expect(kept(event)).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});
