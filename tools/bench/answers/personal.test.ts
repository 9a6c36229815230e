import sentences from './personal.json';

/** What the words of a span look like, once full-width signs are read as plain ones. */
const LOOKS: Record<string, RegExp> = {
  name: /^[\p{Script=Han}A-Za-z· ]{2,}$/u,
  phone: /^(\D*\d){7,}\D*$/,
  identity: /^([\d -]{15,}|[\d -]{17,}[Xx])$/,
  address: /\d/,
  wechat: /^[a-z][\w-]{5,19}$/i,
  qq: /^[1-9]\d{4,10}$/,
  mail: /^[\w.+-]+@[\w-]+(\.\w+)+$/,
  card: /^3310[\d -]+$/,
  bank: /^[\d ]{16,}$/,
  plate: /^\p{Script=Han}[A-Z]·?[A-Z\d]{5,6}$/u,
};
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const spans = sentences.flatMap((sentence) => sentence.spans);
const plain = (words: string): string => words.normalize('NFKC');

test('at least 320 sentences, each once, at least 120 of them without anything personal', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(320);
  expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  expect(sentences.filter((sentence) => sentence.spans.length === 0).length).toBeGreaterThanOrEqual(120);
});

test('a span lies on its words, after the one before it', () => {
  for (const { text, spans: marked } of sentences) {
    let end = 0;
    for (const { from, to, words } of marked) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(text.slice(from, to)).toBe(words);
      end = to;
    }
  }
});

test('the words of a span look like its kind, and every kind is there', () => {
  expect(spans.filter(({ kind, words }) => !LOOKS[kind]?.test(plain(words)))).toEqual([]);
  expect([...new Set(spans.map(({ kind }) => kind))].sort()).toEqual(Object.keys(LOOKS).sort());
});

test('an identity number has 15 digits, or 18 with the right last one; some end in a small x', () => {
  const numbers = spans.flatMap(({ kind, words }) =>
    kind === 'identity' ? [plain(words).replace(/[ -]/g, '')] : [],
  );
  expect(numbers.filter((number) => number.length === 15).length).toBeGreaterThan(0);
  expect(numbers.filter((number) => number.endsWith('x')).length).toBeGreaterThan(0);
  for (const number of numbers.filter(({ length }) => length !== 15)) {
    const sum = WEIGHTS.reduce((so, weight, n) => so + weight * Number(number[n]), 0);
    expect(number).toHaveLength(18);
    expect(number[17]?.toUpperCase()).toBe('10X98765432'[sum % 11]);
  }
});
