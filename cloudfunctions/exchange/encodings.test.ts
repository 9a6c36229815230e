import { detectEncoding } from './detect-encoding';
import { decoderOf, type Encoding } from './encodings';
import { decodeMarc8 } from './marc8';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('MARC-8', () => {
  test.each<[string, Buffer, string]>([
    ['a diacritic before its letter', bytes('Caf', [0xe2], 'e'), 'Café'],
    ['two diacritics on one letter', bytes([0xe3, 0xf2], 'a'), 'ậ'],
    ['letters of their own', bytes([0xa1], '', [0xb2], 'd', [0xa5, 0xc7]), 'ŁødÆß'],
    ['a ligature over two letters', bytes([0xeb], 'i', [0xec], 'a'), 'i͡a'],
    ['Cyrillic', bytes('\u001b(N', 'rOSSIQ', '\u001b(B', ' 1'), 'Россия 1'],
    ['Greek, with its accent before the letter', bytes('\u001b(S', [0x22, 0x61], '\u001b(B'), 'ά'],
    ['Hebrew', bytes('\u001b(2', [0x79, 0x6c, 0x65, 0x6d]), 'שלום'],
    ['Chinese by EACC', bytes('\u001b$1', [0x21, 0x30, 0x21, 0x21, 0x30, 0x22], '\u001b(B', 'a'), '一丁a'],
    [
      'characters that stand beside gaps of the table',
      bytes('\u001b$1', [0x21, 0x36, 0x3a, 0x21, 0x49, 0x75, 0x21, 0x38, 0x3a], '\u001b(B'),
      '哥煽培',
    ],
    ['a small figure below', bytes('H', '\u001bb2\u001bs', 'O'), 'H₂O'],
    ['marks of sorting are no text', bytes([0x88], 'The ', [0x89], 'end'), 'The end'],
    ['a set ends with its subfield', bytes('\u001b(NABC\u001faABC'), 'абц\u001faABC'],
    ['a character that no table knows', bytes('\u001b$1', [0x7e, 0x7e, 0x7e], '\u001b(B!'), '〓!'],
  ])('%s', (_, input, text) => {
    expect(decodeMarc8(input)).toBe(text.normalize('NFC'));
  });

  test.each<[string, Buffer]>([
    ['a control that is none of its', bytes('a', [0x85])],
    ['a Chinese character cut in two', bytes('\u001b$1', [0x21, 0x30])],
    ['an escape to nowhere', bytes('\u001b(ZA')],
  ])('%s is not MARC-8', (_, input) => {
    expect(decodeMarc8(input)).toBeNull();
  });
});

test('GB18030 and Big5 are there, and strict', () => {
  expect(decoderOf('gb18030')(Buffer.from([0xce, 0xa7, 0xb3, 0xc7]))).toBe('围城');
  expect(decoderOf('gb18030')(Buffer.from([0x81, 0x30, 0x81, 0x30]))).toBe('\u0080');
  expect(decoderOf('big5')(Buffer.from([0xb3, 0xf2, 0xab, 0xb0]))).toBe('圍城');
  expect(decoderOf('gb18030')(Buffer.from([0xce, 0x20]))).toBeNull();
  expect(decoderOf('big5')(Buffer.from([0xff, 0x41]))).toBeNull();
  // A character that one library made for itself.
  expect(decoderOf('big5')(Buffer.from([0xfa, 0x40]))).toBe('〓');
});

/** Ordinary titles in each encoding. */
const texts: [Encoding, Buffer][] = [
  ['utf-8', Buffer.from('围城 / 钱锺书著')],
  ['utf-8', Buffer.from('Café crème')],
  // 中国发展报告 中国统计出版社
  ['gb18030', Buffer.from('d6d0b9fab7a2d5b9b1a8b8e620d6d0b9facdb3bcc6b3f6b0e6c9e7', 'hex')],
  // 毛絨絨的小可愛 圖文出版
  ['big5', Buffer.from('a4f2b5b3b5b3aabaa470a569b752a420b9cfa4e5a558aaa9'.replace('a420', '20'), 'hex')],
  ['marc-8', bytes('Caf', [0xe2], 'e cr', [0xe1], 'eme et ', [0xb6], 'uvre')],
  ['marc-8', bytes('\u001b$1', [0x21, 0x30, 0x21, 0x21, 0x30, 0x22], '\u001b(B')],
];

test.each(texts)('%s is told by its bytes', (encoding, text) => {
  expect(detectEncoding([Buffer.from('plain'), text])).toBe(encoding);
});

test('plain ASCII tells nothing, and one spoilt text does not outvote the others', () => {
  expect(detectEncoding([Buffer.from('The end'), Buffer.from('x')])).toBeNull();
  const chinese = texts[0]![1];
  expect(detectEncoding([chinese, Buffer.from([0xce, 0xa7, 0xb3, 0xc7]), chinese])).toBe('utf-8');
});

test.each<[string, Buffer, string | null]>([
  ['a mark before its letter', bytes('Caf', [0xc2], 'e'), 'Café'],
  ['two marks on one letter', bytes([0xc3, 0xd6], 'a'), 'ậ'],
  ['letters of their own', bytes([0xe8], 'od', [0xfb], ' ', [0xea], 'uvre'), 'Łodß Œuvre'],
  ['a byte that is none of its characters', bytes('a', [0xff]), null],
])('ISO 5426: %s', (_, written, text) => {
  expect(decoderOf('iso-5426')(written)).toBe(text);
});

test('Latin-1 is settled by hand', () => {
  expect(decoderOf('latin-1')(Buffer.from([0x43, 0xe9, 0xdf]))).toBe('Céß');
});
