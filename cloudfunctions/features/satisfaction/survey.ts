import * as v from 'valibot';
import type { SurveyAnswer } from '../../../typings/contract/satisfaction';
import type { SurveyDocument } from '../../documents';
import { noSums, POINTS, withAnswers } from '../../figures/survey';
import type { LocalDate } from '../../../typings/contract/shapes';
import type { Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { forReader, forReaderWithin } from '../../reads/asking';

/** Documents that the sums of a year lie in: readers who answer at once seldom meet in one. */
const PARTS = 8;

export const yearOf = (day: LocalDate): string => day.slice(0, 4);

/** The questionnaire of this year while readers can answer it. */
export const openSurvey = async (
  db: Pick<Transaction, 'get'>,
  today: LocalDate,
): Promise<SurveyDocument | null> => {
  const survey = await db.get('surveys', yearOf(today));
  return survey && survey.opensOn <= today && today <= survey.closesOn ? survey : null;
};

export const survey = reading('satisfaction.survey', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async ({ db, today }, _nothing, reader) => {
    const [open, asked] = await Promise.all([openSurvey(db, today), db.get('askedFaces', reader._id)]);
    if (!open) return done({ survey: null });
    const { _id: year, closesOn, questions } = open;
    return done({ survey: { year, closesOn, questions, answered: asked?.survey === year } });
  }),
});

const aPoint = v.pipe(
  v.number(),
  v.integer('应是整数'),
  v.minValue(1, '从 1 到 9'),
  v.maxValue(POINTS, '从 1 到 9'),
);

/**
 * That a reader answered stands in `askedFaces`, once a year; what they said is added to sums in the same
 * transaction and stands nowhere else. The log names no reader.
 */
export const answerSurvey = writing('satisfaction.answerSurvey', {
  caller: 'reader',
  schema: v.strictObject({
    year: v.pipe(v.string(), v.regex(/^\d{4}$/, '应是年份')),
    answers: v.pipe(
      v.array(
        v.pipe(
          v.strictObject({ questionId: anId, least: aPoint, wished: aPoint, seen: aPoint }),
          v.check(({ least, wished }) => least <= wished, '希望的不会低于最低的'),
        ),
      ),
      v.maxLength(30, '太多'),
    ),
  }),
  prepare: async ({ newId }) => ({ part: partOf(newId()) }),
  run: (context, { year, answers }, transaction, { part }) =>
    forReaderWithin(async ({ today }: typeof context, _none: undefined, _same, reader) => {
      const open = await openSurvey(transaction, today);
      if (open?._id !== year || !answersAll(open, answers)) return refuse({ code: 'survey_not_open' });
      const known = await transaction.get('askedFaces', reader._id);
      if (known?.survey === year) return refuse({ code: 'survey_answered', year });
      const sums = noSums(year, part);
      await transaction.put(
        'surveySums',
        withAnswers((await transaction.get('surveySums', sums._id)) ?? sums, answers),
      );
      await transaction.put('askedFaces', {
        _id: reader._id,
        readerId: reader._id,
        last: known?.last ?? {},
        survey: year,
        changedOn: today,
      });
      return { value: { year }, log: { outcome: '答问卷' } };
    })(context, undefined, transaction),
});

const partOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum + letter.charCodeAt(0)) % PARTS, 0);

/** Each question once. */
const answersAll = ({ questions }: SurveyDocument, answers: readonly SurveyAnswer[]): boolean => {
  const ids = new Set(answers.map(({ questionId }) => questionId));
  return (
    ids.size === answers.length &&
    answers.length === questions.length &&
    questions.every(({ questionId }) => ids.has(questionId))
  );
};
