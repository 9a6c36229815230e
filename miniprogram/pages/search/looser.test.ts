import { looser, triedText } from './looser';

test('several words are tried each alone, the longest first, three at most', () => {
  expect(looser('云溪 古桥建筑 志')).toEqual(['古桥建筑', '云溪']);
  expect(looser('城南旧事：林海音、关维兴 绘本 精装')).toEqual(['城南旧事', '林海音', '关维兴']);
});

test('one long word is tried by its halves, a short one not at all', () => {
  expect(looser('永动机设计手册')).toEqual(['永动机', '设计手册']);
  expect(looser('三体')).toEqual([]);
  expect(looser('《永动机》')).toEqual(['永动机']);
});

test('half of an ISBN is no book', () => {
  expect(looser('978-7-5063-6543-7')).toEqual([]);
  expect(looser('9787506365')).toEqual([]);
});

test('what was looked through is said, with what it was narrowed to', () => {
  expect(triedText([])).toBe('书名、作者、出版社、主题和拼音都查过了。');
  expect(triedText(['总馆', '现在在架'])).toMatch(/只看了总馆、现在在架。$/);
});
