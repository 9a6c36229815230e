import type { SurveyAnswer, SurveyQuestion } from '../../../typings/contract';

/** The three columns, in the order in which they are asked. */
export const COLUMNS = [
  { column: 'least', words: '最低要求' },
  { column: 'wished', words: '希望达到' },
  { column: 'seen', words: '实际感受' },
] as const;

export type Column = (typeof COLUMNS)[number]['column'];
export type Points = Partial<Record<Column, number>>;

export interface PointKey {
  point: number;
  on: boolean;
  off: boolean;
}

/** The keys from one to nine for a column. Nobody wishes less than what is just good enough. */
export const keysOf = (points: Points, column: Column): PointKey[] =>
  Array.from({ length: 9 }, (_, at) => at + 1).map((point) => ({
    point,
    on: points[column] === point,
    off:
      (column === 'wished' && point < (points.least ?? 1)) ||
      (column === 'least' && point > (points.wished ?? 9)),
  }));

export const columnsOf = (points: Points, now: Column) =>
  COLUMNS.map(({ column, words }) => ({
    column,
    words,
    value: points[column] ?? 0,
    on: column === now,
  }));

/** The first column that is still to be asked; the last one where none is. */
export const nextColumn = (points: Points): Column =>
  COLUMNS.find(({ column }) => points[column] === undefined)?.column ?? 'seen';

/** Every question answered whole, or null. */
export function allAnswered(
  questions: readonly SurveyQuestion[],
  points: Record<string, Points>,
): SurveyAnswer[] | null {
  const answers = questions.flatMap(({ questionId }) => {
    const { least, wished, seen } = points[questionId] ?? {};
    return least && wished && seen ? [{ questionId, least, wished, seen }] : [];
  });
  return answers.length === questions.length ? answers : null;
}
