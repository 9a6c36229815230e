import type { ArticleWords, Block } from '../../typings/contract/articles';
import { filesMissing, isSeen, minutesToRead, textOf } from './articles';

const words = (...blocks: Block[]): ArticleWords => ({
  ...{ columnId: 'film', title: '雨', lead: '', author: '', cover: '' },
  blocks,
});
const picture = (fileId: string) => ({ fileId, caption: '图', alt: '' });

it('reading takes a minute at least, and one more for every four hundred characters', () => {
  expect(minutesToRead(words())).toBe(1);
  expect(minutesToRead(words({ kind: 'text', text: '字'.repeat(1200) }))).toBe(3);
});

it('everything that is written is looked at, captions as well', () => {
  const all = textOf(
    words(
      { kind: 'quote', text: '春', from: '朱自清' },
      { kind: 'gallery', pictures: [picture('a')] },
      { kind: 'audio', fileId: 'a', title: '雨声' },
    ),
  );
  expect(all.split('\n')).toEqual(['雨', '春', '朱自清', '图', '雨声']);
});

it('every picture, film and sound without its file is counted', () => {
  const article = words(
    { kind: 'picture', ...picture('') },
    { kind: 'gallery', pictures: [picture('a'), picture(''), picture('')] },
    { kind: 'clip', fileId: '', title: '' },
    { kind: 'book', titleId: 'one' },
  );
  expect(filesMissing(article)).toBe(4);
});

it('is seen from its moment on, as long as it is shown', () => {
  const at = '2026-11-22T02:00:00.000Z';
  expect(isSeen({ shown: true, publishedAt: at }, at)).toBe(true);
  expect(isSeen({ shown: true, publishedAt: at }, '2026-11-22T01:59:59.999Z')).toBe(false);
  expect(isSeen({ shown: false, publishedAt: at }, at)).toBe(false);
  expect(isSeen({ shown: true, publishedAt: null }, at)).toBe(false);
});
