import {
  arabic,
  combining,
  cyrillic,
  eacc,
  extendedArabic,
  extendedCyrillic,
  extendedLatin,
  greek,
  greekSymbols,
  hebrew,
  subscripts,
  superscripts,
} from './marc8-sets';

/** Stands for a character that the tables do not know. */
export const UNKNOWN = '〓';

type Set = { width: 1 | 3; of: (code: number) => string | undefined };

const one = (table: (code: number) => string | undefined): Set => ({ width: 1, of: table });
const ascii = one((code) => String.fromCharCode(code));
const ansel = one((code) => extendedLatin.get(code));
const chinese: Set = { width: 3, of: (code) => eacc().get(code) };

/** The final letter of an escape sequence names the set. */
const sets: Record<string, Set> = {
  B: ascii,
  E: ansel,
  N: one((code) => cyrillic.get(code)),
  Q: one((code) => extendedCyrillic.get(code)),
  S: one((code) => greek.get(code)),
  '2': one((code) => hebrew.get(code)),
  '3': one((code) => arabic.get(code)),
  '4': one((code) => extendedArabic.get(code)),
  '1': chinese,
  g: one((code) => greekSymbols.get(code)),
  b: one((code) => subscripts.get(code)),
  p: one((code) => superscripts.get(code)),
  s: ascii,
};

const ESCAPE = 0x1b;
const SUBFIELD = 0x1f;

/**
 * The text of MARC-8 bytes in Unicode's composed form: ASCII and ANSEL with its diacritics before the letter,
 * Cyrillic, Greek, Hebrew, Arabic, EACC (Chinese, Japanese, Korean), sub- and superscripts. A character that
 * no table knows becomes 〓; null when a byte cannot be MARC-8 at all.
 */
export function decodeMarc8(bytes: Uint8Array): string | null {
  let g0 = ascii;
  let g1 = ansel;
  let text = '';
  let marks = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) {
      const escape = readEscape(bytes, at);
      if (!escape) return null;
      if (escape.right) g1 = escape.set;
      else g0 = escape.set;
      at += escape.length - 1;
      continue;
    }
    if (byte < 0x21 || byte === 0x7f) {
      // Sets end with their subfield, whether the record says so or not.
      if (byte === SUBFIELD) [g0, g1] = [ascii, ansel];
      text += marks + String.fromCharCode(byte);
      marks = '';
      continue;
    }
    if (byte >= 0x80 && byte <= 0xa0) {
      if (!isMark(byte)) return null;
      continue;
    }
    const set = byte < 0x80 ? g0 : g1;
    if (set.width === 3 && (at + 2 >= bytes.length || isControl(bytes[at + 1]!) || isControl(bytes[at + 2]!)))
      return null;
    const code =
      set.width === 3
        ? ((byte & 0x7f) << 16) | ((bytes[at + 1]! & 0x7f) << 8) | (bytes[at + 2]! & 0x7f)
        : set === ansel || set === ascii
          ? set === ansel
            ? byte | 0x80
            : byte & 0x7f
          : byte & 0x7f;
    at += set.width - 1;
    const character = set.of(code) ?? UNKNOWN;
    if (character === '') continue;
    if (combining.test(character)) marks += character;
    else {
      // A double mark stands between its two letters, where Unicode wants it too: after the first.
      text += character + marks;
      marks = '';
    }
  }
  return (text + marks).normalize('NFC');
}

const isControl = (byte: number) => (byte & 0x7f) < 0x21;

/** Non-sorting begin and end, joiners. */
const isMark = (byte: number) =>
  byte === 0x88 || byte === 0x89 || byte === 0x8d || byte === 0x8e || byte === 0xa0;

/** ESC, how the set is meant ( "(" "," G0, ")" "-" G1, "$" more bytes, "!" before E), its letter. */
function readEscape(bytes: Uint8Array, at: number): { set: Set; right: boolean; length: number } | null {
  const sequence = String.fromCharCode(...bytes.subarray(at + 1, at + 6));
  const match = /^(?:([gbps])|(\$?)([(,)-]?)(!?)([BENQS1234]))/.exec(sequence);
  if (!match) return null;
  const set = sets[match[1] ?? match[5] ?? ''];
  if (!set) return null;
  return { set, right: match[3] === ')' || match[3] === '-', length: match[0].length + 1 };
}
