import * as v from 'valibot';
import { isOver, ranksOf } from '../../community/quiz-attempt';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { BEST_FIRST } from '../../reads/quiz-ranking';
import { quizPage } from '../../views/quizzes';
import { isQuiz, quizFor, standingOf } from './found';

export const show = reading('quizzes.show', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const found = await quizFor(context, eventId);
    if ('refusals' in found) return found;
    const { event, asking } = found;
    return done(quizPage(event, asking, context, await standingOf(context, event, asking.attempt)));
  },
});

const RANKED = 100;

/** Everybody's results, once nobody can better theirs. Who did not say so is not named. */
export const ranking = reading('quizzes.ranking', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const { db, now } = context;
    const [event, reader] = await Promise.all([db.get('events', eventId), readerAtOnce(context)]);
    if (!isQuiz(event, context)) return refuse({ code: 'event_not_found' });
    if (!isOver(event, now)) return refuse({ code: 'quiz_not_over', endsAt: event.endsAt });
    const [rows, taken] = await Promise.all([
      db.find('quizAttempts', {
        where: { eventId },
        orderBy: BEST_FIRST,
        limit: RANKED,
        fields: ['score', 'usedSeconds', 'finishedAt', 'name', 'readerId'],
      }),
      db.count('quizAttempts', { eventId }),
    ]);
    const ranks = ranksOf(rows);
    return done({
      list: rows.map(({ name, score, usedSeconds, readerId }, n) => ({
        rank: ranks[n] ?? n + 1,
        name,
        score,
        seconds: usedSeconds,
        mine: readerId === reader?._id,
      })),
      taken,
    });
  },
});
