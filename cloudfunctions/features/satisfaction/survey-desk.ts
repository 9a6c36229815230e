import * as v from 'valibot';
import type { SurveyForDesk } from '../../../typings/contract/satisfaction';
import type { LocalDate } from '../../../typings/contract/shapes';
import type { SurveyDocument, SurveySumsDocument } from '../../documents';
import { SURVEY_QUESTIONS, surveyResults } from '../../figures/survey';
import { LEAST_ANSWERS } from '../../figures/wilson';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aDay, aText } from '../../kernel/validate';
import { yearOf } from './survey';

const MOST_YEARS = 50;
const PARTS = 100;

/**
 * A questionnaire with what came out. Nothing is told of one that goes on: two looks at it could be
 * compared.
 */
export const show = reading('surveyDesk.show', {
  role: 'manager',
  schema: v.strictObject({ year: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/, '应是年份'))) }),
  run: async ({ db, today }, { year = yearOf(today) }) => {
    const [all, sums] = await Promise.all([
      db.find('surveys', { where: {}, limit: MOST_YEARS }),
      db.find('surveySums', { where: { year }, limit: PARTS }),
    ]);
    const years = all.map(({ _id }) => _id).sort();
    const survey = all.find(({ _id }) => _id === year) ?? null;
    return done(
      surveyForDesk(survey ?? unwritten(year), survey ? stateOn(survey, today) : 'none', sums, years),
    );
  },
});

const unwritten = (year: string): SurveyDocument => ({
  _id: year,
  opensOn: '',
  closesOn: '',
  questions: numbered(SURVEY_QUESTIONS),
});

const numbered = (questions: readonly Omit<SurveyDocument['questions'][number], 'questionId'>[]) =>
  questions.map(({ about, text }, at) => ({ questionId: `q${at + 1}`, about, text }));

const stateOn = ({ opensOn, closesOn }: SurveyDocument, today: LocalDate): SurveyForDesk['state'] => {
  if (today < opensOn) return 'planned';
  return today <= closesOn ? 'open' : 'over';
};

const surveyForDesk = (
  { _id: year, opensOn, closesOn, questions }: SurveyDocument,
  state: SurveyForDesk['state'],
  sums: readonly SurveySumsDocument[],
  years: string[],
): SurveyForDesk => {
  const answers = sums.reduce((total, each) => total + each.answers, 0);
  const told = state === 'over' && answers >= LEAST_ANSWERS;
  return {
    year,
    state,
    opensOn,
    closesOn,
    questions,
    answers,
    results: told ? surveyResults(sums, questions) : null,
    years: [...years].reverse(),
  };
};

/** One a year; its questions stand from the day on which readers can answer. */
export const save = writing('surveyDesk.save', {
  role: 'manager',
  schema: v.pipe(
    v.strictObject({
      opensOn: aDay,
      closesOn: aDay,
      questions: v.pipe(
        v.array(
          v.strictObject({
            about: v.picklist(['service', 'information', 'place'], '没有这一类'),
            text: aText(60),
          }),
        ),
        v.minLength(1, '至少一题'),
        v.maxLength(20, '最多 20 题'),
      ),
    }),
    v.check(({ opensOn, closesOn }) => opensOn <= closesOn, '截止日不能早于开始日'),
    v.check(({ opensOn, closesOn }) => yearOf(opensOn) === yearOf(closesOn), '开始和截止应在同一年'),
  ),
  run: async ({ today }, { opensOn, closesOn, questions }, transaction) => {
    if (closesOn < today) return refuse({ code: 'days_past', from: closesOn, today });
    const year = yearOf(opensOn);
    const known = await transaction.get('surveys', year);
    const runs = known && stateOn(known, today) !== 'planned';
    const changed: SurveyDocument = { _id: year, opensOn, closesOn, questions: numbered(questions) };
    if (runs && told(known) !== told(changed))
      return refuse({ code: 'survey_runs', closesOn: known.closesOn });
    await transaction.put('surveys', changed);
    return {
      value: surveyForDesk(changed, stateOn(changed, today), [], [year]),
      log: { outcome: `读者问卷 ${year}` },
    };
  },
});

/** What may not change any more once it runs. */
const told = ({ opensOn, questions }: SurveyDocument): string => JSON.stringify([opensOn, questions]);
