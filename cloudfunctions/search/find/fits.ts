import { numeralValue } from '../numerals';
import { readings } from '../reading/readings';
import type { Unit } from './analyse';

/**
 * How well each unit of a way fits each character, 0 to 1. Some hundred titles share their characters: what a
 * character fits is worked out at its first meeting and found again by its slot.
 */
export interface Fits {
  units: Unit[];
  /**
   * By character: the query that met it last, and its slot, counted from 1; 0 fits nothing, as most
   * characters of most titles.
   */
  slots: Int32Array;
  stamp: number;
  used: number;
  /** By slot, a row of all units. */
  values: Float32Array;
  /** By slot, the units that fit, and how many they are. */
  places: Uint8Array;
  counts: Uint8Array;
  /** Units that are characters, by their code. */
  typed: ReadonlySet<number>;
  /** Numerals among them, a bit for each. */
  numerals: number;
  /** By syllable: some unit may fit a character that is read so. */
  mayFit: Uint8Array;
  /** By unit. */
  fitting: ((code: number) => number)[];
}

const AS_TYPED = 1;
const SAME_READING = 0.97;
const OTHER_READING = 0.95;
const BEGINNING = 0.92;
const SLIPPED = 0.8;
const SAME_NUMERAL = 0.9;
const HEARD_ALIKE = 0.85;
const FIRST_LETTER = 0.8;
const OTHER_FIRST_LETTER = 0.776;
const HOMOPHONE = 0.84;
const HEARD_HOMOPHONE = 0.76;

const SLOT_BITS = 14;
const SLOTS = 1 << SLOT_BITS;
const LAST_STAMP = (1 << (31 - SLOT_BITS)) - 1;

/**
 * A table of all characters for each way, used again by the next query: clearing it would cost more than the
 * query.
 */
const tables: { slots: Int32Array; stamp: number }[] = [];

/** @param turn which way of its query this is: the ways of one query are compared side by side */
export function fitsOf(units: Unit[], turn: number): Fits {
  const table = (tables[turn] ??= { slots: new Int32Array(0x10000), stamp: 0 });
  if (table.stamp === LAST_STAMP) table.slots.fill((table.stamp = 0));
  table.stamp++;
  const room = 64;
  const typed = new Set(units.flatMap((unit) => (unit.kind === 'character' ? [unit.code] : [])));
  return {
    units,
    slots: table.slots,
    stamp: table.stamp,
    used: 0,
    values: new Float32Array(room * units.length),
    places: new Uint8Array(room * units.length),
    counts: new Uint8Array(room),
    typed,
    numerals: [...typed].reduce((bits, code) => bits | numeralBit(code), 0),
    mayFit: syllablesThatFit(units),
    fitting: units.map(fitOf),
  };
}

/**
 * The slot of a character; -1 when it fits nothing. `values`, `places` and `counts` may have grown
 * afterwards.
 */
export function slotOf(fits: Fits, code: number): number {
  const known = fits.slots[code]!;
  return (known >>> SLOT_BITS === fits.stamp ? known & (SLOTS - 1) : learn(fits, code)) - 1;
}

function learn(fits: Fits, code: number): number {
  const slot = mayFitAny(fits, code) && fits.used < SLOTS - 1 ? worthKeeping(fits, code) : 0;
  fits.slots[code] = (fits.stamp << SLOT_BITS) | slot;
  return slot;
}

function mayFitAny({ typed, numerals, mayFit }: Fits, code: number): boolean {
  if (typed.has(code) || (numerals & numeralBit(code)) !== 0) return true;
  const table = readings();
  const first = table.first(code);
  if (first === 0) return code >= 0x61 && code <= 0x7a && mayFit[0] === 1;
  return mayFit[first] === 1 || table.others(code).some((other) => mayFit[other] === 1);
}

function numeralBit(code: number): number {
  const value = numeralValue(code);
  return value < 0 ? 0 : 1 << value;
}

