import { squeeze } from '../search/fold';
import { numeralValue } from '../search/numerals';
import { standsAlone } from '../search/units';

/** Words by the groups that each stands in, found in a text from left to right, longest first. */
export interface WordGroups {
  /** Where a word begins, how long it is, and its groups. */
  foundIn(text: string): readonly FoundWord[];
}

interface FoundWord {
  at: number;
  length: number;
  groups: readonly number[];
}

const LONGEST_WORD = 10;

export function wordGroups(lines: readonly string[]): WordGroups {
  const { groupsOf, longest } = byWord(lines);
  return {
    foundIn: (text) => {
      const found: FoundWord[] = [];
      for (let at = 0; at < text.length;) {
        let length = Math.min(longest, text.length - at);
        while (length > 0 && !groupsOf.has(text.slice(at, at + length))) length--;
        if (length > 0) found.push({ at, length, groups: groupsOf.get(text.slice(at, at + length))! });
        at += Math.max(1, length);
      }
      return found;
    },
  };
}

function byWord(lines: readonly string[]): { groupsOf: Map<string, number[]>; longest: number } {
  const groupsOf = new Map<string, number[]>();
  let longest = 1;
  lines.forEach((line, group) => {
    for (const word of new Set(line.split(' ').map(squeeze))) {
      longest = Math.min(LONGEST_WORD, Math.max(longest, word.length));
      const known = groupsOf.get(word);
      if (known) known.push(group);
      else groupsOf.set(word, [group]);
    }
  });
  return { groupsOf, longest };
}

/** The groups that a text has a word of anywhere, each once. */
export function groupsTouched(lines: readonly string[]): (text: string) => number[] {
  const { groupsOf, longest } = byWord(lines);
  return (text) => {
    const found = new Set<number>();
    for (let at = 0; at < text.length; at++)
      for (let length = 1; length <= longest; length++)
        for (const group of groupsOf.get(text.slice(at, at + length)) ?? []) found.add(group);
    return [...found];
  };
}

/**
 * A folded text as its smallest words: a Chinese character each, letters and digits in runs. A numeral is its
 * digit: 五本 and 5本 say the same.
 */
export function smallestWords(text: string): string[] {
  const words: string[] = [];
  let run = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = numeralValue(code);
    if (standsAlone(code)) {
      if (run !== '') words.push(run);
      run = '';
      words.push(digit >= 0 ? String(digit) : text[at]!);
    } else run += text[at]!;
  }
  if (run !== '') words.push(run);
  return words;
}
