import fc from 'fast-check';
import type { EventDocument, LibrarySettings } from '../documents';
import { DEFAULT_TERMS } from './event-terms';
import {
  endOf,
  handedIn,
  hasMedal,
  isOver,
  isRunning,
  mayKnow,
  quizState,
  ranksOf,
  refusalsOfQuiz,
  refusalsToStart,
  refusalsToWrite,
  secondsLeft,
  untilTheEnd,
} from './quiz-attempt';

const plan = {
  ...{ topics: ['云溪'], questions: 5, minutes: 10, pointsEach: 2, medalAt: 80 },
  reveal: 'after_all' as const,
};
const quiz = (changes: Partial<EventDocument> = {}) => ({
  kind: 'quiz' as const,
  cancelled: false,
  state: 'published' as const,
  startsAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-02T01:00:00.000Z',
  terms: { ...DEFAULT_TERMS, way: 'come' as const },
  quiz: plan,
  ...changes,
});
const attempt = (changes: object = {}) => ({
  startedAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T01:10:00.000Z',
  submittedAt: null as string | null,
  ...changes,
});
const reader = { birthDate: '1990-01-01', category: 'adult', missedEvents: [] };
const library = { settings: { readerCategories: [] } as unknown as LibrarySettings };
const at = (now: string) => ({ now, library });
const asked = (changes: object = {}) => ({ reader, own: null, attempt: null, ...changes });

describe('an attempt', () => {
  it('ends after its minutes, and never after the quiz', () => {
    expect(endOf(quiz(), 10, '2026-12-01T01:00:00.000Z')).toBe('2026-12-01T01:10:00.000Z');
    expect(endOf(quiz(), 10, '2026-12-02T00:55:00.000Z')).toBe('2026-12-02T01:00:00.000Z');
  });

  it('takes what was sent in time and is five seconds under way, no later', () => {
    expect(isRunning(attempt(), '2026-12-01T01:10:04.000Z')).toBe(true);
    expect(isRunning(attempt(), '2026-12-01T01:10:06.000Z')).toBe(false);
    expect(refusalsToWrite(attempt(), '2026-12-01T01:10:06.000Z')).toEqual([
      { code: 'quiz_time_over', endedAt: '2026-12-01T01:10:00.000Z' },
    ]);
    expect(secondsLeft(attempt(), '2026-12-01T01:10:04.000Z')).toBe(0);
    expect(secondsLeft(attempt(), '2026-12-01T01:08:30.500Z')).toBe(90);
  });

  it('that ran out used all of its time and ended at its end, whenever somebody looks', () => {
    expect(untilTheEnd(attempt())).toEqual({ usedSeconds: 600, finishedAt: '2026-12-01T01:10:00.000Z' });
    expect(handedIn(attempt(), '2026-12-01T01:10:04.000Z')).toMatchObject({
      usedSeconds: 600,
      finishedAt: '2026-12-01T01:10:00.000Z',
    });
    expect(handedIn(attempt(), '2026-12-01T01:04:00.000Z')).toMatchObject({ usedSeconds: 240 });
  });

  it('is written no more once it was handed in', () =>
    expect(
      refusalsToWrite(attempt({ submittedAt: '2026-12-01T01:05:00.000Z' }), '2026-12-01T01:06:00.000Z'),
    ).toEqual([{ code: 'quiz_handed_in' }]));

  it('has a medal from so many hundredths on, once it ended', () => {
    const good = { score: 8, full: 10, medalAt: 80, ...attempt() };
    expect(hasMedal(good, '2026-12-01T01:05:00.000Z')).toBe(false);
    expect(hasMedal(good, '2026-12-01T01:11:00.000Z')).toBe(true);
    expect(hasMedal({ ...good, score: 7 }, '2026-12-01T01:11:00.000Z')).toBe(false);
    expect(hasMedal({ ...good, medalAt: 0 }, '2026-12-01T01:11:00.000Z')).toBe(false);
  });
});

describe('what is right', () => {
  const own = attempt({ submittedAt: '2026-12-01T01:05:00.000Z' });
  it('is told once everybody is through', () => {
    expect(mayKnow(quiz(), own, '2026-12-01T23:00:00.000Z')).toBe(false);
    expect(mayKnow(quiz(), own, '2026-12-02T01:00:04.000Z')).toBe(false);
    expect(mayKnow(quiz(), own, '2026-12-02T01:00:06.000Z')).toBe(true);
  });
  it('or to each who is through, where the library wants that', () => {
    const practice = quiz({ quiz: { ...plan, reveal: 'after_own' } });
    expect(mayKnow(practice, attempt(), '2026-12-01T01:04:00.000Z')).toBe(false);
    expect(mayKnow(practice, null, '2026-12-01T01:06:00.000Z')).toBe(false);
    expect(mayKnow(practice, own, '2026-12-01T01:06:00.000Z')).toBe(true);
  });
});

