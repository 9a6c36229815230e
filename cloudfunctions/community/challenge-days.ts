import type { ChallengeDay, ChallengePage } from '../../typings/contract/challenges';
import type { Refusal } from '../../typings/contract/refusals';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { ChallengeRunDocument, EventDocument, Library } from '../documents';
import { addDays, addMinutes, daysBetween, instantOf, localDateOf } from '../kernel/local-date';
import { keptFromTakingPart, refusalsToTakePartIn, type Asking } from './registering';

/** Days of a reading challenge: all by the library's calendar day, whatever the phone thinks the date is. */

/** What was tapped before midnight may be so long under way. */
const GRACE_MINUTES = 5;

type Times = Pick<EventDocument, 'startsAt' | 'endsAt'>;
type Days = Pick<ChallengeRunDocument, 'days'>;

/** First and last day: one that ends at midnight ends with the day before. */
export const periodOf = ({ startsAt, endsAt }: Times): { first: LocalDate; last: LocalDate } => ({
  first: localDateOf(startsAt),
  last: localDateOf(new Date(Date.parse(endsAt) - 1).toISOString()),
});

const everyDay = (first: LocalDate, last: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, n) => addDays(first, n));

/** Today's streak and the longest. A day that is not over breaks nothing. */
export const streaksOf = (
  days: readonly { on: LocalDate }[],
  today: LocalDate,
): { streak: number; longest: number } => {
  const done = new Set(days.map(({ on }) => on));
  let [run, longest] = [0, 0];
  for (const on of [...done].sort()) {
    run = done.has(addDays(on, -1)) ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  let last = done.has(today) ? today : addDays(today, -1);
  let streak = 0;
  for (; done.has(last); last = addDays(last, -1)) streak++;
  return { streak, longest };
};

export const makeUpsLeft = ({ days }: Days, makeUps: number): number =>
  Math.max(0, makeUps - days.filter(({ madeUp }) => madeUp).length);

/** The calendar of a challenge as one reader sees it. */
export const calendarOf = (event: Times, { days }: Days, today: LocalDate): ChallengeDay[] => {
  const { first, last } = periodOf(event);
  const done = new Map(days.map(({ on, madeUp }) => [on, madeUp]));
  return everyDay(first, last).map((on) => {
    const madeUp = done.get(on);
    if (madeUp !== undefined) return { on, state: madeUp ? 'made_up' : 'done' };
    return { on, state: on < today ? 'missed' : on === today ? 'today' : 'to_come' };
  });
};

export const daysLeft = (event: Times, today: LocalDate): number => {
  const { first, last } = periodOf(event);
  return Math.max(0, daysBetween(today < first ? first : today, last) + 1);
};

export const medalsOf = ({ count, steps }: Pick<ChallengeRunDocument, 'count' | 'steps'>): number[] =>
  steps.filter((step) => count >= step);

type Challenge = Times & Pick<EventDocument, 'cancelled' | 'terms'>;

type At = { now: Instant; today: LocalDate; library: Pick<Library, 'settings'> };

/** What a challenge is for a reader: the page, its button and the act ask this. */
export const challengeState = (event: Challenge, asking: Asking, at: At): ChallengePage['state'] =>
  event.cancelled ? 'cancelled' : (keptFromTakingPart(event, asking, at) ?? 'open');

/** Why nothing can be done in it now: what all acts ask first. */
export const refusalsToTakePart = (event: Challenge, asking: Asking, at: At): Refusal[] => {
  const state = challengeState(event, asking, at);
  if (state === 'open') return [];
  return refusalsToTakePartIn(event, state, asking.reader, at, {
    over: { code: 'challenge_over', endedAt: event.endsAt },
    notYet: { code: 'challenge_not_open', opensAt: event.startsAt },
  });
};

/** A check-in of the day before that was under way at midnight still is of that day. */
const isUnderWay = (on: LocalDate, { now, today }: Pick<At, 'now' | 'today'>): boolean =>
  on === addDays(today, -1) && now < addMinutes(instantOf(today), GRACE_MINUTES);

interface Wanted {
  on: LocalDate;
  makeUp: boolean;
}

/** Why this day cannot be checked in; a day that is done already is no reason: it stays as it is. */
export const refusalsToCheckIn = (
  event: Times,
  makeUps: number,
  run: Days,
  { on, makeUp }: Wanted,
  at: Pick<At, 'now' | 'today'>,
): Refusal[] => {
  if (run.days.some((day) => day.on === on)) return [];
  const { first, last } = periodOf(event);
  const isToday = on === at.today || isUnderWay(on, at);
  if (on < first || on > last || on > at.today) return [{ code: 'challenge_day_wrong', first, last }];
  if (isToday) return [];
  if (!makeUp) return [{ code: 'challenge_day_over', on }];
  return makeUpsLeft(run, makeUps) > 0 ? [] : [{ code: 'make_ups_used', makeUps }];
};

/** The days with one more. Today is never made up, however it was asked for. */
export const checkedIn = (
  { days }: Days,
  on: LocalDate,
  at: Pick<At, 'now' | 'today'>,
): ChallengeRunDocument['days'] =>
  days.some((day) => day.on === on)
    ? days
    : [...days, { on, madeUp: on !== at.today && !isUnderWay(on, at) }].sort((a, b) =>
        a.on < b.on ? -1 : 1,
      );

/** Of fewer nobody is told what they did together: one could tell who did not. */
const FEWEST_TOLD = 3;

export const teamDays = (runs: readonly Pick<ChallengeRunDocument, 'count'>[]): number | undefined =>
  runs.length < FEWEST_TOLD ? undefined : runs.reduce((sum, { count }) => sum + count, 0);

/** Letters that nobody mistakes for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;

/** A code to join by, from bytes of chance. */
export const teamCode = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, CODE_LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? 'A').join('');

/** As it was typed: without blanks, in capitals. */
export const typedCode = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

type Plan = Times & Pick<EventDocument, 'kind' | 'challenge'>;

/** More days nobody keeps up. */
const MOST_DAYS = 100;

/** What cannot be right in what the staff say of a challenge. `seen`: readers are going to see it. */
export const refusalsOfChallenge = (
  after: Plan,
  before: (Plan & Pick<EventDocument, 'state'>) | null,
  seen: boolean,
  now: Instant,
): Refusal[] => {
  if (before?.kind === 'challenge' && before.state === 'published' && now >= before.startsAt) {
    const same =
      after.kind === 'challenge' && JSON.stringify(after.challenge) === JSON.stringify(before.challenge);
    return same && after.startsAt === before.startsAt && after.endsAt >= before.endsAt
      ? []
      : [{ code: 'challenge_begun', startsAt: before.startsAt }];
  }
  if (after.kind !== 'challenge' || !seen) return [];
  if (!after.challenge) return [{ code: 'challenge_plan_missing' }];
  const { first, last } = periodOf(after);
  const days = daysBetween(first, last) + 1;
  if (days > MOST_DAYS) return [{ code: 'challenge_too_long', days, most: MOST_DAYS }];
  const beyond = after.challenge.steps.find((step) => step > days);
  return beyond === undefined ? [] : [{ code: 'challenge_step_beyond', step: beyond, days }];
};
