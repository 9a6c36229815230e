import type { SearchHit, SearchResult } from '../../../typings/contract';
import { advice, answerView, isbnIn, scannedQuery } from './search-view';
import { withNewest } from '../../lib/recent-searches';

const HIT: SearchHit = {
  titleId: 't1',
  title: '无人生还',
  authors: '阿加莎·克里斯蒂',
  publisher: '',
  year: 2008,
  clc: 'I561.45',
  isbn: '',
  callNumber: '',
  summary: '',
  addedOn: '2026-01-01',
  availability: { onShelf: 1, items: 1, onShelfAt: ['总馆'] },
  marks: { title: [], authors: [] },
};

test('advice looks at what was asked', () => {
  expect(advice('活着', true)).toContain('去掉一些筛选条件');
  expect(advice('978-7-5063-6543-7', false)).toContain('还没有入藏');
  expect(advice('978-7-5063-6543-1', false)).toContain('核对 ISBN');
  expect(advice('活这', false)).toContain('几个字');
});

test('a scanned ISBN loses its hyphens, another code stays as it is', () => {
  expect(scannedQuery(' 978-7-5063-6543-7 ')).toBe('9787506365437');
  expect(scannedQuery('SX000123')).toBe('SX000123');
});

test('an ISBN is known by its check digit', () => {
  expect(isbnIn('978-7-5063-6543-7')).toBe('9787506365437');
  expect(isbnIn('9787506365438')).toBe('');
  expect(isbnIn('7-5063-6543-X')).toBe('750636543X');
  expect(isbnIn('0-8044-2957-x')).toBe('080442957X');
  expect(isbnIn('6901234567892')).toBe('');
  expect(isbnIn('')).toBe('');
  expect(isbnIn('红楼梦')).toBe('');
});

test('a search that is repeated moves to the front', () => {
  expect(withNewest(['b', 'a'], 'a')).toEqual(['a', 'b']);
});

test('what the library has answered stands beside books for a question, and where no book was found', () => {
  const result = { list: [], total: 0, totalIsAtLeast: false };
  const shown = (query: string, list: SearchHit[] = []) =>
    answerView({ ...result, list }, { query, narrowed: false, sort: 'relevance' }, '2026-11-22')
      .asksOfLibrary;
  expect([shown('丢书赔多少'), shown('9787506365437')]).toEqual([true, false]);
  expect([shown('怎么续借', [HIT]), shown('红楼梦', [HIT])]).toEqual([true, false]);
});

describe('what was probably meant', () => {
  const answer = (query: string, list: SearchHit[]): string => {
    const result: SearchResult = { list, total: list.length, totalIsAtLeast: false, didYouMean: '无人生还' };
    return answerView(result, { query, narrowed: false, sort: 'relevance' }, '2026-11-22').didYouMean;
  };

  test('is asked when nothing has what was typed', () => {
    expect(answer('无人生环', [HIT])).toBe('无人生还');
    expect(answer('无人生环', [])).toBe('无人生还');
  });

  test('is not asked of somebody who typed what is found', () => {
    expect(answer('阿加莎', [HIT])).toBe('');
    expect(answer('无人', [HIT])).toBe('');
  });
});
