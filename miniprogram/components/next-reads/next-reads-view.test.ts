import type { Because, Recommended } from '../../../typings/contract';
import { nextReads } from './next-reads-view';

const recommended = (because: Because, titleId = 't1'): Recommended => ({
  title: { titleId, title: '三体', authors: '刘慈欣', publisher: '', year: 2008, clc: 'I247' },
  availability: { onShelf: 1, items: 2, onShelfAt: ['总馆'] },
  because,
  reasonKey: 't:x',
});
const why = (because: Because): string | undefined => nextReads([recommended(because)], '2026-11-28')[0]?.why;

test('every reason is a sentence that names what decided', () => {
  const title = '活着';
  expect(why({ by: 'readers', title, readers: 5 })).toBe('借过《活着》的读者里，至少 5 位也借了它');
  expect(why({ by: 'author', title, author: '余华' })).toBe('与《活着》同一作者：余华');
  expect(why({ by: 'interest', interest: '科幻', isNew: true })).toBe('与您选的“科幻”有关，本馆新到');
  expect(why({ by: 'popular', group: 'children' })).toBe('小读者常借');
});

test('what this phone was told nobody wants is not drawn', () => {
  const list = [recommended({ by: 'popular', group: 'adults' })];
  for (const refused of ['t:t1', 'a:刘慈欣', 'r:t:x'])
    expect(nextReads(list, '2026-11-28', [refused])).toEqual([]);
  expect(nextReads(list, '2026-11-28', ['t:other'])).toHaveLength(1);
});
