import { whyAlike } from './alike';

const book = (changes: object = {}) => ({
  title: '活着',
  contributors: [{ name: '余华', role: '著' }],
  isbns: [] as string[],
  year: 2012,
  publisher: '',
  clc: '',
  ...changes,
});

test('a shared ISBN is enough', () => {
  expect(whyAlike(book({ isbns: ['1', '2'] }), book({ title: '另一本', isbns: ['2'] }))).toBe('isbn');
});

test('title and first author tell, however they are written, when no ISBNs speak against it', () => {
  const written = book({ title: '紅樓夢', contributors: [{ name: '（清）曹雪芹', role: '' }] });
  expect(whyAlike(written, book({ title: '红楼梦', contributors: [{ name: '曹雪芹', role: '著' }] }))).toBe(
    'title',
  );
  expect(whyAlike(book({ isbns: ['1'] }), book())).toBe('title');
  expect(whyAlike(book({ year: 0 }), book())).toBe('title');
});

test('other ISBNs, another author or another year are another edition or book', () => {
  expect(whyAlike(book({ isbns: ['1'] }), book({ isbns: ['2'] }))).toBeUndefined();
  expect(whyAlike(book(), book({ contributors: [{ name: '莫言', role: '著' }] }))).toBeUndefined();
  expect(whyAlike(book(), book({ year: 2017 }))).toBeUndefined();
});
