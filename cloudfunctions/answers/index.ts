import { analysing, TERM_KINDS, type Analysed, type TermKind } from './analysed';
import { TOPICS } from './topics';
import type { Telling, Weighed } from './fit';

/** What the index needs of an answer. */
export interface AnswerForIndex {
  id: string;
  question: string;
  /** Further forms of asking. */
  forms: readonly string[];
  /** What is answered. */
  text: string;
}

/** A form of asking. */
interface Form extends Weighed {
  /** Of the answer that it asks for. */
  answer: number;
}

export interface AnswerIndex {
  answers: readonly AnswerForIndex[];
  forms: readonly Form[];
  /** Numbers of the forms with a term. */
  having(kind: TermKind, term: number): readonly number[];
  /** It knows what questions are about. */
  hasTopics: boolean;
  telling: Telling;
  weigh(text: string): Weighed;
  /** Answers whose text has a term, and how much of what is asked an answer's text says. */
  saying(kind: TermKind, term: number): readonly number[];
  said(asked: Weighed, answer: number): number;
  /** What a shared term counts in a form, by how long the form is. */
  shortness(form: number): number;
}

/** What a word that tells little weighs, of its weight. */
const LITTLE = 0.5;
const LONGEST_ANSWER = 600;
const NONE: readonly number[] = [];

export function indexAnswers(
  answers: readonly AnswerForIndex[],
  topics: readonly string[] = TOPICS,
): AnswerIndex {
  const { analyse, littleSaid } = analysing(topics);
  const analysed = answers.flatMap(({ question, forms }, answer) =>
    [question, ...forms].map((text) => ({ answer, ...analyse(text) })),
  );
  const places = placesOf(analysed);
  const texts = answers.map(({ text }) => analyse(text, LONGEST_ANSWER));
  const textPlaces = placesOf(texts);
  const textTerms = texts.map(({ terms }) => ({ pair: new Set(terms.pair), topic: new Set(terms.topic) }));
  const count = analysed.length;
  const telling: Telling = (kind, term) => {
    const having = places[kind].get(term)?.length ?? 0;
    const rare = Math.log(1 + (count - having + 0.5) / (having + 0.5));
    return kind === 'word' && littleSaid.has(term) ? LITTLE * rare : rare;
  };
  const factors = shortnessOf(analysed);
  const weighed = <A extends Analysed>(text: A): A & Weighed => ({
    ...text,
    weights: weightsOf(text, telling),
  });
  return {
    answers,
    forms: analysed.map(weighed),
    having: (kind, term) => places[kind].get(term) ?? NONE,
    hasTopics: topics.length > 0,
    telling,
    weigh: (text) => weighed(analyse(text)),
    saying: (kind, term) => textPlaces[kind].get(term) ?? NONE,
    said: ({ terms, weights }, answer) => {
      const has = textTerms[answer]!;
      let sum = 0;
      for (const term of terms.pair) if (has.pair.has(term)) sum += telling('pair', term);
      for (const term of terms.topic) if (has.topic.has(term)) sum += telling('topic', term);
      return sum / Math.max(1, weights.pair + weights.topic);
    },
    shortness: (form) => factors[form]!,
  };
}

/** As BM25 has it for terms that stand once. */
const K1 = 1.2;
const B = 0.75;

function shortnessOf(texts: readonly Analysed[]): Float64Array {
  const average = texts.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, texts.length);
  return Float64Array.from(
    texts,
    ({ words }) => (K1 + 1) / (1 + K1 * (1 - B + (B * words.length) / Math.max(1, average))),
  );
}

type Places = Record<TermKind, Map<number, number[]>>;

function placesOf(texts: readonly Analysed[]): Places {
  const places: Places = {
    word: new Map(),
    pair: new Map(),
    sound: new Map(),
    group: new Map(),
    topic: new Map(),
  };
  texts.forEach(({ terms }, form) => {
    for (const kind of TERM_KINDS)
      for (const term of terms[kind]) {
        const list = places[kind].get(term);
        if (list) list.push(form);
        else places[kind].set(term, [form]);
      }
  });
  return places;
}

const weightsOf = ({ terms }: Analysed, telling: Telling): Record<TermKind, number> => {
  const sum = (kind: TermKind): number => terms[kind].reduce((total, term) => total + telling(kind, term), 0);
  return {
    word: sum('word'),
    pair: sum('pair'),
    sound: sum('sound'),
    group: sum('group'),
    topic: sum('topic'),
  };
};