describe('a quiz', () => {
  const state = (now: string, changes: object = {}, event: Partial<EventDocument> = {}) =>
    quizState(quiz(event), asked(changes), at(now));
  const DURING = '2026-12-01T12:00:00.000Z';
  it('can be begun from its beginning to its end', () => {
    expect(state('2026-12-01T00:59:59.999Z')).toBe('not_yet');
    expect(state('2026-12-01T01:00:00.000Z')).toBe('may_start');
    expect(state('2026-12-02T00:59:59.999Z')).toBe('may_start');
    expect(state('2026-12-02T01:00:00.000Z')).toBe('over');
    expect(state(DURING, {}, { cancelled: true })).toBe('cancelled');
    expect(state(DURING, { attempt: attempt() })).toBe('handed_in');
    expect(state(DURING, { reader: null })).toBe('may_start');
  });
  it('asks age and category as any event does, and a registration where it takes one', () => {
    expect(state(DURING, {}, { terms: { ...quiz().terms, maxAge: 12 } })).toBe('not_for_you');
    expect(state(DURING, {}, { terms: DEFAULT_TERMS })).toBe('register');
    const own = { status: 'registered', offerEndsAt: null, changed: false };
    expect(state(DURING, { own }, { terms: DEFAULT_TERMS })).toBe('may_start');
  });
  it('that readers see has a plan and enough to draw from, and stays as it began', () => {
    const before = quiz();
    const early = '2026-11-30T00:00:00.000Z';
    const seen = { seen: true, have: 5 };
    const codes = (after: object, have = seen, now = DURING) =>
      refusalsOfQuiz({ ...before, ...after }, before, have, now).map(({ code }) => code);
    expect(refusalsOfQuiz({ ...before, quiz: undefined }, null, seen, early)).toEqual([
      { code: 'quiz_plan_missing' },
    ]);
    expect(refusalsOfQuiz(before, null, { seen: true, have: 4 }, early)).toEqual([
      { code: 'quiz_too_few', have: 4, asked: 5 },
    ]);
    expect(refusalsOfQuiz({ ...before, quiz: undefined }, null, { seen: false, have: 0 }, early)).toEqual([]);
    expect(codes({ quiz: { ...plan, minutes: 20 } }, seen, early)).toEqual([]);
    expect(codes({ quiz: { ...plan, minutes: 20 } })).toEqual(['quiz_begun']);
    expect(codes({ endsAt: '2026-12-01T20:00:00.000Z' })).toEqual(['quiz_begun']);
    expect(codes({ kind: 'talk' })).toEqual(['quiz_begun']);
    expect(codes({ endsAt: '2026-12-03T20:00:00.000Z' })).toEqual([]);
  });
});

test('equal results share a rank, and the next is counted on', () => {
  const row = (score: number, usedSeconds: number, finishedAt = 'a') => ({ score, usedSeconds, finishedAt });
  expect(ranksOf([row(10, 60), row(10, 70), row(10, 70), row(10, 70, 'b'), row(8, 20)])).toEqual([
    1, 2, 2, 4, 5,
  ]);
});

/** Whatever is done to it and whenever it is looked at. */
test('an attempt only goes on: not begun, running, ended; its time is never more than it was given', () => {
  const minute = fc.integer({ min: -30, max: 26 * 60 });
  const act = fc.constantFrom('start', 'answer', 'hand in', 'look');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(minute, act), { maxLength: 30 }),
      fc.integer({ min: 1, max: 180 }),
      (acts, minutes) => {
        const event = quiz({ quiz: { ...plan, minutes } });
        const ORDER = ['none', 'running', 'ended'];
        let own: ReturnType<typeof attempt> | null = null;
        let furthest = 0;
        for (const [n, does] of [...acts].sort(([a], [b]) => a - b)) {
          const now = new Date(Date.parse(event.startsAt) + n * 60_000).toISOString();
          const asking = asked({ attempt: own });
          if (does === 'start' && refusalsToStart(event, asking, at(now)).length === 0 && !own) {
            expect(now >= event.startsAt && now < event.endsAt).toBe(true);
            own = attempt({ startedAt: now, endsAt: endOf(event, minutes, now) });
          }
          const may = refusalsToWrite(own, now).length === 0;
          if (does === 'hand in' && own && may) own = { ...own, ...handedIn(own, now) };
          const is = !own ? 'none' : isRunning(own, now) ? 'running' : 'ended';
          expect(ORDER.indexOf(is)).toBeGreaterThanOrEqual(furthest);
          furthest = ORDER.indexOf(is);
          const seen = quizState(event, asked({ attempt: own }), at(now));
          if (is === 'running') expect(seen).toBe('running');
          if (is === 'ended') expect(seen).toBe(isOver(event, now) ? 'over' : 'handed_in');
          if (own && is === 'running') expect(mayKnow(event, own, now)).toBe(false);
          if (own) {
            expect(own.endsAt <= event.endsAt).toBe(true);
            expect(untilTheEnd(own).usedSeconds).toBeLessThanOrEqual(minutes * 60);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
