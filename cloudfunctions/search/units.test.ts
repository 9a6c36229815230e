import * as fc from 'fast-check';
import { squeeze } from './fold';
import { unitsOf } from './units';

const textOf = (text: string): string => String.fromCharCode(...unitsOf(text).codes);

test.each([
  '《紅樓夢》：脂硯齋　重評',
  'Les Misérables',
  'C++ Primer',
  'Visual C# 2008',
  'ＡＢＣ１２３',
  '三体Ⅱ：黑暗森林',
])('folding %s by single characters says what folding it whole says', (text) =>
  expect(textOf(text)).toBe(squeeze(text)),
);

test('folding by single characters is folding, for any text of letters and Chinese characters', () => {
  const letters = fc.constantFrom(...'红樓夢的故事léàüABCz09 ：《》·—，。（）');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (list) => {
      const text = list.join('').normalize('NFC');
      expect(textOf(text)).toBe(squeeze(text));
    }),
    { numRuns: 300 },
  );
});

test('every unit knows the place that it came from', () => {
  const { codes, from } = unitsOf('《三体》：黑暗');
  expect([...codes].map((code) => String.fromCharCode(code)).join('')).toBe('三体黑暗');
  expect([...from]).toEqual([1, 2, 5, 6]);
});
