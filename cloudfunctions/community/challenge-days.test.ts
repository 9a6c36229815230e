import fc from 'fast-check';
import type { ChallengeRunDocument, EventDocument, LibrarySettings } from '../documents';
import { addDays, localDateOf } from '../kernel/local-date';
import {
  calendarOf,
  challengeState,
  checkedIn,
  daysLeft,
  makeUpsLeft,
  medalsOf,
  periodOf,
  refusalsOfChallenge,
  refusalsToCheckIn,
  streaksOf,
  teamCode,
  teamDays,
  typedCode,
} from './challenge-days';
import { DEFAULT_TERMS } from './event-terms';

/** From 1 to 21 December, by the library's day: it begins and ends at midnight, 16:00 in UTC. */
const event = (changes: Partial<EventDocument> = {}) => ({
  kind: 'challenge' as const,
  state: 'published' as const,
  cancelled: false,
  startsAt: '2026-11-30T16:00:00.000Z',
  endsAt: '2026-12-21T16:00:00.000Z',
  terms: { ...DEFAULT_TERMS, way: 'come' as const },
  challenge: { makeUps: 2, steps: [7, 21], teamSize: 5 },
  ...changes,
});
const at = (now: string) => ({ now, today: localDateOf(now) });
const run = (...days: string[]): Pick<ChallengeRunDocument, 'days'> => ({
  days: days.map((on) => ({ on, madeUp: false })),
});
const codes = (now: string, on: string, makeUp = false, own = run()) =>
  refusalsToCheckIn(event(), 2, own, { on, makeUp }, at(now)).map(({ code }) => code);

describe('a day', () => {
  it('is the library’s: it begins at its midnight and ends at the next', () => {
    expect(periodOf(event())).toEqual({ first: '2026-12-01', last: '2026-12-21' });
    expect(codes('2026-12-05T15:59:59.999Z', '2026-12-05')).toEqual([]);
    expect(codes('2026-12-05T16:00:00.000Z', '2026-12-06')).toEqual([]);
    expect(codes('2026-12-05T15:59:59.999Z', '2026-12-06')).toEqual(['challenge_day_wrong']);
  });

  it('that was tapped before midnight counts for some minutes more, and never costs a make-up', () => {
    const late = at('2026-12-05T16:04:00.000Z');
    expect(codes(late.now, '2026-12-05')).toEqual([]);
    expect(checkedIn(run(), '2026-12-05', late)).toEqual([{ on: '2026-12-05', madeUp: false }]);
    expect(codes('2026-12-05T16:05:00.000Z', '2026-12-05')).toEqual(['challenge_day_over']);
    expect(codes('2026-12-05T16:05:00.000Z', '2026-12-05', true)).toEqual([]);
  });

  it('counts once', () => {
    const once = checkedIn(run(), '2026-12-05', at('2026-12-05T02:00:00.000Z'));
    expect(checkedIn({ days: once }, '2026-12-05', at('2026-12-05T12:00:00.000Z'))).toBe(once);
  });

  it('outside the challenge, or still to come, is none', () => {
    expect(codes('2026-12-05T02:00:00.000Z', '2026-11-30', true)).toEqual(['challenge_day_wrong']);
    expect(codes('2026-12-05T02:00:00.000Z', '2026-12-07', true)).toEqual(['challenge_day_wrong']);
  });

  it('is any day of the calendar: holidays and make-up working days are days as well', () => {
    const spring = event({ startsAt: '2027-02-04T16:00:00.000Z', endsAt: '2027-02-20T16:00:00.000Z' });
    for (const on of ['2027-02-06', '2027-02-07', '2027-02-14'])
      expect(refusalsToCheckIn(spring, 0, run(), { on, makeUp: false }, at(`${on}T02:00:00.000Z`))).toEqual(
        [],
      );
  });
});

describe('days that were missed', () => {
  it('are made up so often, each for itself', () => {
    const now = '2026-12-05T02:00:00.000Z';
    const one = checkedIn(run('2026-12-01'), '2026-12-03', at(now));
    expect(one).toContainEqual({ on: '2026-12-03', madeUp: true });
    const two = checkedIn({ days: one }, '2026-12-02', at(now));
    expect(makeUpsLeft({ days: two }, 2)).toBe(0);
    expect(codes(now, '2026-12-04', true, { days: two })).toEqual(['make_ups_used']);
    expect(codes(now, '2026-12-05', true, { days: two })).toEqual([]);
    expect(checkedIn({ days: two }, '2026-12-05', at(now))).toContainEqual({
      on: '2026-12-05',
      madeUp: false,
    });
  });

  it('break a streak until they are made up; a day that is not over breaks nothing', () => {
    const days = run('2026-12-01', '2026-12-02', '2026-12-04').days;
    expect(streaksOf(days, '2026-12-05')).toEqual({ streak: 1, longest: 2 });
    expect(streaksOf([...days, { on: '2026-12-03', madeUp: true }], '2026-12-05')).toEqual({
      streak: 4,
      longest: 4,
    });
    expect(streaksOf(days, '2026-12-06').streak).toBe(0);
    expect(streaksOf([], '2026-12-06')).toEqual({ streak: 0, longest: 0 });
  });
});

