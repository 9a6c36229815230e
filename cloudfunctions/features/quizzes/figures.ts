import * as v from 'valibot';
import { isOver, ranksOf } from '../../community/quiz-attempt';
import { figuresOfQuiz } from '../../community/quiz-figures';
import type { EventDocument, QuizAttemptDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Database } from '../../kernel/database';
import { everyOf } from '../../kernel/page';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { BEST_FIRST } from '../../reads/quiz-ranking';
import { namesOf } from '../../reads/readers';

const WINNERS = 20;
const FIELDS = [
  'readerId',
  'score',
  'full',
  'asked',
  'rightOnes',
  'startedAt',
  'endsAt',
  'submittedAt',
  'usedSeconds',
  'finishedAt',
] as const;

/** What came of a quiz; who won is told once nobody can better it. */
export const figures = reading('quizDesk.figures', {
  role: 'events',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const { db, now } = context;
    const event = await db.get('events', eventId);
    if (!event?.quiz) return refuse({ code: 'event_not_found' });
    const attempts = await attemptsAt(db, eventId);
    const { hardest, ...counted } = figuresOfQuiz(attempts, now);
    const questions = new Map(
      (
        await db.getMany(
          'quizQuestions',
          hardest.map(({ questionId }) => questionId),
        )
      ).map(({ _id, text }) => [_id, text]),
    );
    return done({
      title: event.title,
      full: event.quiz.questions * event.quiz.pointsEach,
      ...counted,
      hardest: hardest.map(({ questionId, asked, right }) => ({
        text: questions.get(questionId) ?? '',
        asked,
        right,
      })),
      winners: await winnersOf(context, event, attempts),
    });
  },
});

/** All of them, in the order of the ranking; without their papers. */
const attemptsAt = (db: Database, eventId: string): Promise<QuizAttemptDocument[]> =>
  everyOf(db, 'quizAttempts', {
    where: { eventId },
    orderBy: BEST_FIRST,
    fields: FIELDS,
  });

const winnersOf = async (
  { db, now }: StaffContext,
  event: EventDocument,
  attempts: readonly QuizAttemptDocument[],
) => {
  if (!isOver(event, now)) return [];
  const first = attempts.slice(0, WINNERS);
  const ranks = ranksOf(first);
  const nameOf = await namesOf(
    db,
    first.map(({ readerId }) => readerId),
  );
  return first.map(({ readerId, score, usedSeconds }, n) => ({
    rank: ranks[n] ?? n + 1,
    name: nameOf(readerId),
    score,
    seconds: usedSeconds,
  }));
};
