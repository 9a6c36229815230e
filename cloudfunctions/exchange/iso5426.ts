import { UNKNOWN } from './marc8';

/**
 * ISO 5426 from A1 on, as old UNIMARC files write Latin letters; a blank stands where the norm has nothing.
 */
const LETTERS = [
  '¡„£$¥†§′‘“«♭©℗®',
  'ʻʼ‚   ‡·″’”»♯ʹʺ¿',
  '                ',
  '                ',
  ' ÆĐ   Ĳ ŁØŒ Þ   ',
  ' æđð ıĳ łøœßþ   ',
].join('');
const FIRST = 0xa1;

/** From C0 on: marks that stand before the letter they belong to. */
const MARKS = [
  0x309, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x308, 0x30a, 0x315, 0x313, 0x30b, 0x31b,
  0x30c, 0x327, 0x31c, 0x326, 0x328, 0x325, 0x32e, 0x323, 0x324, 0x332, 0x333, 0x329, 0x32d, 0, 0x360,
];
const FIRST_MARK = 0xc0;

/** The text of ISO 5426 bytes in Unicode's composed form; null when a byte is none of its characters. */
export function decodeIso5426(bytes: Uint8Array): string | null {
  let text = '';
  let marks = '';
  for (const byte of bytes) {
    const mark = MARKS[byte - FIRST_MARK];
    if (mark) {
      marks += String.fromCharCode(mark);
      continue;
    }
    // Marks of non-sorting words (88, 89) stand in these files too.
    const letter = byte < 0x80 || byte === 0x88 || byte === 0x89 ? String.fromCharCode(byte) : letterOf(byte);
    if (letter === null) return null;
    text += letter + marks;
    marks = '';
  }
  return (marks === '' ? text : text + UNKNOWN).normalize('NFC');
}

function letterOf(byte: number): string | null {
  const letter = LETTERS[byte - FIRST];
  return letter === undefined || letter === ' ' ? null : letter;
}
