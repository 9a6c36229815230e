import { sameBooks, type Book } from './same-book';

const book = (_id: string, changes: Partial<Book> = {}): Book => ({
  _id,
  title: '三体',
  contributors: [{ name: '刘慈欣', role: '著' }],
  year: 2008,
  isbns: [],
  ...changes,
});

test('a shared ISBN, or title, first author and year make two records one book', () => {
  const here = [book('a', { isbns: ['9787536692930'], title: '三体（全集）' }), book('b')];
  expect(sameBooks([book('c', { isbns: ['9787536692930'] })], here)).toMatchObject([
    { titleId: 'c', otherId: 'a', why: 'isbn' },
    { titleId: 'c', otherId: 'b', why: 'title_author_year' },
  ]);
});

test('without an author or a year a title is no edition', () => {
  expect(sameBooks([book('c', { contributors: [] })], [book('a', { contributors: [] })])).toEqual([]);
  expect(sameBooks([book('c', { year: 0 })], [book('a', { year: 0 })])).toEqual([]);
});

test('a set whose volumes share an ISBN gives as many pairs as volumes, not as their square', () => {
  const volumes = Array.from({ length: 40 }, (_, n) =>
    book(`v${n}`, { title: `卷${n}`, isbns: ['9787536692930'] }),
  );
  expect(sameBooks(volumes, [])).toHaveLength(39);
});
