import type { AnswerMarkDocument } from '../../documents';
import { between } from '../../kernel/database';
import { daily } from '../../kernel/job';
import { addDays, instantOf } from '../../kernel/local-date';

/** Marks taken in one transaction. */
const BATCH = 20;
/** What nobody answered in so long is no gap any more. */
const GAPS_KEPT_DAYS = 180;

/**
 * At night the marks go into the answers that they are of, each in one transaction with its own end, so that
 * every one counts once wherever a run is cut off; and old gaps go.
 */
export const countAnswers = daily('count_answers', '01:30', async ({ db, today }) => {
  const [marks, old] = await Promise.all([
    db.find('answerMarks', { where: { answerId: between({ from: '0' }) }, limit: BATCH }),
    db.find('answerMarks', {
      where: { answerId: '', at: between({ from: '', below: instantOf(addDays(today, -GAPS_KEPT_DAYS)) }) },
      limit: BATCH,
    }),
  ]);
  for (const [answerId, ofAnswer] of byAnswer(marks))
    await db.transact(async (transaction) => {
      const there = await Promise.all(ofAnswer.map(({ _id }) => transaction.get('answerMarks', _id)));
      const left = there.filter((mark) => mark !== null);
      const answer = await transaction.get('answers', answerId);
      if (answer && left.length > 0)
        await transaction.put('answers', {
          ...answer,
          asked: answer.asked + left.length,
          helped: answer.helped + left.filter(({ helped }) => helped).length,
        });
      for (const { _id } of left) await transaction.remove('answerMarks', _id);
    });
  for (const { _id } of old) await db.transact((transaction) => transaction.remove('answerMarks', _id));
  const done = marks.length + old.length;
  return { done, after: marks.length === BATCH || old.length === BATCH ? 'more' : null };
});

function byAnswer(marks: readonly AnswerMarkDocument[]): Map<string, AnswerMarkDocument[]> {
  const groups = new Map<string, AnswerMarkDocument[]>();
  for (const mark of marks) groups.set(mark.answerId, [...(groups.get(mark.answerId) ?? []), mark]);
  return groups;
}
