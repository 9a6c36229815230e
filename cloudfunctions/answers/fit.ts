import { type Analysed, type TermKind } from './analysed';

/** How much a term tells: what stands in few entries tells most. */
export type Telling = (kind: TermKind, term: number) => number;

/** A text with what its terms of each kind tell in all. */
export interface Weighed extends Analysed {
  weights: Record<TermKind, number>;
}

/** How a question and a form of asking are alike: a number for each, most from 0 to 1. */
export const LIKENESSES = [
  // What of both is said by the other too, by what its words tell, and every word for the same.
  'said',
  'said evenly',
  // What of the question the form says.
  'words asked',
  'words asked evenly',
  'pairs asked',
  'sounds asked',
  'groups shared',
  'topics asked',
  'topics shared',
  // The score in gathering, of the best.
  'gathered',
  // The most telling word of the question that the form lacks.
  'missing',
  'beginning',
  'end',
  'shape',
  'length',
  // What of the question the answer's text says.
  'said in answer',
] as const;

interface Compared {
  asked: Weighed;
  form: Weighed;
  /** The score in gathering, of the best. */
  gathered: number;
  said: number;
  telling: Telling;
}

export function likenesses({ asked, form, gathered, said, telling }: Compared): number[] {
  const tells = (word: number): number => telling('word', word);
  const shorter = Math.min(asked.words.length, form.words.length, LONGEST_RUN);
  return [
    saidByBoth(asked, form, tells),
    saidByBoth(asked, form, evenly),
    share(asked.weights.word, shared('word', asked, form, telling)),
    share(asked.terms.word.length, shared('word', asked, form, evenly)),
    share(asked.weights.pair, shared('pair', asked, form, telling)),
    share(asked.weights.sound, shared('sound', asked, form, telling)),
    share((asked.weights.group + form.weights.group) / 2, shared('group', asked, form, telling)),
    share(asked.weights.topic, shared('topic', asked, form, telling)),
    share((asked.weights.topic + form.weights.topic) / 2, shared('topic', asked, form, telling)),
    gathered,
    mostTellingLeft(asked, form, tells) / 10,
    run(shorter, (n) => asked.words[n] === form.words[n]),
    run(shorter, (n) => asked.words.at(-1 - n) === form.words.at(-1 - n)),
    asked.shape === form.shape ? 1 : 0,
    Math.abs(asked.words.length - form.words.length) / Math.max(1, asked.words.length, form.words.length),
    said,
  ];
}

const LONGEST_RUN = 4;
/** What a word counts that the other says in another word of its group. */
const IN_OTHER_WORDS = 0.8;

const evenly = (): number => 1;
const share = (all: number, part: number): number => (all === 0 ? 0 : part / all);

function run(most: number, same: (n: number) => boolean): number {
  let length = 0;
  while (length < most && same(length)) length++;
  return length / LONGEST_RUN;
}

function shared(kind: TermKind, asked: Analysed, form: Analysed, telling: Telling): number {
  let sum = 0;
  for (const term of asked.terms[kind]) if (form.terms[kind].includes(term)) sum += telling(kind, term);
  return sum;
}

type WeightOf = (word: number) => number;

function saidByBoth(asked: Analysed, form: Analysed, weightOf: WeightOf): number {
  const one = saidBy(form, asked, weightOf);
  const other = saidBy(asked, form, weightOf);
  return share(one.all + other.all, one.said + other.said);
}

/** What of a text another says, in the same words or in others of their groups. */
function saidBy(other: Analysed, text: Analysed, weightOf: WeightOf): { said: number; all: number } {
  let said = 0;
  let all = 0;
  text.words.forEach((word, at) => {
    const weight = weightOf(word);
    all += weight;
    if (other.terms.word.includes(word)) said += weight;
    else if (text.groupsAt[at]!.some((group) => other.terms.group.includes(group)))
      said += IN_OTHER_WORDS * weight;
  });
  return { said, all };
}

function mostTellingLeft(one: Analysed, other: Analysed, weightOf: WeightOf): number {
  let most = 0;
  for (const word of one.terms.word)
    if (!other.terms.word.includes(word)) most = Math.max(most, weightOf(word));
  return most;
}
