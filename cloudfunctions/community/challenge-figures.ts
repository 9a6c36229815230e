import type { ChallengeFigures } from '../../typings/contract/challenges';
import type { LocalDate } from '../../typings/contract/shapes';
import type { ChallengeRunDocument } from '../documents';
import { addDays } from '../kernel/local-date';

const LATELY = 7;

/** What became of a challenge, in numbers. */
export const figuresOfChallenge = (
  runs: readonly Pick<ChallengeRunDocument, 'days' | 'count'>[],
  steps: readonly number[],
  today: LocalDate,
): Pick<ChallengeFigures, 'joined' | 'today' | 'lately' | 'reached'> => {
  const on = (day: LocalDate): number =>
    runs.filter(({ days }) => days.some((each) => each.on === day)).length;
  return {
    joined: runs.length,
    today: on(today),
    lately: Array.from({ length: LATELY }, (_, n) => addDays(today, n - LATELY + 1)).map((day) => ({
      on: day,
      readers: on(day),
    })),
    reached: steps.map((step) => ({ step, readers: runs.filter(({ count }) => count >= step).length })),
  };
};
