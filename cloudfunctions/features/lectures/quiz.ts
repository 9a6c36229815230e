import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { isShown } from './shown';

/** What is right is told with what was answered. Nothing of it is kept: nobody asks who answered. */
export const answerQuiz = reading('lectures.answerQuiz', {
  caller: 'visitor',
  schema: v.strictObject({
    lectureId: anId,
    answers: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(10)),
  }),
  run: async (context, { lectureId, answers }) => {
    const lecture = await context.db.get('lectures', lectureId);
    if (!lecture || !isShown(lecture, context)) return refuse({ code: 'lecture_not_found' });
    const { quiz } = lecture;
    const isWhole = quiz.every(({ choices }, n) => (answers[n] ?? choices.length) < choices.length);
    if (!isWhole || answers.length !== quiz.length)
      return refuse({ code: 'quiz_not_whole', questions: quiz.length });
    return done({
      right: quiz.map(({ right }) => right),
      why: quiz.map(({ why }) => why),
      score: quiz.filter(({ right }, n) => answers[n] === right).length,
    });
  },
});
