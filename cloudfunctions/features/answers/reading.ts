import * as v from 'valibot';
import type { AnswerCard } from '../../../typings/contract/answers';
import { noModel } from '../../answers/model';
import { nearestAnswers } from '../../answers/nearest';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE, aPageStart, pageOf, startOf } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aText, anId } from '../../kernel/validate';
import { keptAnswers, type KeptAnswer } from './kept-answers';
import { LONGEST_QUESTION, LONGEST_SUBJECT, NOT_FOUND } from './words';

const cardOf = ({ _id, question, subject }: KeptAnswer): AnswerCard => ({ answerId: _id, question, subject });

export const suggest = reading('answers.suggest', {
  caller: 'visitor',
  schema: v.strictObject({ text: aText(LONGEST_QUESTION) }),
  run: async (context, { text }) => {
    const { index, byId } = await keptAnswers(context);
    const found = await noModel(text, nearestAnswers(index, text));
    return done({ list: found.map(({ id }) => cardOf(byId.get(id)!)) });
  },
});

export const show = reading('answers.show', {
  caller: 'visitor',
  schema: v.strictObject({ answerId: anId }),
  run: async (context, { answerId }) => {
    const answer = (await keptAnswers(context)).byId.get(answerId);
    if (!answer) return refuse(NOT_FOUND);
    const { text, links, changedAt } = answer;
    return done({ ...cardOf(answer), text, links, changedAt });
  },
});

export const browse = reading('answers.browse', {
  caller: 'visitor',
  schema: v.strictObject({ subject: v.optional(aText(LONGEST_SUBJECT)), after: aPageStart }),
  run: async (context, { subject, after }) => {
    const { answers } = await keptAnswers(context);
    const counts = new Map<string, number>();
    for (const each of answers) counts.set(each.subject, (counts.get(each.subject) ?? 0) + 1);
    const start = startOf(after);
    const rows = answers.filter((each) => subject === undefined || each.subject === subject);
    const { list, next } = pageOf(rows.slice(start, start + PAGE_SIZE + 1), start);
    return done({
      subjects: [...counts].map(([name, number]) => ({ subject: name, answers: number })),
      list: list.map(cardOf),
      ...(next && { next }),
    });
  },
});
