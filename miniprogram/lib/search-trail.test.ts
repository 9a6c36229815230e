import { forgetSteps, noteStep, stepsWalked } from './search-trail';
import { searchWords } from './search-words';

const found = (query: string) => ({ kind: 'search' as const, query, filters: {}, found: 3 });
const walk = (query: string, at: number) => noteStep(found(query), query, at);
const words = (now: number) => stepsWalked(now).map((each) => each.words);

describe('the trail of a search', () => {
  beforeEach(() => forgetSteps());
  it('is in the order in which it was gone; a step made again stands at its end', () => {
    ['茶', '宋代 茶', '茶'].forEach((query, at) => walk(query, at));
    expect(words(3)).toEqual(['宋代 茶', '茶']);
  });
  it('keeps the last twelve steps', () => {
    Array.from({ length: 14 }, (_, n) => walk(`第${n}次`, n));
    expect(words(20)).toHaveLength(12);
    expect(words(20)[0]).toBe('第2次');
  });
  it('ends after an hour', () => {
    walk('茶', 0);
    expect(words(3_599_999)).toEqual(['茶']);
    expect(words(3_600_000)).toEqual([]);
  });
});

test('a search is said with what narrows it', () => {
  expect(searchWords('茶', {})).toBe('检索“茶”');
  expect(searchWords('茶', { onShelfOnly: true, fromYear: 2010 })).toBe('检索“茶” · 在架 · 2010 年以来');
});
