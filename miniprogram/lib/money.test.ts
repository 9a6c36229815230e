import { fenOf, typedYuan, yuan } from './money';

test('fen become yuan with two decimals, never by binary fractions', () => {
  expect([0, 1, 30, 100, 12_345, -50].map(yuan)).toEqual([
    '¥0.00',
    '¥0.01',
    '¥0.30',
    '¥1.00',
    '¥123.45',
    '-¥0.50',
  ]);
});

test('a typed amount is taken exactly, or not at all', () => {
  expect(['0.3', '0.30', '12', '¥1.05', ' 7 '].map(fenOf)).toEqual([30, 30, 1200, 105, 700]);
  expect(['', '-1', '1.234', 'abc', '1,5', '1.', '12345678'].map(fenOf)).toEqual(Array(7).fill(null));
});

test('what a field shows can be typed back', () => {
  for (const fen of [1, 30, 99, 100, 101, 999_999]) expect(fenOf(typedYuan(fen))).toBe(fen);
  expect(typedYuan(0)).toBe('');
});
