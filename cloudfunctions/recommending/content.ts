import type { NearShared } from '../documents';
import { authorKey } from '../search/keys';
import { fold, squeeze, stretches } from '../search/fold';

/** What of a title is compared. */
export interface Compared {
  _id: string;
  title: string;
  contributors: readonly { name: string }[];
  subjects: readonly string[];
  clc: string;
  publisher: string;
}

export interface Alike {
  titleId: string;
  /** 0 to 1: the cosine of what both say. */
  alike: number;
  /** What of it weighs most. */
  shared: NearShared;
}

/** How much each kind of word says; settled on an earlier window of real loans (decision 54). */
export interface ContentWeights {
  author: number;
  subject: number;
  part: number;
  class: number;
  word: number;
  publisher: number;
}
export const CONTENT_WEIGHTS: ContentWeights = {
  author: 2,
  subject: 0.5,
  part: 0.5,
  class: 0.7,
  word: 0.5,
  publisher: 0.3,
};

type Kind = keyof ContentWeights;
interface Word {
  kind: Kind;
  /** As it is shown. */
  text: string;
}

/** A word of more titles than this tells nothing, and would be looked through for each of them. */
const TOO_COMMON = 2000;

/** Everything a title says, each once, by a key of its kind. */
function wordsOf(title: Compared): Map<string, Word> {
  const words = new Map<string, Word>();
  const say = (kind: Kind, key: string, text: string): void => {
    if (key && !words.has(`${kind}:${key}`)) words.set(`${kind}:${key}`, { kind, text });
  };
  for (const { name } of title.contributors) say('author', authorKey(name), name);
  for (const subject of title.subjects) {
    say('subject', squeeze(subject), subject);
    for (const piece of piecesOf(subject)) say('part', piece, subject);
  }
  if (title.clc) {
    say('class', title.clc, title.clc);
    const above = title.clc.split('.')[0]!;
    say('class', above, above);
  }
  say('publisher', squeeze(title.publisher), title.publisher);
  for (const piece of piecesOf(title.title)) say('word', piece, title.title);
  return words;
}

/** Words of European texts from three letters on, and pairs of Chinese characters. */
const piecesOf = (text: string): string[] =>
  stretches(fold(text)).flatMap(({ script, text: stretch }) => {
    if (script === 'word') return stretch.length > 2 ? [stretch] : [];
    const signs = [...stretch];
    return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
  });

interface Said {
  word: number;
  weight: number;
}

/**
 * Titles by what they say: how often a word is said weighs it down, so that a rare author says more than
 * "fiction".
 */
export function contentOf(titles: readonly Compared[], weights: ContentWeights = CONTENT_WEIGHTS) {
  const numbers = new Map<string, number>();
  const words: Word[] = [];
  const said: number[][] = [];
  const titlesOf: number[][] = [];
  titles.forEach((title, at) => {
    said.push(
      [...wordsOf(title)].map(([key, word]) => {
        const number = numbers.get(key) ?? words.push(word) - 1;
        numbers.set(key, number);
        (titlesOf[number] ??= []).push(at);
        return number;
      }),
    );
  });
  const vectors = said.map((numbersOf) => vectorOf(numbersOf, words, titlesOf, titles.length, weights));
  const saidBy: { title: number; weight: number }[][] = words.map(() => []);
  vectors.forEach((vector, title) => {
    for (const { word, weight } of vector) saidBy[word]!.push({ title, weight });
  });
  return { titles, words, saidBy, vectors };
}
export type Content = ReturnType<typeof contentOf>;

function vectorOf(
  numbers: readonly number[],
  words: readonly Word[],
  titlesOf: readonly number[][],
  titles: number,
  weights: ContentWeights,
): Said[] {
  const raw = numbers.flatMap((word) => {
    const among = titlesOf[word]!.length;
    if (among < 2) return [];
    return [{ word, weight: weights[words[word]!.kind] * Math.log(1 + titles / among) }];
  });
  const length = Math.hypot(...raw.map(({ weight }) => weight)) || 1;
  return raw.map(({ word, weight }) => ({ word, weight: weight / length }));
}

/** The titles that are most like one, the most alike first. */
export function alikeTo(content: Content, at: number, most: number): Alike[] {
  const { titles, words, saidBy, vectors } = content;
  const sums = new Map<number, number>();
  for (const { word, weight } of vectors[at]!) {
    if (saidBy[word]!.length > TOO_COMMON) continue;
    for (const other of saidBy[word]!)
      sums.set(other.title, (sums.get(other.title) ?? 0) + weight * other.weight);
  }
  sums.delete(at);
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([other, alike]) => ({
      titleId: titles[other]!._id,
      alike,
      shared: sharedMost(vectors[at]!, vectors[other]!, words),
    }));
}

const weightIn = (vector: readonly Said[], word: number): number =>
  vector.find((said) => said.word === word)?.weight ?? 0;

function sharedMost(a: readonly Said[], b: readonly Said[], words: readonly Word[]): NearShared {
  let best = { worth: -1, word: -1 };
  for (const { word, weight } of a) {
    const worth = weight * weightIn(b, word);
    if (worth > best.worth) best = { worth, word };
  }
  const { kind, text } = words[best.word]!;
  if (kind === 'author') return { by: 'author', name: text };
  if (kind === 'class') return { by: 'class', clc: text };
  if (kind === 'publisher') return { by: 'publisher', publisher: text };
  if (kind === 'word') return { by: 'words' };
  return { by: 'subject', subject: text };
}
