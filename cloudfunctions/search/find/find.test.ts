import { aTitle, indexOf } from '../../../tests/builders/titles-for-index';
import { analyse } from './analyse';
import { highlighter } from './highlight';
import { livePart, NOTHING_LIVE } from './live-part';
import { searchMerged } from './merged';
import { searchIndex } from './search';
import { suggest } from './suggest';

const shelf = indexOf(
  aTitle('红楼梦', '曹雪芹 / 高鹗', {
    isbns: ['9787020002207'],
    callNumber: 'I242.4/C153',
    clc: 'I242.4',
    popularity: 30,
  }),
  aTitle('红楼梦魇', '张爱玲', { clc: 'I207', year: 2012 }),
  aTitle('蒋勋说红楼梦', '蒋勋', { clc: 'I207', popularity: 40 }),
  aTitle('家', '巴金'),
  aTitle('家常菜谱大全', '某编者'),
  aTitle('三体：黑暗森林', '刘慈欣', { publisher: '重庆出版社', year: 2008 }),
  aTitle('三体全集', '刘慈欣', { popularity: 90 }),
  aTitle('百年孤独', '[哥伦比亚] 加西亚·马尔克斯', { year: 2011 }),
  aTitle('鲁迅全集', '鲁迅'),
  aTitle('呐喊', '鲁迅', { popularity: 9 }),
  aTitle('鲁迅传', '朱正'),
  aTitle('資治通鑑', '司馬光'),
  aTitle('C程序设计语言', 'Kernighan / Ritchie'),
  aTitle('C++ Primer', 'Lippman'),
  aTitle('Les Misérables', 'Hugo', { language: 'fre' }),
  aTitle('The Lord of the Rings', 'Tolkien', { language: 'eng' }),
  aTitle('音乐之声', '某人'),
  aTitle('影响力', '罗伯特·西奥迪尼', { subjects: ['心理学--通俗读物'] }),
);
const first = (text: string): string | undefined => searchIndex(shelf, { text }).hits[0]?.stored().title;

test.each([
  ['红楼梦', '红楼梦'],
  ['紅樓夢', '红楼梦'],
  ['《红楼梦》', '红楼梦'],
  ['红楼 梦', '红楼梦'],
  ['红娄梦', '红楼梦'],
  ['红X梦', '红楼梦'],
  ['曹雪芹 红楼梦', '红楼梦'],
  ['曹雪芹红楼梦', '红楼梦'],
  ['张爱玲 红楼梦', '红楼梦魇'],
  ['hongloumeng', '红楼梦'],
  ['hong lou meng', '红楼梦'],
  ['hóng lóu mèng', '红楼梦'],
  ['hong2lou2meng4', '红楼梦'],
  ['shanti quanji', '三体全集'],
  ['honglo', '红楼梦'],
  ['hlm', '红楼梦'],
  ['yyzs', '音乐之声'],
  ['hlmeng', '红楼梦'],
  ['红楼meng', '红楼梦'],
  ['yinyuezhisheng', '音乐之声'],
  ['家', '家'],
  ['巴金 家', '家'],
  ['三体黑暗森林', '三体：黑暗森林'],
  ['三体黑安森林', '三体：黑暗森林'],
  ['三体森林', '三体：黑暗森林'],
  ['森林 三体', '三体：黑暗森林'],
  ['三体黑森林', '三体：黑暗森林'],
  ['三体 2008', '三体：黑暗森林'],
  ['三体 重庆出版社', '三体：黑暗森林'],
  ['liucixin heianselin', '三体：黑暗森林'],
  ['马尔克斯', '百年孤独'],
  ['资治通鉴', '資治通鑑'],
  ['司马光', '資治通鑑'],
  ['978-7-02-000220-7', '红楼梦'],
  ['７０２０００２２０Ｘ', '红楼梦'],
  ['i242.4 / c153', '红楼梦'],
  ['miserables', 'Les Misérables'],
  ['les misrables', 'Les Misérables'],
  ['lord of the rings', 'The Lord of the Rings'],
  ['c++', 'C++ Primer'],
  ['c程序', 'C程序设计语言'],
  ['心理学', '影响力'],
  ['hong2lou2meng0', '红楼梦'],
  ['yinyzs', '音乐之声'],
  ['百年孤独 在线阅读', '百年孤独'],
  ['呐喊 全文免费阅读', '呐喊'],
  ['9787020002208', '红楼梦'],
  ['978-7-02-000202-7', '红楼梦'],
  ['i242.4 c15', '红楼梦'],
  ['心理学 影响', '影响力'],
])('"%s" finds %s', (text, title) => expect(first(text)).toBe(title));

