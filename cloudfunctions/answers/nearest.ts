import { TERM_KINDS, type TermKind } from './analysed';
import { LIKENESSES, likenesses, type Weighed } from './fit';
import type { AnswerIndex } from './index';
import { WITH_TOPICS, WORDS_ALONE } from './weights';

export interface Nearest {
  id: string;
  /** Higher is nearer; says nothing of whether it answers (a limit on it does not tell). */
  score: number;
}

/** What each kind of term adds in gathering. */
const GATHER: Record<TermKind, number> = { word: 1, pair: 0.3, sound: 0.3, group: 0.5, topic: 1 };
/** So many forms are compared closely. */
/** And in what is answered. */
const SAID: Record<TermKind, number> = { word: 0.05, pair: 0.5, sound: 0, group: 0.3, topic: 0.4 };
const COMPARED = 60;
const ALONE = LIKENESSES.map((name) => WORDS_ALONE[name]);
const WITH = LIKENESSES.map((name) => WITH_TOPICS[name]);

/** The nearest answers to a text, best first. */
export function nearestAnswers(index: AnswerIndex, text: string, most = 3): Nearest[] {
  const weights = index.hasTopics ? WITH : ALONE;
  const best = new Map<number, number>();
  for (const { answer, row } of comparedForms(index, text)) {
    let score = 0;
    for (let n = 0; n < row.length; n++) score += row[n]! * weights[n]!;
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
  const scores = gathered(index, asked);
  const forms = highest(scores, COMPARED);
  const top = Math.max(1e-9, scores[forms[0] ?? 0] ?? 0);
  return forms.map((number) => {
    const form = index.forms[number]!;
    const said = index.said(asked, form.answer);
    return {
      answer: form.answer,
      row: likenesses({ asked, form, gathered: scores[number]! / top, said, telling: index.telling }),
    };
  });
}

/** What each form shares with the question, and a part of what its answer says of it. */
function gathered(index: AnswerIndex, asked: Weighed): Float64Array {
  const scores = new Float64Array(index.forms.length);
  const answers = new Float64Array(index.answers.length);
  for (const kind of TERM_KINDS)
    for (const term of asked.terms[kind]) {
      const weight = index.telling(kind, term) * GATHER[kind];
      for (const form of index.having(kind, term)) scores[form]! += weight * index.shortness(form);
      for (const answer of index.saying(kind, term)) answers[answer]! += weight * SAID[kind];
    }
  index.forms.forEach(({ answer }, form) => (scores[form]! += answers[answer]!));
  return scores;
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
