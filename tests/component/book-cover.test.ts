import { stage, textOf } from './stage';

const bookCover = stage('book-cover');

const book = {
  titleId: 't0001',
  title: '红楼梦',
  authors: '曹雪芹 高鹗',
  publisher: '人民文学出版社',
  year: 2000,
  clc: 'I242.4',
};
const html = (properties: Record<string, unknown>) => bookCover(properties).dom?.innerHTML ?? '';

test('a short Chinese title stands upright', () => {
  expect(html({ book, size: 'l' })).toContain('cover__title--down');
});

test('the small cover carries the title alone, larger ones the author too', () => {
  expect(textOf(bookCover({ book, size: 's' }))).toBe('红楼梦');
  expect(textOf(bookCover({ book, size: 'm' }))).toContain('曹雪芹');
});

test('a long title is cut to the cover and keeps its size', () => {
  const title =
    '中国古代文学史参考资料汇编及其在当代教学中的应用研究以先秦两汉魏晋南北朝隋唐五代宋辽金元明清为例';
  const text = textOf(bookCover({ book: { ...book, title }, size: 's' }));
  expect(text.length).toBeLessThan(20);
  expect(text).toContain('…');
});

test('another title takes the place of the first', () => {
  const comp = bookCover({ book, size: 'm' });
  comp.setData({ book: { ...book, titleId: 't2', title: '呐喊', authors: '鲁迅' } });
  expect(textOf(comp)).toContain('呐喊');
  expect(textOf(comp)).not.toContain('红楼梦');
});

test('an unknown size is the middle one', () => {
  expect(html({ book, size: 'xxl' })).toContain('--u: 0.8px');
});

test('without a book nothing is drawn', () => {
  expect(textOf(bookCover({ book: null }))).toBe('');
});
