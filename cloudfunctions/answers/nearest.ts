import { TERM_KINDS, type TermKind } from './analysed';
import { LIKENESSES, likenesses } from './fit';
import type { AnswerIndex } from './index';
import { WEIGHTS } from './weights';

interface Nearest {
  id: string;
  /** Higher is nearer; says nothing of whether it answers (a limit on it does not tell). */
  score: number;
}

/** What each kind of term adds in gathering. */
const GATHER: Record<TermKind, number> = { word: 1, pair: 0.3, sound: 0.3, group: 0.5 };
/** So many forms are compared closely. */
const COMPARED = 60;
const IN_ORDER = LIKENESSES.map((name) => WEIGHTS[name]);

/** The nearest answers to a text, best first. */
export function nearestAnswers(index: AnswerIndex, text: string, most = 3): Nearest[] {
  const best = new Map<number, number>();
  for (const { answer, row } of comparedForms(index, text)) {
    let score = 0;
    for (let n = 0; n < row.length; n++) score += row[n]! * IN_ORDER[n]!;
    if (score > (best.get(answer) ?? -Infinity)) best.set(answer, score);
  }
  return [...best]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .map(([answer, score]) => ({ id: index.answers[answer]!.id, score }));
}

/** The forms that share most with a text, each with its likenesses. */
function comparedForms(index: AnswerIndex, text: string): { answer: number; row: readonly number[] }[] {
  const asked = index.weigh(text);
  const scores = new Float64Array(index.forms.length);
  for (const kind of TERM_KINDS)
    for (const term of asked.terms[kind]) {
      const weight = index.telling(kind, term) * GATHER[kind];
      for (const form of index.having(kind, term)) scores[form]! += weight * index.shortness(form);
    }
  const forms = highest(scores, COMPARED);
  const top = Math.max(1e-9, scores[forms[0] ?? 0] ?? 0);
  return forms.map((form) => ({
    answer: index.forms[form]!.answer,
    row: likenesses(asked, index.forms[form]!, scores[form]! / top, index.telling),
  }));
}

/** The numbers of the highest scores above 0, highest first; of equal ones the first. */
function highest(scores: Float64Array, most: number): number[] {
  const found: number[] = [];
  let least = 0;
  scores.forEach((score, at) => {
    if (score <= least) return;
    found.push(at);
    if (found.length < 4 * most) return;
    found.sort((a, b) => scores[b]! - scores[a]! || a - b).length = most;
    least = scores[found[most - 1]!]!;
  });
  return found.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, most);
}
