import { medalsOf } from '../../community/challenge-days';
import { hasMedal } from '../../community/quiz-attempt';
import { localDateOf } from '../../kernel/local-date';
import { operationsOf, reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { forReader } from '../../reads/asking';

const MOST = 200;

/** What one's results were worth: nothing is given, it follows. */
const mine = reading('medals.mine', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async ({ db, now }, _input, { _id: readerId }) => {
    const [attempts, runs] = await Promise.all([
      db.find('quizAttempts', {
        where: { readerId },
        orderBy: [['startedAt', 'desc']],
        limit: MOST,
        fields: ['title', 'score', 'full', 'medalAt', 'startedAt', 'endsAt', 'submittedAt', 'finishedAt'],
      }),
      db.find('challengeRuns', {
        where: { readerId },
        orderBy: [['endsOn', 'desc']],
        limit: MOST,
        fields: ['title', 'steps', 'count', 'lastOn'],
      }),
    ]);
    const list = [
      ...attempts
        .filter((attempt) => hasMedal(attempt, now))
        .map(({ title, finishedAt }) => ({
          ...{ kind: 'quiz' as const, title, step: 0, on: localDateOf(finishedAt) },
        })),
      ...runs.flatMap((run) =>
        medalsOf(run).map((step) => ({ kind: 'challenge' as const, title: run.title, step, on: run.lastOn })),
      ),
    ];
    return done({ list: list.sort((a, b) => (a.on < b.on ? 1 : -1)) });
  }),
});

export const medals = operationsOf('medals', [mine]);