/** Works out what a character fits; its slot, counted from 1, or 0. */
function worthKeeping(fits: Fits, code: number): number {
  const { units, fitting } = fits;
  const width = units.length;
  if (fits.used === fits.counts.length) grow(fits);
  const from = fits.used * width;
  let count = 0;
  for (let at = 0; at < width; at++) {
    const unit = units[at]!;
    const value = unit.kind === 'character' && unit.code === code ? AS_TYPED : fitting[at]!(code);
    fits.values[from + at] = value;
    if (value > 0) fits.places[from + count++] = at;
  }
  if (count === 0) return 0;
  fits.counts[fits.used] = count;
  return ++fits.used;
}

function grow(fits: Fits): void {
  const { values, places, counts } = fits;
  fits.values = new Float32Array(values.length * 2);
  fits.values.set(values);
  fits.places = new Uint8Array(places.length * 2);
  fits.places.set(places);
  fits.counts = new Uint8Array(counts.length * 2);
  fits.counts.set(counts);
}

/** Place 0 stands for letters themselves: a lone letter fits itself. */
function syllablesThatFit(units: Unit[]): Uint8Array {
  const table = readings();
  const may = new Uint8Array(table.syllables);
  const wanted = new Set<number>();
  const letters = new Set<number>();
  for (const unit of units) {
    if (unit.kind === 'syllable') wanted.add(table.heard(unit.number)).add(unit.number);
    if (unit.kind === 'beginning' || unit.kind === 'slip')
      for (const number of unit.numbers) wanted.add(number);
    if (unit.kind === 'letter') letters.add(unit.letter.charCodeAt(0));
    if (unit.kind === 'character' && table.first(unit.code) > 0)
      for (const number of [table.first(unit.code), ...table.commonOthers(unit.code)])
        wanted.add(table.heard(number)).add(number);
  }
  if (letters.size > 0) may[0] = 1;
  for (let number = 1; number < may.length; number++)
    if (wanted.has(number) || wanted.has(table.heard(number)) || letters.has(table.initial(number)))
      may[number] = 1;
  return may;
}

const never = (): number => 0;

/** How a unit fits characters other than itself. */
function fitOf(unit: Unit): (code: number) => number {
  switch (unit.kind) {
    case 'character':
      return homophoneFit(unit.code);
    case 'syllable':
      return syllableFit(unit.number);
    case 'beginning': {
      const table = readings();
      const numbers = new Set(unit.numbers);
      return (code) => (numbers.has(table.first(code)) ? BEGINNING : 0);
    }
    case 'slip': {
      const table = readings();
      const numbers = new Set(unit.numbers);
      return (code) => (numbers.has(table.first(code)) ? SLIPPED : 0);
    }
    case 'letter':
      return letterFit(unit.letter.charCodeAt(0));
  }
}

function syllableFit(number: number): (code: number) => number {
  const table = readings();
  const heard = table.heard(number);
  return (code) => {
    const first = table.first(code);
    if (first === 0) return 0;
    if (first === number) return SAME_READING;
    if (table.others(code).includes(number)) return OTHER_READING;
    return table.heard(first) === heard ? HEARD_ALIKE : 0;
  };
}

function letterFit(letter: number): (code: number) => number {
  const table = readings();
  return (code) => {
    if (code === letter) return FIRST_LETTER;
    const first = table.first(code);
    if (first === 0) return 0;
    if (table.initial(first) === letter) return FIRST_LETTER;
    return table.commonOthers(code).some((other) => table.initial(other) === letter) ? OTHER_FIRST_LETTER : 0;
  };
}

function homophoneFit(own: number): (code: number) => number {
  const value = numeralValue(own);
  const sounds = soundFit(own);
  return value < 0 ? sounds : (code) => (numeralValue(code) === value ? SAME_NUMERAL : sounds(code));
}

function soundFit(own: number): (code: number) => number {
  const table = readings();
  const first = table.first(own);
  if (first === 0) return never;
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
