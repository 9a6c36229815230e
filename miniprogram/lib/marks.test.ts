import { pieces, typedMarks } from './marks';

const shown = (text: string, marks: [number, number][]) =>
  pieces(text, marks)
    .map((piece) => (piece.on ? `[${piece.text}]` : piece.text))
    .join('');

test('a text is cut at its marks and nothing of it is lost', () => {
  expect(shown('平凡的世界', [[0, 2]])).toBe('[平凡]的世界');
  expect(
    shown('平凡的世界', [
      [3, 5],
      [0, 2],
    ]),
  ).toBe('[平凡]的[世界]');
  expect(shown('三体', [[0, 2]])).toBe('[三体]');
  expect(shown('三体', [])).toBe('三体');
  expect(pieces('', [[0, 2]])).toEqual([]);
});

test('marks count as JavaScript counts: a rare character of two places stays whole', () => {
  expect(shown('𠮷野家', [[0, 2]])).toBe('[𠮷]野家');
});

test('marks that overlap, run backwards or end behind the text do no harm', () => {
  expect(
    shown('百年孤独', [
      [0, 3],
      [2, 4],
    ]),
  ).toBe('[百年孤][独]');
  expect(shown('百年孤独', [[3, 1]])).toBe('百年孤独');
  expect(shown('百年孤独', [[2, 99]])).toBe('百年[孤独]');
});

test('the typed part of a suggestion is marked, whatever its letters', () => {
  expect(shown('平凡的世界', typedMarks('平凡', '平凡的世界'))).toBe('[平凡]的世界');
  expect(shown('Harry Potter', typedMarks('harry pot', 'Harry Potter'))).toBe('[Harry] [Pot]ter');
  expect(shown('余华作品：活着', typedMarks('活着 余华', '余华作品：活着'))).toBe('[余华]作品：[活着]');
});

test('pinyin in composition marks what already is a character', () => {
  expect(typedMarks('ping\u2006fan', '平凡的世界')).toEqual([]);
  expect(shown('平凡的世界', typedMarks('平fan', '平凡的世界'))).toBe('[平]凡的世界');
});

test('a single letter marks only where the text begins', () => {
  expect(shown('Tess', typedMarks('t', 'Tess'))).toBe('[T]ess');
  expect(typedMarks('s', 'Tess')).toEqual([]);
});
