import { fold } from './fold';

/**
 * A text as folded UTF-16 units without spaces and punctuation, with the place in the text that each came from:
 * what ranking compares and highlighting points at. Folding by single characters, remembered, is some thirty times
 * faster than folding whole texts; it says the same (units.test.ts).
 */
export interface Units {
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
  const codes = new Uint16Array(Math.min(limit, text.length * 3));
  const from = new Uint16Array(codes.length);
  let length = 0;
  for (let at = 0; at < text.length && length < codes.length; at++) {
    const code = text.charCodeAt(at);
    let folded = foldedCode[code]!;
    if (folded === UNKNOWN) folded = learn(code);
    if (folded === DROPPED) {
      if (!isSign(code) || length === 0 || from[length - 1] !== at - 1 || !carriesSign(codes[length - 1]!)) continue;
      codes[length] = code;
      from[length++] = at;
    } else if (folded === SEVERAL) {
      for (const one of severalCodes.get(code)!) {
        if (length === codes.length) break;
        codes[length] = one;
        from[length++] = at;
      }
    } else {
      codes[length] = folded;
      from[length++] = at;
    }
  }
  return { codes: codes.subarray(0, length), from: from.subarray(0, length) };
}

function learn(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return (foldedCode[code] = code);
  const folded = fold(String.fromCharCode(code)).replaceAll(' ', '');
  if (folded.length > 1) severalCodes.set(code, [...folded].map((character) => character.charCodeAt(0)));
  foldedCode[code] = folded === '' ? DROPPED : folded.length > 1 ? SEVERAL : folded.charCodeAt(0);
  return foldedCode[code]!;
}

const isSign = (code: number): boolean => code === PLUS || code === HASH;

/** C++ and C#: the signs stay after a letter. */
const carriesSign = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || isSign(code);

/** Chinese characters and kana stand each for itself; letters and digits make words. */
export function standsAlone(code: number): boolean {
  return (code >= 0x3040 && code <= 0x9fff) || code === 0x3005 || code === 0x3007 || (code >= 0xd800 && code < 0xfb00);
}
