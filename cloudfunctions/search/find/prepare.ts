import { readings } from '../reading/readings';
import type { Unit, Way } from './analyse';
import { unitWeight } from './candidate';

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
  /** How well a unit fits a character of a title, 0 to 1; `literally` forgives nothing. */
  fit(unit: number, code: number): number;
  fitLiterally(unit: number, code: number): number;
}

const AS_TYPED = 1;
const SAME_READING = 0.97;
const OTHER_READING = 0.95;
const BEGINNING = 0.92;
const HEARD_ALIKE = 0.85;
const FIRST_LETTER = 0.8;
const HOMOPHONE = 0.84;
const HEARD_HOMOPHONE = 0.76;

export function prepare(way: Way): Prepared {
  const { units } = way;
  const weights = Float32Array.from(units, (unit) => (unit.kind === 'character' ? unitWeight(unit.code) : 1));
  const words = way.wordEnds.map((to, n) => ({ from: way.wordEnds[n - 1] ?? 0, to, year: 0 }));
  const wordOf = new Uint8Array(units.length);
  words.forEach((word, n) => {
    wordOf.fill(n, word.from, word.to);
    const text = units.slice(word.from, word.to).map((unit) => (unit.kind === 'character' ? String.fromCharCode(unit.code) : '')).join('');
    if (/^(1[4-9]|20)\d\d年?$/.test(text)) word.year = Number(text.slice(0, 4));
  });
  const codes = Uint16Array.from(units, (unit) => (unit.kind === 'character' ? unit.code : 0));
  const fits = units.map(fitOf);
  return {
    sounding: way.sounding,
    length: units.length,
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    wordOf,
    words,
    fitLiterally: (unit, code) => (codes[unit] === code ? AS_TYPED : 0),
    fit: (unit, code) => (codes[unit] === code ? AS_TYPED : fits[unit]!(code)),
  };
}

/** How a unit fits characters other than itself. */
function fitOf(unit: Unit): (code: number) => number {
  const table = readings();
  const never = (): number => 0;
  switch (unit.kind) {
    case 'character':
      return homophoneFit(unit.code);
    case 'syllable': {
      const { number } = unit;
      const heard = table.heard(number);
      return (code) => {
        const first = table.first(code);
        if (first === 0) return 0;
        if (first === number) return SAME_READING;
        if (table.others(code).includes(number)) return OTHER_READING;
        return table.heard(first) === heard ? HEARD_ALIKE : 0;
      };
    }
    case 'beginning': {
      const numbers = new Set(unit.numbers);
      return (code) => (numbers.has(table.first(code)) ? BEGINNING : 0);
    }
    case 'letter': {
      const letter = unit.letter.charCodeAt(0);
      return (code) => {
        if (code === letter) return FIRST_LETTER;
        const first = table.first(code);
        if (first === 0) return 0;
        if (table.initial(first) === letter) return FIRST_LETTER;
        return table.commonOthers(code).some((other) => table.initial(other) === letter) ? FIRST_LETTER * 0.97 : 0;
      };
    }
    default:
      return never;
  }
}

function homophoneFit(own: number): (code: number) => number {
  const table = readings();
  const first = table.first(own);
  if (first === 0) return () => 0;
  const heard = table.heard(first);
  const others = table.commonOthers(own);
  return (code) => {
    const theirs = table.first(code);
    if (theirs === 0) return 0;
    if (theirs === first) return HOMOPHONE;
    if (others.includes(theirs) || table.commonOthers(code).includes(first)) return HOMOPHONE;
    return table.heard(theirs) === heard ? HEARD_HOMOPHONE : 0;
  };
}
