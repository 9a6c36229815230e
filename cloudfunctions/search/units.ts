import { fold } from './fold';

/**
 * A text as folded UTF-16 units without spaces and punctuation, with the place in the text that each came
 * from: what ranking compares and highlighting points at. Folding by single characters, remembered, is some
 * thirty times faster than folding whole texts; it says the same (units.test.ts).
 */
interface Units {
  codes: Uint16Array;
  /** Index in the text of each unit. */
  from: Uint16Array;
}

const UNKNOWN = 0;
const DROPPED = 1;
const SEVERAL = 2;
const PLUS = 0x2b;
const HASH = 0x23;

const foldedCode = new Uint16Array(0x10000);
const severalCodes = new Map<number, number[]>();

/** Folds text to units; at most `limit` of them. */
export function unitsOf(text: string, limit = 400): Units {
  const row = new Uint16Array(Math.min(limit, text.length * 3));
  const from = new Uint16Array(row.length);
  let length = 0;
  let lastKept = -1;
  for (let at = 0; at < text.length && length < row.length; at++) {
    const after = addUnit(row, length, text.charCodeAt(at), lastKept === at - 1);
    if (after > length) lastKept = at;
    from.fill(at, length, after);
    length = after;
  }
  return { codes: row.subarray(0, length), from: from.subarray(0, length) };
}

/**
 * Adds what a character folds to at `length` of the row and tells the new length; nothing is written past its
 * end.
 * @param touching the character before it was kept: the sign of C++ stays
 */
export function addUnit(row: Uint16Array, length: number, code: number, touching: boolean): number {
  let folded = foldedCode[code]!;
  if (folded === UNKNOWN) folded = learn(code);
  if (length === row.length) return length;
  if (folded === DROPPED) {
    if (!isSign(code) || !touching || length === 0 || !carriesSign(row[length - 1]!)) return length;
    row[length] = code;
    return length + 1;
  }
  if (folded !== SEVERAL) {
    row[length] = folded;
    return length + 1;
  }
  const several = severalCodes.get(code)!.slice(0, row.length - length);
  row.set(several, length);
  return length + several.length;
}

function learn(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return (foldedCode[code] = code);
  const folded = fold(String.fromCharCode(code)).replaceAll(' ', '');
  if (folded.length > 1)
    severalCodes.set(
      code,
      [...folded].map((character) => character.charCodeAt(0)),
    );
  foldedCode[code] = folded === '' ? DROPPED : folded.length > 1 ? SEVERAL : folded.charCodeAt(0);
  return foldedCode[code]!;
}

const isSign = (code: number): boolean => code === PLUS || code === HASH;

/** C++ and C#: the signs stay after a letter. */
const carriesSign = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || isSign(code);

/** Chinese characters and kana stand each for itself; letters and digits make words. */
export function standsAlone(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x9fff) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0xd800 && code < 0xfb00)
  );
}
