import type { Way } from './analyse';
import { unitWeight } from './candidate';
import { fitsOf, type Fits } from './fits';

/** A way to understand the text, ready to be compared with many titles. */
export interface Prepared {
  sounding: boolean;
  length: number;
  weights: Float32Array;
  /** What all units weigh. */
  weight: number;
  /** Place of the word of each unit. */
  wordOf: Uint8Array;
  words: { from: number; to: number; year: number }[];
  fits: Fits;
}

/** @param turn which way of its query this is: the ways of one query are compared side by side */
export function prepare(way: Way, turn: number): Prepared {
  const { units } = way;
  const weights = Float32Array.from(units, (unit) => (unit.kind === 'character' ? unitWeight(unit.code) : 1));
  const words = way.wordEnds.map((to, n) => ({ from: way.wordEnds[n - 1] ?? 0, to, year: 0 }));
  const wordOf = new Uint8Array(units.length);
  words.forEach((word, n) => {
    wordOf.fill(n, word.from, word.to);
    const text = units
      .slice(word.from, word.to)
      .map((unit) => (unit.kind === 'character' ? String.fromCharCode(unit.code) : ''))
      .join('');
    if (/^(1[4-9]|20)\d\d年?$/.test(text)) word.year = Number(text.slice(0, 4));
  });
  return {
    sounding: way.sounding,
    length: units.length,
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    wordOf,
    words,
    fits: fitsOf(units, turn),
  };
}
