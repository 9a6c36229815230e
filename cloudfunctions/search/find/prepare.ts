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
  /**
   * Where `fits` tells how well each unit fits a character, 0 to 1: place of the first unit; -1 when none fits at all, as most
   * characters of most titles.
   */
  fitsOf(code: number): number;
  /** Grows as characters are asked for; take it anew after `fitsOf`. */
  fits(): Float32Array;
}

const AS_TYPED = 1;
const SAME_READING = 0.97;
const OTHER_READING = 0.95;
const BEGINNING = 0.92;
const HEARD_ALIKE = 0.85;
const FIRST_LETTER = 0.8;
const HOMOPHONE = 0.84;
const HEARD_HOMOPHONE = 0.76;

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
    ...fitTable(units, turn),
  };
}

const UNKNOWN = 0;
const NONE = -1;

/** A table of all characters for each way, used again by the next query: making them anew costs more than the query. */
const slotTables: Int32Array[] = [];

function clearedSlots(turn: number): Int32Array {
  const table = (slotTables[turn] ??= new Int32Array(0x10000));
  return table.fill(UNKNOWN);
}

/** Some hundred titles share their characters: how the units fit one is worked out once. */
function fitTable(units: Unit[], turn: number): Pick<Prepared, 'fitsOf' | 'fits'> {
  const fitting = units.map(fitOf);
  const slots = clearedSlots(turn);
  let table = new Float32Array(64 * units.length);
  let used = 0;
  const learn = (code: number): number => {
    const fits = units.map((unit, n) =>
      unit.kind === 'character' && unit.code === code ? AS_TYPED : fitting[n]!(code),
    );
    if (fits.every((fit) => fit === 0)) return (slots[code] = NONE);
    if (used + units.length > table.length) {
      const larger = new Float32Array(table.length * 2);
      larger.set(table);
      table = larger;
    }
    table.set(fits, used);
    slots[code] = used + 1;
    used += units.length;
    return slots[code]!;
  };
  return {
    fitsOf(code) {
      const known = slots[code]!;
      const slot = known === UNKNOWN ? learn(code) : known;
      return slot === NONE ? NONE : slot - 1;
    },
    fits: () => table,
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
        return table.commonOthers(code).some((other) => table.initial(other) === letter)
          ? FIRST_LETTER * 0.97
          : 0;
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