test.each(['', '   ', '——！？', '\u0000', '量子场论导引', 'qqqqqqqqq'])('"%s" finds nothing', (text) => {
  expect(searchIndex(shelf, { text }).hits).toEqual([]);
});

test('own works of an author come before a book about him', () => {
  const titles = searchIndex(shelf, { text: '鲁迅' }).hits.map((hit) => hit.stored().title);
  expect(titles.slice(0, 3).sort()).toEqual(['呐喊', '鲁迅传', '鲁迅全集'].sort());
  expect(titles.indexOf('呐喊')).toBeLessThan(titles.indexOf('鲁迅传'));
});

test('an exact title comes first, however often others are borrowed', () => {
  const index = indexOf(aTitle('边城'), aTitle('边城故事', '', { popularity: 60_000 }));
  expect(searchIndex(index, { text: '边城' }).hits[0]!.stored().title).toBe('边城');
});

test('a title of these first letters comes before the works of an author of these', () => {
  const index = indexOf(
    aTitle('上海出纲目', '某人'),
    ...['无限住人', '波纹', '春风'].map((title) => aTitle(title, '沙村广明', { popularity: 90 })),
  );
  const [best] = searchIndex(index, { text: 'shcgm' }).hits;
  expect(best?.stored().title).toBe('上海出纲目');
});

test('of equals the more borrowed comes first', () => {
  const index = indexOf(aTitle('边城', '甲', { popularity: 1 }), aTitle('边城', '乙', { popularity: 500 }));
  expect(searchIndex(index, { text: '边城' }).hits[0]!.stored().authors).toEqual(['乙']);
});

test.each([
  [{ clc: 'I207' }, ['红楼梦魇', '蒋勋说红楼梦']],
  [{ clc: 'I2' }, ['红楼梦', '红楼梦魇', '蒋勋说红楼梦']],
  [{ fromYear: 2010 }, ['红楼梦魇']],
  [{ language: 'eng' }, []],
])('filters %j leave %j', (filters, titles) => {
  const found = searchIndex(shelf, { text: '红楼梦', filters });
  expect(found.hits.map((hit) => hit.stored().title).sort()).toEqual([...titles].sort());
});

test.each([
  ['9787020002207', 'isbn', '9787020002207'],
  ['YX00010203', 'barcode', 'YX00010203'],
  ['I242.4/C153', 'callNumber', 'i242.4c153'],
  ['红楼梦', 'callNumber', null],
  ['1984', 'callNumber', null],
] as const)('"%s" may be read as %s %s', (text, what, value) => expect(analyse(text)![what]).toBe(value));

describe('what changed since the index was made', () => {
  const changed = aTitle('三体全集（纪念版）', '刘慈欣', { id: 't-三体全集-刘慈欣' });
  const live = livePart([aTitle('球状闪电', '刘慈欣'), changed], ['t-红楼梦魇-张爱玲']);
  const titles = (text: string): string[] =>
    searchMerged(shelf, live, { text }).hits.map((hit) => hit.stored().title);

  test('a title that was just added is found', () => expect(titles('球状闪电')[0]).toBe('球状闪电'));
  test('a changed title is found as it is now, once', () => {
    expect(titles('三体全集')).toContain('三体全集（纪念版）');
    expect(titles('三体全集')).not.toContain('三体全集');
  });
  test('a deleted title is not found', () => expect(titles('红楼梦魇')).not.toContain('红楼梦魇'));
  test('both parts together keep to the budget', () => {
    const { spent } = searchMerged(shelf, live, { text: '三体 刘慈欣' });
    expect(spent.postings).toBeLessThanOrEqual(15_000);
    expect(spent.bytes).toBeLessThanOrEqual(40_000);
  });
});