it('the calendar tells each day, and how many are left', () => {
  const own = {
    days: [
      { on: '2026-12-01', madeUp: false },
      { on: '2026-12-02', madeUp: true },
    ],
  };
  const states = calendarOf(event(), own, '2026-12-04').map(({ state }) => state);
  expect(states.slice(0, 5)).toEqual(['done', 'made_up', 'missed', 'today', 'to_come']);
  expect(states).toHaveLength(21);
  expect(daysLeft(event(), '2026-12-04')).toBe(18);
  expect(daysLeft(event(), '2026-11-20')).toBe(21);
  expect(daysLeft(event(), '2026-12-25')).toBe(0);
});

it('a medal stands at each step; a team is told what all did once nobody’s share can be told', () => {
  expect(medalsOf({ count: 7, steps: [7, 21] })).toEqual([7]);
  expect(teamDays([{ count: 3 }, { count: 4 }])).toBeUndefined();
  expect(teamDays([{ count: 3 }, { count: 4 }, { count: 0 }])).toBe(7);
});

it('a code has letters that nobody mistakes, however it is typed', () => {
  expect(teamCode(Uint8Array.from([0, 31, 32, 255, 23, 24, 9]))).toBe('A9A9Z2');
  expect(typedCode(' ab c2\n')).toBe('ABC2');
});

describe('a challenge', () => {
  const library = { settings: { readerCategories: [] } as unknown as LibrarySettings };
  const state = (now: string, changes: Partial<EventDocument> = {}, reader: object | null = {}) =>
    challengeState(
      event(changes),
      {
        reader: reader && { birthDate: '1990-01-01', category: 'adult', missedEvents: [], ...reader },
        own: null,
      },
      { ...at(now), library },
    );
  it('is open from its beginning to its end', () => {
    expect(state('2026-11-30T15:59:00.000Z')).toBe('not_yet');
    expect(state('2026-12-21T15:59:59.000Z')).toBe('open');
    expect(state('2026-12-21T16:00:00.000Z')).toBe('over');
    expect(state('2026-12-05T00:00:00.000Z', { cancelled: true })).toBe('cancelled');
    expect(state('2026-12-05T00:00:00.000Z', { terms: DEFAULT_TERMS })).toBe('register');
    expect(state('2026-12-05T00:00:00.000Z', { terms: { ...event().terms, maxAge: 12 } })).toBe(
      'not_for_you',
    );
    expect(state('2026-12-05T00:00:00.000Z', { terms: DEFAULT_TERMS }, null)).toBe('open');
  });
  it('has steps within its days, and stays as it began', () => {
    const early = '2026-11-01T00:00:00.000Z';
    const refused = (changes: object, before: ReturnType<typeof event> | null = null, now = early) =>
      refusalsOfChallenge(event(changes), before, true, now).map(({ code }) => code);
    expect(refused({})).toEqual([]);
    expect(refused({ challenge: undefined })).toEqual(['challenge_plan_missing']);
    expect(refused({ challenge: { makeUps: 0, steps: [30], teamSize: 0 } })).toEqual([
      'challenge_step_beyond',
    ]);
    expect(refused({ endsAt: '2027-12-21T16:00:00.000Z' })).toEqual(['challenge_too_long']);
    const during = '2026-12-03T00:00:00.000Z';
    expect(refused({ challenge: { makeUps: 9, steps: [], teamSize: 0 } }, event(), during)).toEqual([
      'challenge_begun',
    ]);
    expect(refused({ endsAt: '2026-12-25T16:00:00.000Z' }, event(), during)).toEqual([]);
  });
});

/** Whatever is tapped at whatever minute, around midnights above all. */
test('days are of the challenge, each once, none before it came, and no more made up than may be', () => {
  const minute = fc.oneof(
    fc.integer({ min: -60, max: 23 * 24 * 60 }),
    fc
      .tuple(fc.integer({ min: 0, max: 21 }), fc.integer({ min: -6, max: 6 }))
      .map(([day, m]) => day * 1440 + m),
  );
  const tap = fc.record({ minute, ago: fc.integer({ min: -1, max: 5 }), makeUp: fc.boolean() });
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 60 }), fc.integer({ min: 0, max: 3 }), (taps, makeUps) => {
      let own = run();
      for (const each of [...taps].sort((a, b) => a.minute - b.minute)) {
        const now = at(new Date(Date.parse(event().startsAt) + each.minute * 60_000).toISOString());
        if (now.now < event().startsAt || now.now >= event().endsAt) continue;
        const on = addDays(now.today, -each.ago);
        const before = own;
        if (refusalsToCheckIn(event(), makeUps, own, { on, makeUp: each.makeUp }, now).length > 0) continue;
        own = { days: checkedIn(own, on, now) };
        expect(before.days.every((day) => own.days.some((kept) => kept.on === day.on))).toBe(true);
        expect(own.days.every((day) => day.on >= '2026-12-01' && day.on <= now.today)).toBe(true);
        expect(new Set(own.days.map((day) => day.on)).size).toBe(own.days.length);
        expect(own.days.filter(({ madeUp }) => madeUp).length).toBeLessThanOrEqual(makeUps);
        const { streak, longest } = streaksOf(own.days, now.today);
        expect(streak).toBeLessThanOrEqual(longest);
        expect(longest).toBeLessThanOrEqual(own.days.length);
        const told = calendarOf(event(), own, now.today).filter(
          ({ state }) => state === 'done' || state === 'made_up',
        );
        expect(told).toHaveLength(own.days.length);
      }
    }),
    { numRuns: 120 },
  );
});
