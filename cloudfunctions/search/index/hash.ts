/**
 * What a term is about. Kinds keep terms apart that are spelled alike; the number is part of the hash, so
 * changing one makes another version of the format.
 */
export const TermKind = {
  /** A whole title, with and without its subtitle. */
  whole: 1,
  /** Two neighbouring characters of title, subtitle, other forms of the title, or a name. */
  pair: 2,
  /** One character of the title. */
  character: 3,
  /** The beginning of a title or name: one character, or three letters. */
  start: 4,
  /** A whole name of a contributor. */
  name: 5,
  /** A word of letters or digits. */
  word: 6,
  /** The first four letters of a longer word. */
  wordStart: 7,
  /** A word without its vowels and doubled letters. */
  skeleton: 8,
  /** Two neighbouring syllables, as heard. */
  sounds: 9,
  /** The first syllable of a title or name, as heard. */
  firstSound: 10,
  /** Three neighbouring first letters. */
  letters: 11,
  /** All first letters of a title or name. */
  allLetters: 12,
  /** The first two of them. */
  firstLetters: 13,
  isbn: 14,
  callNumber: 15,
  subject: 16,
  publisher: 17,
} as const;
export type TermKind = (typeof TermKind)[keyof typeof TermKind];

/** 32 bits of a term: FNV-1a over its UTF-16 units, mixed until every bit depends on every other. */
export function hashOf(kind: TermKind, text: string): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The same of up to three numbers: pairs of units or syllables, without making a string of them. */
export function hashOfNumbers(kind: TermKind, a: number, b: number, c = 0): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  hash = Math.imul(hash ^ a, 0x01000193);
  hash = Math.imul(hash ^ b, 0x01000193);
  return mixed(Math.imul(hash ^ c, 0x01000193));
}

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
