import type { QuizState } from '../../typings/contract/quizzes';
import type { Refusal } from '../../typings/contract/refusals';
import type { Instant } from '../../typings/contract/shapes';
import type { EventDocument, Library, QuizAttemptDocument } from '../documents';
import { addMinutes } from '../kernel/local-date';
import { keptFromTakingPart, refusalsToTakePartIn, type Asking as Comer } from './registering';

/**
 * What an attempt is by now. It follows from the attempt and the time: nothing has to run for it to end, and
 * an answer that comes too late was never there.
 */

/** An answer sent in time may be so long under way. */
const GRACE_SECONDS = 5;

const later = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

type Times = Pick<QuizAttemptDocument, 'startedAt' | 'endsAt' | 'submittedAt'>;

export const isRunning = ({ endsAt, submittedAt }: Times, now: Instant): boolean =>
  submittedAt === null && now <= later(endsAt, GRACE_SECONDS);

/** By the library's clock, whatever the phone's says. */
export const secondsLeft = ({ endsAt }: Pick<Times, 'endsAt'>, now: Instant): number =>
  Math.max(0, Math.ceil((Date.parse(endsAt) - Date.parse(now)) / 1000));

const secondsFrom = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** When an attempt that begins now ends: after its minutes, and never after the quiz. */
export const endOf = ({ endsAt }: Pick<EventDocument, 'endsAt'>, minutes: number, now: Instant): Instant => {
  const end = addMinutes(now, minutes);
  return end < endsAt ? end : endsAt;
};

/** How it stands in the ranking while it is not handed in: as if it ran to its end. */
export const untilTheEnd = ({ startedAt, endsAt }: Times) => ({
  usedSeconds: secondsFrom(startedAt, endsAt),
  finishedAt: endsAt,
});

/** Handed in: within the grace it counts as at the end. */
export const handedIn = ({ startedAt, endsAt }: Times, now: Instant) => {
  const finishedAt = now < endsAt ? now : endsAt;
  return { submittedAt: now, usedSeconds: secondsFrom(startedAt, finishedAt), finishedAt };
};

/** Everybody is through, whenever they began. */
export const isOver = ({ endsAt }: Pick<EventDocument, 'endsAt'>, now: Instant): boolean =>
  now > later(endsAt, GRACE_SECONDS);

/** Whether a reader may know what is right. */
export const mayKnow = (
  event: Pick<EventDocument, 'endsAt' | 'quiz'>,
  attempt: Times | null,
  now: Instant,
): boolean =>
  isOver(event, now) || (event.quiz?.reveal === 'after_own' && attempt !== null && !isRunning(attempt, now));

type Quiz = Pick<EventDocument, 'cancelled' | 'startsAt' | 'endsAt' | 'terms'>;

interface Asking extends Comer {
  attempt: Times | null;
}

type At = { now: Instant; library: Pick<Library, 'settings'> };

/** What a quiz is for a reader: the page, its button and the act ask this. */
export const quizState = (event: Quiz, { reader, own, attempt }: Asking, at: At): QuizState => {
  if (event.cancelled) return 'cancelled';
  if (attempt && isRunning(attempt, at.now)) return 'running';
  if (attempt) return isOver(event, at.now) ? 'over' : 'handed_in';
  return keptFromTakingPart(event, { reader, own }, at) ?? 'may_start';
};

/** Why nobody can begin now; none: they can, or have begun. */
export const refusalsToStart = (event: Quiz, asking: Asking, at: At): Refusal[] => {
  const state = quizState(event, asking, at);
  if (state === 'may_start' || state === 'running' || state === 'handed_in') return [];
  if (state === 'over' && asking.attempt) return [];
  return refusalsToTakePartIn(event, state, asking.reader, at, {
    over: { code: 'quiz_over', endedAt: event.endsAt },
    notYet: { code: 'quiz_not_open', opensAt: event.startsAt },
  });
};

/** Why nothing can be written into an attempt any more. */
export const refusalsToWrite = (attempt: Times | null, now: Instant): Refusal[] => {
  if (!attempt) return [{ code: 'quiz_not_started' }];
  if (isRunning(attempt, now)) return [];
  return attempt.submittedAt === null
    ? [{ code: 'quiz_time_over', endedAt: attempt.endsAt }]
    : [{ code: 'quiz_handed_in' }];
};

/** From so many hundredths of all points on there is a medal, once the attempt has ended. */
export const hasMedal = (
  { score, full, medalAt, ...times }: Pick<QuizAttemptDocument, 'score' | 'full' | 'medalAt'> & Times,
  now: Instant,
): boolean => medalAt > 0 && !isRunning(times, now) && score * 100 >= full * medalAt;

type Ranked = Pick<QuizAttemptDocument, 'score' | 'usedSeconds' | 'finishedAt'>;

const equals = (one: Ranked, other: Ranked): boolean =>
  one.score === other.score && one.usedSeconds === other.usedSeconds && one.finishedAt === other.finishedAt;

/** The rank of each, in their order: who is equal in everything shares one, and the next is counted on. */
export const ranksOf = (sorted: readonly Ranked[]): number[] => {
  const ranks: number[] = [];
  for (const [n, each] of sorted.entries()) {
    const before = sorted[n - 1];
    ranks.push(before && equals(before, each) ? (ranks[n - 1] ?? 1) : n + 1);
  }
  return ranks;
};

type Plan = Pick<EventDocument, 'kind' | 'startsAt' | 'endsAt' | 'quiz'>;

/**
 * What cannot be right in what the staff say of a quiz. `seen`: readers are going to see it; `have`:
 * questions to draw from. Once it has begun it stays as it was promised, and may only end later.
 */
export const refusalsOfQuiz = (
  after: Plan,
  before: (Plan & Pick<EventDocument, 'state'>) | null,
  { seen, have }: { seen: boolean; have: number },
  now: Instant,
): Refusal[] => {
  if (before?.kind === 'quiz' && before.state === 'published' && now >= before.startsAt) {
    const same = after.kind === 'quiz' && JSON.stringify(after.quiz) === JSON.stringify(before.quiz);
    return same && after.startsAt === before.startsAt && after.endsAt >= before.endsAt
      ? []
      : [{ code: 'quiz_begun', startsAt: before.startsAt }];
  }
  if (after.kind !== 'quiz' || !seen) return [];
  if (!after.quiz) return [{ code: 'quiz_plan_missing' }];
  return have < after.quiz.questions ? [{ code: 'quiz_too_few', have, asked: after.quiz.questions }] : [];
};
