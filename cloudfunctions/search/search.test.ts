import { readQuery, type TermQuery } from './query';
import { coverage, rank, type Rankable } from './rank';
import { exactTerm, termsOfTitle } from './terms';

type Book = Rankable & { isbns: string[] };
const aBook = (title: string, author = '', more: Partial<Book> = {}): Book => ({
  title,
  subtitle: '',
  contributors: author ? author.split(' ').map((name) => ({ name })) : [],
  isbns: [],
  callNumber: '',
  popularity: 0,
  year: 2000,
  ...more,
});

const shelf = [
  aBook('红楼梦', '曹雪芹 高鹗', {
    subtitle: '脂砚斋重评石头记',
    callNumber: 'I242.4/C153',
    popularity: 3,
    isbns: ['9787020002207'],
  }),
  aBook('红楼梦魇', '张爱玲'),
  aBook('蒋勋说红楼梦', '蒋勋', { popularity: 40 }),
  aBook('家', '巴金'),
  aBook('家常菜谱大全', '某编者'),
  aBook('三体：黑暗森林', '刘慈欣'),
  aBook('三体全集', '刘慈欣'),
  aBook('百年孤独', '加西亚·马尔克斯'),
  aBook('鲁迅全集', '鲁迅'),
  aBook('呐喊', '鲁迅', { popularity: 9 }),
  aBook('鲁迅传', '朱正'),
  aBook('資治通鑑', '司馬光'),
  aBook('C程序设计语言', 'Kernighan Ritchie'),
  aBook('C++ Primer', 'Lippman'),
  aBook('Les Misérables', 'Hugo'),
  aBook('The Lord of the Rings', 'Tolkien'),
];

/** What the catalogue does with the database: all terms, ranked. */
function find(text: string): string[] {
  const query = readQuery(text);
  const found = shelf.filter((book) => {
    const terms = termsOfTitle(book);
    if (query.kind === 'isbn') return terms.includes(query.isbn13);
    if (query.kind === 'empty') return true;
    if (query.callNumber && terms.includes(query.callNumber)) return true;
    return query.all.every((term) => terms.includes(term));
  });
  return rank(found, query).map((book) => book.title);
}

test.each([
  ['红楼梦', ['红楼梦', '红楼梦魇', '蒋勋说红楼梦']],
  ['紅樓夢', ['红楼梦', '红楼梦魇', '蒋勋说红楼梦']],
  ['《红楼梦》', ['红楼梦', '红楼梦魇', '蒋勋说红楼梦']],
  ['红楼 梦', ['红楼梦', '红楼梦魇', '蒋勋说红楼梦']],
  ['曹雪芹 红楼梦', ['红楼梦']],
  ['红楼梦 张爱玲', ['红楼梦魇']],
  ['三体黑暗森林', ['三体：黑暗森林']],
  ['三体 森林', ['三体：黑暗森林']],
  ['马尔克斯', ['百年孤独']],
  ['加西亚马尔克斯', ['百年孤独']],
  ['加西亚·马尔克斯', ['百年孤独']],
  ['资治通鉴', ['資治通鑑']],
  ['司马光', ['資治通鑑']],
  ['978-7-02-000220-7', ['红楼梦']],
  ['７０２０００２２０Ｘ', ['红楼梦']],
  ['I242.4 / C153', ['红楼梦']],
  ['miserables', ['Les Misérables']],
  ['MISÉRABLES', ['Les Misérables']],
  ['lord of the rings', ['The Lord of the Rings']],
  ['miser', ['Les Misérables']],
  ['c++', ['C++ Primer']],
  ['海底两万里', []],
])('"%s" finds %j', (text, titles) => {
  expect(find(text)).toEqual(titles);
});

test('a single character finds titles and authors that begin with it, the title itself first', () => {
  expect(find('家')).toEqual(['家', '家常菜谱大全']);
  expect(find('鲁')).toEqual(expect.arrayContaining(['鲁迅全集', '呐喊', '鲁迅传']));
});

test('own works of an author come before books about him', () => {
  const titles = find('鲁迅');
  expect(titles).toHaveLength(3);
  expect(titles).toEqual(['呐喊', '鲁迅全集', '鲁迅传']);
});

test('equal matches are ordered by popularity', () => {
  const twins = [aBook('边城', '沈从文', { popularity: 1 }), aBook('边城', '沈从文', { popularity: 5 })];
  expect(rank(twins, readQuery('边城')).map((book) => book.popularity)).toEqual([5, 1]);
});

test('a query asks for at most eight terms, the common ones last', () => {
  const query = readQuery('中国历史研究中的地方志与族谱文献整理方法论集') as TermQuery;
  expect(query.all).toHaveLength(8);
  expect(query.all).toContain('族谱');
  expect(query.all).not.toContain('中国');
});

test('a title keeps at most 120 terms and its own name is always among them', () => {
  const long = aBook(Array.from({ length: 200 }, (_, n) => String.fromCodePoint(0x4e00 + 7 * n)).join(''));
  const terms = termsOfTitle(long);
  expect(terms).toHaveLength(120);
  expect(terms[0]).toBe(exactTerm(long.title));
});

test('text without a letter asks for nothing', () => {
  for (const text of ['', '   ', '——！？', '\u0000']) expect(readQuery(text)).toEqual({ kind: 'empty' });
});

test('one half of a text with a wrong or missing character still asks for terms of the title', () => {
  const terms = termsOfTitle(aBook('三体：黑暗森林'));
  for (const text of ['三体黑俺森林', '三休黑暗森林', '三体黑森林', '三体 黑暗林']) {
    const { all, halves } = readQuery(text) as TermQuery;
    expect([text, all.every((term) => terms.includes(term))]).toEqual([text, false]);
    expect([text, halves.some((half) => half.every((term) => terms.includes(term)))]).toEqual([text, true]);
  }
});

test('of three characters a wrong last or first one still leaves a pair', () => {
  expect((readQuery('红楼们') as TermQuery).halves).toEqual([['红楼'], ['楼们']]);
});

test('a title one character apart comes before titles that share some characters', () => {
  const books = [aBook('百年人生', '某人', { popularity: 50 }), aBook('百年孤独', '马尔克斯')];
  expect(rank(books, readQuery('百年孤读'))[0]!.title).toBe('百年孤独');
  expect(rank(books, readQuery('百年孤'))[0]!.title).toBe('百年孤独');
});

test('coverage tells how much of the query a record holds', () => {
  const query = readQuery('红楼梦语言') as TermQuery;
  expect(coverage(shelf[0]!, query)).toBe(0.5);
  expect(coverage(shelf[3]!, query)).toBe(0);
});
