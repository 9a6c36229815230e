import answers from '../../../demo/data/answers.json';
import asked from './asked.json';

const { ways, none } = asked;
const PARTS = ['tuned', 'held-out'];
/** The characters that mean something, in one order: two askings with the same are one, put differently. */
const letters = (text: string): string => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
const written = answers.flatMap(({ question, forms }) => [question, ...forms]);

test('three ways of asking for at least 150 answers, each leads to an answer that is there', () => {
  const ids = answers.map(({ id }) => id);
  expect(ways.filter(({ answer }) => !ids.includes(answer))).toEqual([]);
  const counts = ids.map((id) => ways.filter(({ answer }) => answer === id).length);
  expect(counts.filter((count) => count >= 3).length).toBeGreaterThanOrEqual(150);
});

test('at least 100 questions that have no answer', () => {
  expect(none.length).toBeGreaterThanOrEqual(100);
});

test('no asking stands twice, or is a question of the library with its characters put differently', () => {
  const texts = [...ways, ...none].map(({ text }) => text);
  expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([]);
  const known = new Set(written.map(letters));
  expect(texts.filter((text) => known.has(letters(text)))).toEqual([]);
});

test.each([
  ['ways', ways],
  ['none', none],
])('the two parts of %s are about even', (_, rows) => {
  for (const { part } of rows) expect(PARTS).toContain(part);
  const tuned = rows.filter(({ part }) => part === 'tuned').length;
  expect(tuned / rows.length).toBeGreaterThan(0.45);
  expect(tuned / rows.length).toBeLessThan(0.55);
});
