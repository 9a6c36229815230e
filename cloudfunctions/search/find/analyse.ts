import { fold } from '../fold';
import { isbnsNear, readIsbn } from '../isbn';
import { callNumberForm } from '../index/title-terms';
import { waysToRead, type Sound } from '../reading/parse';
import { readings } from '../reading/readings';
import { unitsOf } from '../units';

/** A part of what was typed: a character as it stands, or a sound in its place. */
export type Unit = { kind: 'character'; code: number } | Sound;

/** One way to understand what was typed. */
export interface Way {
  units: Unit[];
  /** Ends of the words as typed: a place in `units` for each. */
  wordEnds: number[];
  /** Letters were taken for sounds. */
  sounding: boolean;
}

export interface Asked {
  /** Folded words, as they were kept apart. */
  words: string[];
  /** All of it, folded, without spaces. */
  whole: string;
  /** What it says literally comes first; then readings of its letters, the likeliest first. */
  ways: Way[];
  /** What it may be besides words; to be looked up first. */
  isbn: string | null;
  /** What else it may have been meant for. */
  isbnsNear: string[];
  callNumber: string | null;
  /** The class in it, for the call number that no title has. */
  callClass: string | null;
  /** May be the barcode of a copy: the index does not know copies, the caller looks it up. */
  barcode: string | null;
}

const TEXT_LIMIT = 80;
const MOST_LETTERS = 12;

/** What the text of a reader may mean; null when it has nothing to look for. */
export function analyse(text: string): Asked | null {
  const typed = [...text.normalize('NFC')].slice(0, TEXT_LIMIT).join('');
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const whole = words.join('');
  return {
    words,
    whole,
    ways: [literally(words), ...soundingly(words)],
    isbn: readIsbn(text),
    isbnsNear: isbnsNear(text),
    callNumber: callNumberIn(text),
    callClass: callClassIn(text),
    barcode: barcodeIn(text),
  };
}

function literally(words: string[]): Way {
  const units: Unit[] = [];
  const wordEnds: number[] = [];
  for (const word of words) {
    for (const code of unitsOf(word).codes) units.push({ kind: 'character', code });
    wordEnds.push(units.length);
  }
  return { units, wordEnds, sounding: false };
}

/** Words of letters alone, or letters among characters, read as sounds: hongloumeng, 红楼meng, hlm. */
function soundingly(words: string[]): Way[] {
  const runs = words.map((word) => runsOf(withoutTones(word)));
  if (!runs.flat().some(({ letters }) => letters)) return [];
  const read = runs.map((list) =>
    list.map((run) => (run.letters ? waysOfRun(run.text) : [charactersOf(run.text)])),
  );
  const most = Math.max(...read.flat().map((ways) => ways.length));
  return Array.from({ length: most }, (_, n) => {
    const units: Unit[] = [];
    const wordEnds = read.map((list) => {
      for (const ways of list) units.push(...ways[Math.min(n, ways.length - 1)]!);
      return units.length;
    });
    return { units, wordEnds, sounding: true };
  }).filter(({ units }) => plausible(units));
}

/**
 * Syllables throughout, first letters throughout, mostly syllables, or first the ones and then the others
 * (hongloum, honglm); "the lord of the rings" is none of these.
 */
function plausible(units: Unit[]): boolean {
  const sounds = units.filter(({ kind }) => kind !== 'character');
  const letters = sounds.filter(({ kind }) => kind === 'letter').length;
  if (letters === sounds.length) return letters <= MOST_LETTERS;
  const turns = sounds.filter(
    ({ kind }, n) => n > 0 && (kind === 'letter') !== (sounds[n - 1]!.kind === 'letter'),
  ).length;
  return letters * 2 <= sounds.length - letters + 1 || (turns === 1 && sounds.length <= MOST_LETTERS);
}

/** hong2lou2meng4: digits behind syllables are tones, 0 and 5 none. */
function withoutTones(word: string): string {
  return /^([a-z]+[0-5])+$/.test(word) ? word.replace(/[0-5]/g, '') : word;
}

function runsOf(word: string): { text: string; letters: boolean }[] {
  return [...word.matchAll(/[a-z]+|[^a-z]+/g)].map(([text]) => ({ text, letters: /^[a-z]/.test(text) }));
}

/** Fewer letters are rather first letters than a slip. */
const LEAST_SLIPPED = 6;

function waysOfRun(letters: string): Unit[][] {
  const ways: Unit[][] = waysToRead(letters).map(withLoneLetters);
  const isRead = ways.some((way) => way.every(({ kind }) => kind !== 'letter'));
  if (!isRead && letters.length >= LEAST_SLIPPED) ways.push(...waysToRead(letters, true).slice(0, 1));
  // No Chinese word begins with i, u or v: without them the letters may be first letters, even if they can be
  // read.
  const mayBeFirstLetters = letters.length > 1 && letters.length <= MOST_LETTERS && !/[iuv]/.test(letters);
  if (mayBeFirstLetters && !ways.some((way) => way.every(({ kind }) => kind === 'letter')))
    ways.push([...letters].map((letter) => ({ kind: 'letter', letter })));
  return ways;
}

/** Among first letters a, e and o are such as well. */
function withLoneLetters(way: Sound[]): Sound[] {
  const letters = way.filter(({ kind }) => kind === 'letter').length;
  if (letters < 2) return way;
  const { nameOf } = readings();
  return way.map((sound) =>
    sound.kind === 'syllable' && nameOf(sound.number).length === 1
      ? { kind: 'letter', letter: nameOf(sound.number) }
      : sound,
  );
}

const charactersOf = (text: string): Unit[] =>
  Array.from(unitsOf(text).codes, (code) => ({ kind: 'character' as const, code }));

/** "I242.4/C153", "K825.6=7", "TP312": letters, then digits, as no word has them. */
function callNumberIn(text: string): string | null {
  const code = text.normalize('NFKC').trim();
  return /^[a-z]{0,3}\s?\d[\w.\-=+:/()"\s]*$/i.test(code) && /[a-z./]/i.test(code)
    ? callNumberForm(code)
    : null;
}

/** "I242.4" of "I242.4/C15" and "i242.4 c15". */
function callClassIn(text: string): string | null {
  const [, code] = /^([a-z]{1,3}\d[\d.\-=+:()]*)[\s/]*[a-z\d]*$/i.exec(text.normalize('NFKC').trim()) ?? [];
  return code === undefined ? null : callNumberForm(code);
}

/**
 * Printed barcodes have six characters or more, among them five digits or more; start and stop signs are left
 * away.
 */
function barcodeIn(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^\*|\*$/g, '');
  return /^[A-Z]{0,6}\d{5,}[A-Z]?$/.test(code) ? code : null;
}
