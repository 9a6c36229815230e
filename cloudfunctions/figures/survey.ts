import type { SurveyAnswer, SurveyGap, SurveyQuestion, SurveyRow } from '../../typings/contract/satisfaction';
import type { SurveySums, SurveySumsDocument } from '../documents';

/** Nine points, as LibQUAL+ asks: least, wished, seen. */
export const POINTS = 9;

/** Own words by the three things that LibQUAL+ asks about; a library writes its own. */
export const SURVEY_QUESTIONS: readonly Omit<SurveyQuestion, 'questionId'>[] = [
  { about: 'service', text: '馆员乐意帮忙，态度亲切' },
  { about: 'service', text: '馆员能把问题讲清楚' },
  { about: 'service', text: '借书还书办得快' },
  { about: 'information', text: '想看的书借得到' },
  { about: 'information', text: '新书到得及时' },
  { about: 'information', text: '找书、续借不用求人，小程序就能办' },
  { about: 'place', text: '馆里安静，能静下心来' },
  { about: 'place', text: '座位、灯光和洗手间都好用' },
  { about: 'place', text: '开放时间合适' },
];

export const noSums = (year: string, n: number): SurveySumsDocument => ({
  _id: `${year}_${n}`,
  year,
  answers: 0,
  of: {},
});

const NONE: SurveySums = { least: 0, wished: 0, seen: 0, aboveLeast2: 0, aboveWished2: 0 };

export const withAnswers = (
  sums: SurveySumsDocument,
  answers: readonly SurveyAnswer[],
): SurveySumsDocument => ({
  ...sums,
  answers: sums.answers + 1,
  of: {
    ...sums.of,
    ...Object.fromEntries(
      answers.map(({ questionId, least, wished, seen }) => [
        questionId,
        plus(sums.of[questionId] ?? NONE, {
          least,
          wished,
          seen,
          aboveLeast2: (seen - least) ** 2,
          aboveWished2: (seen - wished) ** 2,
        }),
      ]),
    ),
  },
});

const plus = (a: SurveySums, b: SurveySums): SurveySums => ({
  least: a.least + b.least,
  wished: a.wished + b.wished,
  seen: a.seen + b.seen,
  aboveLeast2: a.aboveLeast2 + b.aboveLeast2,
  aboveWished2: a.aboveWished2 + b.aboveWished2,
});

/** What came out: each question, and all of them together. */
export function surveyResults(
  sums: readonly SurveySumsDocument[],
  questions: readonly SurveyQuestion[],
): { all: SurveyRow; rows: (SurveyRow & SurveyQuestion)[] } {
  const answers = sums.reduce((total, each) => total + each.answers, 0);
  const of = (questionId: string): SurveySums =>
    sums.reduce((total, each) => plus(total, each.of[questionId] ?? NONE), NONE);
  const each = questions.map((question) => of(question.questionId));
  return {
    all: rowOf(each.reduce(plus, NONE), answers * questions.length),
    rows: questions.map((question, at) => ({ ...question, ...rowOf(each[at] ?? NONE, answers) })),
  };
}

const rowOf = ({ least, wished, seen, aboveLeast2, aboveWished2 }: SurveySums, of: number): SurveyRow => ({
  least: least / of,
  wished: wished / of,
  seen: seen / of,
  adequacy: gap(seen - least, aboveLeast2, of),
  superiority: gap(seen - wished, aboveWished2, of),
});

const Z = 1.959963984540054;

/** The mean of differences with its interval, from their sum and that of their squares. */
function gap(sum: number, squares: number, of: number): SurveyGap {
  const mean = sum / of;
  const variance = of > 1 ? Math.max(0, (squares - of * mean * mean) / (of - 1)) : 0;
  const half = Z * Math.sqrt(variance / of);
  return { mean, from: mean - half, to: mean + half };
}
