import { waysToRead, type Sound } from './parse';
import { readings } from './readings';

const table = readings();
const number = (syllable: string): number => table.numberOf(syllable);
const code = (character: string): number => character.charCodeAt(0);
const shown = (sounds: Sound[]): string =>
  sounds
    .map((sound) => {
      if (sound.kind === 'letter') return sound.letter.toUpperCase();
      if (sound.kind === 'beginning') return '…';
      if (sound.kind === 'slip') return sound.numbers.map((n) => table.nameOf(n)).join('|');
      return table.nameOf(sound.number);
    })
    .join(' ');
test.each([
  ['红', 'hong'],
  ['女', 'nv'],
  ['三', 'san'],
  ['体', 'ti'],
])('%s is read %s', (character, reading) => expect(table.first(code(character))).toBe(number(reading)));

test.each([
  ['乐', ['le', 'yue']],
  ['长', ['chang', 'zhang']],
  ['行', ['xing', 'hang']],
  ['重', ['zhong', 'chong']],
])('%s has the readings of ordinary words: %j', (character, expected) => {
  const all = [table.first(code(character)), ...table.commonOthers(code(character))];
  expect(all).toEqual(expect.arrayContaining(expected.map(number)));
});

test('a rare reading is known but not indexed', () => {
  expect(table.others(code('红'))).toContain(number('gong'));
  expect(table.commonOthers(code('红'))).toEqual([]);
});

test('what sloppy typing and southern ears take for one sounds alike', () => {
  for (const [a, b] of [
    ['zhang', 'zan'],
    ['shi', 'si'],
    ['ming', 'min'],
    ['lv', 'lu'],
  ])
    expect(table.heard(number(a!))).toBe(table.heard(number(b!)));
  expect(table.heard(number('ma'))).not.toBe(table.heard(number('mai')));
});

test.each([
  ['hongloumeng', ['hong lou meng']],
  ['fangan', expect.arrayContaining(['fang an', 'fan gan'])],
  ['xian', expect.arrayContaining(['xian', 'xi an'])],
  ['hlm', ['H L M']],
])('%s may be read %j', (letters, ways) => expect(waysToRead(letters).map(shown)).toEqual(ways));

test.each([
  ['disanzhfng', /^di san (.*\|)?zhong(\|.*)?$/],
  ['honglopmeng', /^hong (.*\|)?lou(\|.*)? meng$/],
  ['hnogloumeng', /^(.*\|)?hong(\|.*)? lou meng$/],
])('%s has one syllable mistyped', (letters, way) =>
  expect(waysToRead(letters, true).map(shown)).toContainEqual(expect.stringMatching(way)),
);

test('the end of the text may be the beginning of a syllable', () => {
  expect(waysToRead('honglo').map(shown)).toContain('hong …');
});

test('no text of letters makes it work long: at most three ways, each covering all of it', () => {
  const ways = waysToRead('xianfangan'.repeat(8));
  expect(ways.length).toBeLessThanOrEqual(3);
  expect(waysToRead('').flat()).toEqual([]);
});