test('facets count all that have every word', () => {
  const { facets, total } = searchMerged(shelf, NOTHING_LIVE, { text: '红楼梦' });
  expect(total).toBe(3);
  expect(facets.classes).toEqual([{ value: 'I', titles: 3 }]);
  expect(facets.languages).toEqual([{ value: 'chi', titles: 3 }]);
});

test('the answer can be sorted by loans', () => {
  const { hits } = searchMerged(shelf, NOTHING_LIVE, { text: '红楼梦', sort: 'most_borrowed' });
  expect(hits.map((hit) => hit.stored().title)).toEqual(['蒋勋说红楼梦', '红楼梦', '红楼梦魇']);
});

test.each([
  ['红娄梦', '红楼梦'],
  ['百年孤毒', '百年孤独'],
  ['红楼梦', null],
  ['hongloumeng', null],
  ['量子场论', null],
])('typed "%s", probably meant: %s', (text, meant) => {
  expect(searchMerged(shelf, NOTHING_LIVE, { text }).didYouMean).toBe(meant);
});

test.each([
  ['红', '红楼梦'],
  ['hong', '红楼梦'],
  ['hongl', '红楼梦'],
  ['hl', '红楼梦'],
  ['刘', '刘慈欣'],
  ['liuci', '刘慈欣'],
  ['les', 'Les Misérables'],
])('typing "%s" suggests %s', (text, suggestion) => {
  expect(suggest(shelf, NOTHING_LIVE, text).map((one) => one.text)).toContain(suggestion);
});

test.each([
  ['红楼', '红楼梦魇', ['红楼']],
  ['紅樓', '红楼梦魇', ['红楼']],
  ['hongloumeng', '蒋勋说红楼梦', ['红楼梦']],
  ['三体黑暗', '三体：黑暗森林', ['三体：黑暗']],
  ['森林 三体', '三体：黑暗森林', ['三体', '森林']],
  ['miserables', 'Les Misérables', ['Misérables']],
  ['量子', '三体', []],
])('"%s" is highlighted in %s: %j', (asked, text, pieces) => {
  expect(highlighter(asked)(text).map(({ from, to }) => text.slice(from, to))).toEqual(pieces);
});

describe('of a common word', () => {
  const many = Array.from({ length: 7000 }, (_, n) =>
    aTitle(`历史${n}`, '', {
      id: `id-${n}`,
      popularity: 8000 - n,
      year: n === 6900 ? 1950 : 2000,
      addedOn: 10_000 + (n % 6990),
    }),
  );
  const index = indexOf(...many);

  test('a filter finds titles that few have borrowed', () => {
    const found = searchMerged(index, NOTHING_LIVE, { text: '历史', filters: { toYear: 1960 } });
    expect(found.hits.map(({ id }) => id)).toEqual(['id-6900']);
    expect(found.total).toBe(1);
  });
  test('the newest are found although few have borrowed them', () => {
    const found = searchMerged(index, NOTHING_LIVE, { text: '历史', sort: 'newest' });
    expect(found.hits.slice(0, 3).map(({ id }) => id)).toEqual(['id-6989', 'id-6988', 'id-6987']);
    expect(found.spent.bytes).toBeLessThanOrEqual(40_000);
  });
});

test('titles that are alike in everything that ranks them come in one order, whichever they were read in', () => {
  const volumes = Array.from({ length: 45 }, (_, n) => aTitle(`江河湖海 第${n}册`, '', { id: `p${n}` }));
  const found = (titles: typeof volumes) =>
    searchMerged(indexOf(), livePart(titles, []), { text: '江河' }).hits.map((hit) => hit.stored().title);
  const turned = [...volumes].reverse();
  const shifted = [...volumes.slice(20), ...volumes.slice(0, 20)];
  expect(found(turned)).toEqual(found(volumes));
  expect(found(shifted)).toEqual(found(volumes));
});
