import { advice, isbnIn, scannedQuery } from './search-view';
import { withNewest } from './recent';

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
