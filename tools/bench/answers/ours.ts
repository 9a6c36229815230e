import { indexAnswers, type AnswerForIndex } from '../../../cloudfunctions/answers/index';
import { nearestAnswers } from '../../../cloudfunctions/answers/nearest';
import type { Ranking } from './bm25';

/**
 * The product's own retrieval, as a ranking of entries by number.
 * @param topics what a library's questions are about; none for questions of another kind
 */
export function ours(entries: readonly Omit<AnswerForIndex, 'id'>[], topics?: readonly string[]): Ranking {
  const answers = entries.map((entry, number) => ({ ...entry, id: String(number) }));
  const index = indexAnswers(answers, topics);
  return (text, most) => nearestAnswers(index, text, most).map(({ id }) => Number(id));
}
