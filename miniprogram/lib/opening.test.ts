import { openingWords } from './opening';

const today = '2026-11-24';

test.each([
  [{ open: true as const, until: '21:00' }, '开放中，至 21:00'],
  [{ open: false as const, on: today, from: '13:30' }, '今天 13:30 开馆'],
  [{ open: false as const, on: '2026-11-25', from: '09:00' }, '明天 09:00 开馆'],
  [{ open: false as const, on: '2026-11-30', from: '09:00' }, '11月30日 周一 09:00 开馆'],
  [{ open: false as const }, '暂不开放'],
])('a branch that is %j says “%s”', (opening, text) =>
  expect(openingWords(opening, today)).toEqual({ open: opening.open, text }),
);
