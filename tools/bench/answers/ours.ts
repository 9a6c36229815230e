import { indexAnswers, type AnswerForIndex } from '../../../cloudfunctions/answers/index';
import { nearestAnswers } from '../../../cloudfunctions/answers/nearest';
import type { Ranking } from './bm25';

/** The product's own retrieval, as a ranking of entries by number. */
export function ours(entries: readonly Omit<AnswerForIndex, 'id'>[]): Ranking {
  const index = indexAnswers(entries.map((entry, number) => ({ id: String(number), ...entry })));
  return (text, most) => nearestAnswers(index, text, most).map(({ id }) => Number(id));
}
