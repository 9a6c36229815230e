import * as v from 'valibot';
import { personalIn, withoutPersonal } from '../../answers/personal-data';
import { writing } from '../../kernel/operation';
import { aLine, anId } from '../../kernel/validate';
import { knownIn } from './personal';
import { LONGEST_QUESTION } from './words';

/**
 * A mark of its own each time, named by the request: what everybody reads is not what every tap waits for,
 * and who tapped is not kept. What was typed is kept only where nothing answered it, without what it tells of
 * people.
 */
export const helped = writing('answers.helped', {
  caller: 'visitor',
  schema: v.strictObject({
    answerId: v.union([v.literal(''), anId], '编号格式不对'),
    text: aLine(LONGEST_QUESTION),
    helped: v.boolean(),
  }),
  run: async ({ newId, now, library }, input, transaction) => {
    const isGap = input.answerId === '';
    const text = isGap ? withoutPersonal(input.text, personalIn(input.text, knownIn(library, []))) : '';
    const counts = !isGap || text !== '';
    if (counts)
      await transaction.add('answerMarks', {
        _id: newId(),
        answerId: input.answerId,
        helped: !isGap && input.helped,
        text,
        at: now,
      });
    return {
      value: { helped: !isGap && input.helped },
      log: { outcome: isGap ? '没有找到答案' : input.helped ? '回答有帮助' : '回答没有帮助' },
    };
  },
});
