import type { QuizFigures } from '../../typings/contract/quizzes';
import type { QuizAttemptDocument } from '../documents';
import { isRunning } from './quiz-attempt';

type Attempt = Pick<
  QuizAttemptDocument,
  'score' | 'full' | 'asked' | 'rightOnes' | 'startedAt' | 'endsAt' | 'submittedAt'
>;

const STEPS = 5;
/** Of fewer readers a question says nothing. */
const FEWEST_ASKED = 5;
const SHOWN = 10;

/** What came of a quiz, in numbers; of those alone who are through. */
export const figuresOfQuiz = (
  attempts: readonly Attempt[],
  now: string,
): Pick<QuizFigures, 'taken' | 'handedIn' | 'average' | 'spread'> & {
  hardest: { questionId: string; asked: number; right: number }[];
} => {
  const through = attempts.filter((attempt) => !isRunning(attempt, now));
  const hundredths = through.map(({ score, full }) => (full > 0 ? (score * 100) / full : 0));
  const spread = Array.from(
    { length: STEPS },
    (_, n) => hundredths.filter((each) => Math.min(STEPS - 1, Math.floor(each / (100 / STEPS))) === n).length,
  );
  return {
    taken: attempts.length,
    handedIn: through.length,
    average:
      through.length === 0
        ? null
        : Math.round(hundredths.reduce((sum, each) => sum + each, 0) / through.length),
    spread,
    hardest: hardestOf(through),
  };
};

const hardestOf = (through: readonly Attempt[]) => {
  const counts = new Map<string, { asked: number; right: number }>();
  for (const { asked, rightOnes } of through)
    for (const id of asked) {
      const before = counts.get(id) ?? { asked: 0, right: 0 };
      counts.set(id, { asked: before.asked + 1, right: before.right + (rightOnes.includes(id) ? 1 : 0) });
    }
  return [...counts]
    .filter(([, { asked, right }]) => asked >= FEWEST_ASKED && right < asked)
    .map(([questionId, count]) => ({ questionId, ...count }))
    .sort((a, b) => a.right / a.asked - b.right / b.asked || (a.questionId < b.questionId ? -1 : 1))
    .slice(0, SHOWN);
};
