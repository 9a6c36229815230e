import table from '../../../tables/readings.json';
import { nearSyllables } from './near';

/**
 * How characters are read, without tones. Syllables are numbers (1 and up; 0 is none), so that readings
 * compare fast. The table is decoded at its first use: a function that never searches does not pay for it.
 */
interface Readings {
  /** Numbers of syllables are below this. */
  syllables: number;
  /** The commonest reading of a character, by its code; 0 for what is no character of the table. */
  first(code: number): number;
  /** Every other reading. */
  others(code: number): readonly number[];
  /** The other readings that stand in ordinary words: these are indexed too. */
  commonOthers(code: number): readonly number[];
  /** Number of a syllable; 0 when there is none such. */
  numberOf(syllable: string): number;
  nameOf(syllable: number): string;
  /** The syllables that are one letter away: another one, one more, one less, or two turned round. */
  near(letters: string): readonly number[];
  /** The syllables that begin with these letters. */
  beginningWith(letters: string): readonly number[];
  /**
   * What the sloppy or the southern ear hears: zh as z, ing as in, ü as u. Two syllables that sound alike
   * have one number.
   */
  heard(syllable: number): number;
  /** The first letter of a syllable, as a code. */
  initial(syllable: number): number;
}

const FIRST = 0x4e00;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NONE: readonly number[] = [];

let decoded: Readings | undefined;
let nearTable: ReturnType<typeof nearSyllables> | undefined;

export function readings(): Readings {
  decoded ??= decode();
  return decoded;
}

function decode(): Readings {
  const names = ['', ...table.syllables.split(' ')];
  const numbers = new Map(names.map((name, n) => [name, n]));
  const first = decodeFirst();
  const { others, common } = decodeOthers(numbers);
  const heard = heardNumbers(names);
  const initials = Uint16Array.from(names, (name) => (name === '' ? 0 : name.charCodeAt(0)));
  const beginnings = new Map<string, number[]>();
  names.forEach((name, number) => {
    for (let length = 1; length <= name.length; length++) {
      const letters = name.slice(0, length);
      const list = beginnings.get(letters);
      if (list) list.push(number);
      else beginnings.set(letters, [number]);
    }
  });
  return {
    syllables: names.length,
    first: (code) => (code >= FIRST ? (first[code - FIRST] ?? 0) : 0),
    others: (code) => others.get(code) ?? NONE,
    commonOthers: (code) => common.get(code) ?? NONE,
    numberOf: (syllable) => (syllable === '' ? 0 : (numbers.get(typed(syllable)) ?? 0)),
    nameOf: (syllable) => names[syllable]!,
    near: (letters) => (nearTable ??= nearSyllables(names))(letters),
    beginningWith: (letters) => beginnings.get(letters) ?? NONE,
    heard: (syllable) => heard[syllable]!,
    initial: (syllable) => initials[syllable]!,
  };
}

function decodeFirst(): Uint16Array {
  const values = new Uint8Array(128);
  for (let n = 0; n < DIGITS.length; n++) values[DIGITS.charCodeAt(n)] = n;
  const codes = table.first;
  const first = new Uint16Array(codes.length / 2);
  for (let n = 0; n < first.length; n++) {
    const high = codes.charCodeAt(2 * n);
    if (high !== 46) first[n] = (values[high]! << 6) | values[codes.charCodeAt(2 * n + 1)]!;
  }
  return first;
}

function decodeOthers(numbers: Map<string, number>): Record<'others' | 'common', Map<number, number[]>> {
  const others = new Map<number, number[]>();
  const common = new Map<number, number[]>();
  for (const [, character, list] of table.others.matchAll(/([^a-z -])([a-z -]+)/g)) {
    const code = character!.charCodeAt(0);
    const entries = list!.split(' ');
    const number = (entry: string): number => numbers.get(entry.replace('-', ''))!;
    others.set(code, entries.map(number));
    const indexed = entries.filter((entry) => !entry.startsWith('-'));
    if (indexed.length > 0) common.set(code, indexed.map(number));
  }
  return { others, common };
}

function heardNumbers(names: string[]): Uint16Array {
  const byForm = new Map<string, number>();
  return Uint16Array.from(names, (name, number) => {
    const form = heardAs(name);
    if (!byForm.has(form)) byForm.set(form, number);
    return byForm.get(form)!;
  });
}

function heardAs(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replace('v', 'u');
}

/** ü is typed v, and u where no other sound is meant: lue is lve. */
function typed(syllable: string): string {
  if (syllable === 'lue') return 'lve';
  if (syllable === 'nue') return 'nve';
  return /^[jqxy]v/.test(syllable) ? syllable.replace('v', 'u') : syllable.replace(/^([ln])yu$/, '$1v');
}
