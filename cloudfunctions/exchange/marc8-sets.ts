import table from '../../tables/eacc.json';

/**
 * The character sets of MARC-8, each from its code to its character; "" where the first half of a pair says
 * it all.
 */
type Table = ReadonlyMap<number, string>;

/** Characters from a code on; a blank leaves its code out. */
const run = (from: number, characters: string): [number, string][] =>
  [...characters].flatMap((character, n): [number, string][] =>
    character === ' ' ? [] : [[from + n, character]],
  );
const marks = (from: number, ...codes: number[]): [number, string][] =>
  codes.flatMap((code, n): [number, string][] => (code ? [[from + n, String.fromCodePoint(code)]] : []));

/** Marks that a record writes before their letter and Unicode after it. */
export const combining = /^\p{M}+$/u;

/**
 * ANSEL. The second halves of ligature and double tilde (EC, FB) add nothing to the double marks of Unicode.
 */
export const extendedLatin: Table = new Map([
  ...run(0xa1, 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ ʻłøđþæœʺı£ð ơư  °ℓ℗©♯¿¡ß€'),
  ...marks(0xe0, 0x309, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30c, 0x30a, 0x361),
  [0xec, ''],
  ...marks(
    0xed,
    0x315,
    0x30b,
    0x310,
    0x327,
    0x328,
    0x323,
    0x324,
    0x325,
    0x333,
    0x332,
    0x326,
    0x31c,
    0x32e,
    0x360,
  ),
  [0xfb, ''],
  ...marks(0xfe, 0x313),
]);

export const cyrillic: Table = new Map([
  ...run(0x21, '!"#$%&\'()*+,-./0123456789:;<=>?'),
  ...run(0x40, 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧ'),
]);

export const extendedCyrillic: Table = new Map(
  run(0x40, 'ґђѓєёѕіїјљњћќўџ ѣѳѵѫ       [ ] _ҐЂЃЄЁЅІЇЈЉЊЋЌЎЏЪѢѲѴѪ'),
);

export const greek: Table = new Map([
  ...marks(0x21, 0x300, 0x301, 0x308, 0x342, 0x313, 0x314, 0x345),
  ...run(0x30, '«»“”ʹ͵     ·   ;'),
  ...run(0x41, 'ΑΒ ΓΔΕϚϜΖΗΘΙΚΛΜΝΞΟΠϞΡΣ ΤΥΦΧΨΩϠ  αβϐγδεϛϝζηθικλμνξοπϟρσςτυφχψωϡ'),
]);

export const hebrew: Table = new Map([
  ...run(0x21, '!״#$%&׳()*+,־./0123456789:;<=>?'),
  ...marks(
    0x41,
    0x5b7,
    0x5b8,
    0x5b6,
    0x5b5,
    0x5b4,
    0x5b9,
    0x5bb,
    0x5b0,
    0x5b2,
    0x5b3,
    0x5b1,
    0x5bc,
    0x5bf,
    0x5c1,
    0xfb1e,
  ),
  ...run(0x5b, '[ ]'),
  ...run(0x60, 'אבגדהוזחטיךכלםמןנסעףפץצקרשתװױײ'),
]);

export const arabic: Table = new Map([
  ...run(0x21, '!"#$٪&\'()٭+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟'),
  ...run(0x41, 'ءآأؤإئابةتثجحخدذرزسشصضطظعغ[ ]'),
  ...run(0x60, 'ـفقكلمنهوىي'),
  ...marks(0x6b, 0x64b, 0x64c, 0x64d, 0x64e, 0x64f, 0x650, 0x651, 0x652, 0x670, 0x671),
  ...run(0x78, '٬”“'),
]);

export const extendedArabic: Table = new Map([
  ...marks(0x21, 0x6fd, 0x672, 0x673),
  ...run(0x24, 'ٹٺٻټٽپٿڀځڂڃڄڅچڿڇڈډڊڋڌڍڎڏڐڑڒړڔڕږڗژڙښڛڜۺڝڞۻڟڠۼڡڢڣڤڥڦڧڨکڪګڬڭڮگڰڱڲڳڴڵڶڷڸںڻڼڽڹھۀۄۅۆۊۋۍێېےۓ'),
  ...marks(0x7e, 0x306),
]);

export const greekSymbols: Table = new Map(run(0x61, 'αβγ'));
export const subscripts: Table = new Map([...run(0x28, '₍₎ ₊ ₋'), ...run(0x30, '₀₁₂₃₄₅₆₇₈₉')]);
export const superscripts: Table = new Map([...run(0x28, '⁽⁾ ⁺ ⁻'), ...run(0x30, '⁰¹²³⁴⁵⁶⁷⁸⁹')]);

let readEacc: Table | undefined;

/**
 * East Asian Character Code (ANSI Z39.64): three bytes as one number → character. A row of the table is its
 * first two bytes in hexadecimal, then what its third byte 21 to 7E means. Read when the first record asks
 * for it.
 */
export function eacc(): Table {
  return (readEacc ??= new Map(
    table.split('\n').flatMap((line) => run((parseInt(line.slice(0, 4), 16) << 8) | 0x21, line.slice(4))),
  ));
}
