import { leaderCodes, MARC21_KINDS, titleKind, UNIMARC_KINDS } from './title-kind';

const leader = (six: string, seven = 'm') => `00000n${six}${seven}`;

test.each([
  ['a', 'book', 'book'],
  ['t', 'book', 'other'],
  ['b', 'other', 'book'],
  ['c', 'music', 'music'],
  ['d', 'music', 'music'],
  ['e', 'map', 'map'],
  ['f', 'map', 'map'],
  ['g', 'video', 'video'],
  ['i', 'audio', 'audio'],
  ['j', 'audio', 'audio'],
  ['k', 'picture', 'picture'],
  ['l', 'other', 'electronic'],
  ['m', 'electronic', 'other'],
  ['r', 'other', 'other'],
  [' ', 'other', 'other'],
])('a leader with "%s" in place 6 is %s in MARC 21 and %s in UNIMARC', (code, marc21, unimarc) => {
  expect([titleKind(leader(code), MARC21_KINDS), titleKind(leader(code), UNIMARC_KINDS)]).toEqual([
    marc21,
    unimarc,
  ]);
});

test('what comes out bit by bit is a serial, whatever it is made of', () => {
  expect(titleKind(leader('a', 's'), MARC21_KINDS)).toBe('serial');
  expect(titleKind(leader('m', 'i'), MARC21_KINDS)).toBe('serial');
  expect(titleKind(leader('e', 's'), UNIMARC_KINDS)).toBe('serial');
});

test('a leader that is cut off is of no known kind', () => {
  expect(titleKind('', MARC21_KINDS)).toBe('other');
});

test.each(['book', 'serial', 'music', 'map', 'audio', 'video', 'picture', 'electronic', 'other'] as const)(
  '%s is written so that it reads back',
  (kind) => {
    for (const kinds of [MARC21_KINDS, UNIMARC_KINDS])
      expect(titleKind(`00000n${leaderCodes(kind, kinds)}`, kinds)).toBe(kind);
  },
);
