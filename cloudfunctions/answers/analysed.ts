import { squeeze } from '../search/fold';
import { readings } from '../search/reading/readings';
import { LITTLE_SAID, SAME_MEANING, SHAPES } from './same-meaning';
import { withoutPoliteness } from './polite';
import { groupsTouched, smallestWords, wordGroups, type WordGroups } from './words';

/** What is said by a text, as numbers that two texts are compared by. */
export interface Analysed {
  /** Its smallest words, in order. */
  words: readonly number[];
  /** Its terms of each kind, a number each, none twice. */
  terms: Record<TermKind, readonly number[]>;
  /** Bits of what it asks for: a place, a time, a reason. */
  shape: number;
  /** The groups that each word stands in a word of. */
  groupsAt: readonly (readonly number[])[];
}

export const TERM_KINDS = ['word', 'pair', 'sound', 'group', 'topic'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

const LONGEST_TEXT = 120;
const PAIR = 0x10000;

const shapes = wordGroups(SHAPES);
const groups = wordGroups(SAME_MEANING);

/** Analyses texts into numbers that it gives out itself: texts are compared within one of them. */
export function analysing(topics: readonly string[]) {
  const touched = groupsTouched(topics);
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size + 1);
    return numbers.size;
  };
  return {
    analyse(text: string, longest = LONGEST_TEXT): Analysed {
      const folded = withoutPoliteness(squeeze(text).slice(0, longest));
      const parts = smallestWords(folded);
      const words = parts.map(numberOf);
      const found = groups.foundIn(folded);
      return {
        words,
        terms: {
          word: [...new Set(words)],
          pair: pairsOf(words),
          sound: pairsOf(parts.map(soundOf)),
          topic: touched(folded),
          group: [...new Set(found.flatMap((each) => each.groups))],
        },
        shape: shapes.foundIn(folded).reduce((bits, each) => bits | (1 << each.groups[0]!), 0),
        groupsAt: groupsOfWords(parts, found),
      };
    },
    /** The words that tell little of what is asked, by their numbers. */
    littleSaid: new Set(LITTLE_SAID.split(' ').map((word) => numberOf(smallestWords(word)[0]!))),
  };
}

/** A word of letters stands in the groups of where it begins. */
function groupsOfWords(
  parts: readonly string[],
  found: ReturnType<WordGroups['foundIn']>,
): (readonly number[])[] {
  let at = 0;
  return parts.map((part) => {
    const here = at;
    at += part.length;
    return found.find((each) => here >= each.at && here < each.at + each.length)?.groups ?? NONE;
  });
}

const NONE: readonly number[] = [];

/** The sloppy ear's syllable of a character; 0 for what is none. */
function soundOf(word: string): number {
  const table = readings();
  const number = table.first(word.charCodeAt(0));
  return number === 0 ? 0 : table.heard(number);
}

const pairsOf = (row: readonly number[]): number[] => {
  const pairs = new Set<number>();
  for (let at = 1; at < row.length; at++)
    if (row[at] !== 0 && row[at - 1] !== 0) pairs.add(row[at - 1]! * PAIR + row[at]!);
  return [...pairs];
};
