import type { SearchResult } from '../../../typings/contract';
import type { Question } from '../../lib/find';
import { keep, kept } from '../../lib/keep';

/** The last answer and its question: shown again without a network, to the same question only. */
const LAST = 'search.last';
interface Last {
  question: string;
  result: SearchResult;
}

export function keepAnswer(question: Question, result: SearchResult): void {
  keep<Last>(LAST, { question: JSON.stringify(question), result });
}

/** `at`: when it was answered, ms. */
export function lastAnswer(question: Question): { result: SearchResult; at: number } | undefined {
  const last = kept<Last>(LAST);
  return last?.value.question === JSON.stringify(question)
    ? { result: last.value.result, at: last.at }
    : undefined;
}
