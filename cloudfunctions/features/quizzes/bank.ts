import * as v from 'valibot';
import { faultOfQuestion } from '../../community/quiz-paper';
import { LONGEST } from '../../community/question-rows';
import type { Refusal } from '../../../typings/contract/refusals';
import type { QuizQuestionDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { between, type Database } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { aText, anId, anInstant, someLines } from '../../kernel/validate';
import { bankOf } from '../../reads/quiz-bank';
import { bankQuestion } from '../../views/quizzes';

const A_LOT = 1000;
const aTopic = aText(LONGEST.topic);
const someWords = (longest: number) => v.pipe(someLines(longest), v.minLength(1, '不能为空'));
const aPlace = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7));

export const questions = reading('quizDesk.questions', {
  role: 'events',
  schema: v.strictObject({ topic: v.optional(aTopic), retired: v.optional(v.boolean()), after: aPageStart }),
  run: async ({ db }, { topic, retired = false, after }) => {
    const where = { retired, ...(topic !== undefined && { topic }) };
    const [page, topics] = await Promise.all([
      pageFrom(db, 'quizQuestions', { where, orderBy: [['changedAt', 'desc']] }, after),
      topicsOf(db),
    ]);
    return done({ ...page, list: page.list.map(bankQuestion), topics });
  },
});

/** Topics with so many questions in use, the largest first. One round trip for a thousand questions. */
const topicsOf = async (db: Database): Promise<{ topic: string; questions: number }[]> => {
  const counts = new Map<string, number>();
  for (let skip = 0; ; skip += A_LOT) {
    const some = await db.find('quizQuestions', {
      where: { retired: false },
      orderBy: [['changedAt', 'desc']],
      skip,
      limit: A_LOT,
      fields: ['topic'],
    });
    for (const { topic } of some) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    if (some.length < A_LOT) break;
  }
  return [...counts]
    .map(([topic, count]) => ({ topic, questions: count }))
    .sort((a, b) => b.questions - a.questions || (a.topic < b.topic ? -1 : 1));
};

const QUESTION = {
  questionId: v.union([v.literal(''), anId]),
  topic: aTopic,
  kind: v.picklist(['single', 'multiple', 'true_false'], '请选择题型'),
  text: someWords(LONGEST.text),
  choices: v.pipe(v.array(aText(LONGEST.choice)), v.maxLength(8, '最多 8 个选项')),
  right: v.pipe(v.array(aPlace), v.maxLength(8)),
  why: someLines(LONGEST.why),
};

/** Makes a question or changes one. Who has it on their paper keeps what they were given. */
export const save = writing('quizDesk.save', {
  role: 'events',
  schema: v.strictObject({ ...QUESTION, changedAt: v.union([v.literal(''), anInstant]) }),
  prepare: async (context, { questionId, topic }) => {
    if (questionId === '') return { id: context.newId(), needed: undefined };
    const before = await context.db.get('quizQuestions', questionId);
    const moves = before && !before.retired && before.topic !== topic;
    return { id: questionId, needed: moves ? await quizThatNeeds(context, before) : undefined };
  },
  run: async (context, { questionId, changedAt, ...words }, transaction, { id, needed }) => {
    const fault = faultOfQuestion(words);
    if (fault) return refuse({ code: 'question_wrong', why: fault });
    if (needed) return refuse(needed);
    const before = questionId === '' ? null : await transaction.get('quizQuestions', id);
    if (questionId !== '' && !before) return refuse({ code: 'question_not_found' });
    if (before && before.changedAt !== changedAt) return refuse({ code: 'question_changed', by: before.by });
    const question: QuizQuestionDocument = {
      _id: id,
      ...words,
      retired: before?.retired ?? false,
      changedAt: context.now,
      by: context.staff.name,
    };
    await transaction.put('quizQuestions', question);
    return {
      value: bankQuestion(question),
      log: { outcome: before ? '修改题目' : '新建题目', titleName: question.text.slice(0, 40) },
    };
  },
});

export const retire = writing('quizDesk.retire', {
  role: 'events',
  schema: v.strictObject({ questionId: anId, retired: v.boolean() }),
  prepare: async (context, { questionId, retired }) => {
    const before = await context.db.get('quizQuestions', questionId);
    if (!before) return refuse({ code: 'question_not_found' });
    return { needed: retired && !before.retired ? await quizThatNeeds(context, before) : undefined };
  },
  run: async (context, { questionId, retired }, transaction, { needed }) => {
    if (needed) return refuse(needed);
    const before = await transaction.get('quizQuestions', questionId);
    if (!before) return refuse({ code: 'question_not_found' });
    const question = { ...before, retired, changedAt: context.now, by: context.staff.name };
    await transaction.put('quizQuestions', question);
    return {
      value: bankQuestion(question),
      log: { outcome: retired ? '停用题目' : '恢复题目', titleName: question.text.slice(0, 40) },
    };
  },
});

/** A quiz that readers see and that could not be drawn without this question. */
const quizThatNeeds = async (
  { db, now }: StaffContext,
  { topic }: QuizQuestionDocument,
): Promise<Refusal | undefined> => {
  const coming = await db.find('events', {
    where: { state: 'published', endsAt: between({ from: now }), kind: 'quiz', cancelled: false },
    orderBy: [['endsAt', 'asc']],
    limit: 50,
    fields: ['title', 'quiz'],
  });
  for (const { title, quiz } of coming) {
    if (!quiz?.topics.includes(topic)) continue;
    const left = (await bankOf(db, quiz.topics)).length - 1;
    if (left < quiz.questions) return { code: 'question_needed', title, asked: quiz.questions };
  }
  return undefined;
};
