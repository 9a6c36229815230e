import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Collection, type Command, type Database, type Doc } from './sdk';

let under: CloudUnderTest;
let db: Database;
let _: Command;
let books: Collection;

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Null, missing, arrays and objects of every awkward kind. */
const library: Doc[] = [
  { _id: 'a', n: 1, s: '红楼梦', tags: ['古典', '小说'], o: { x: 1, y: 2 }, at: day('2026-01-01') },
  { _id: 'b', n: 2, s: '红高粱', tags: ['小说'], o: { y: 2, x: 1 }, at: day('2026-02-01') },
  { _id: 'c', n: 3, s: 'Red', tags: [], o: { x: 1 }, at: null },
  {
    _id: 'd',
    n: null,
    s: '三体',
    tags: '小说',
    list: [
      { k: 1, v: 2 },
      { k: 2, v: 9 },
    ],
  },
  { _id: 'e', s: 'red star', list: [{ k: 1 }, { v: 1 }], nums: [1, 5, 9] },
  { _id: 'f', n: '2', s: 'x', nums: [[1, 2], 3], bool: true },
  { _id: 'g', n: 10, s: 'y', nums: [2, 4], bool: false, list: [1, 2] },
  { _id: 'h', n: 2.5, s: 'z', nums: 4, deep: [{ a: [{ b: 7 }] }] },
];

beforeAll(async () => {
  under = await cloudUnderTest({ collections: { books: { indexes: [] } } });
  db = under.sdk.database();
  _ = db.command;
  books = db.collection('books');
  await under.cloud.db.upsert('books', library);
}, 60_000);
afterAll(() => under.close());

const ids = async (query: unknown): Promise<string> => {
  const { data } = await books.where(query).get();
  return data.map((document) => document['_id']).join('');
};

describe('operators', () => {
  const cases: [string, () => unknown, string][] = [
    ['equality', () => ({ n: 2 }), 'b'],
    ['a number is not a text', () => ({ n: '2' }), 'f'],
    ['eq', () => ({ n: _.eq(2) }), 'b'],
    ['neq takes missing and null too', () => ({ n: _.neq(2) }), 'acdefgh'],
    ['gt compares within one type', () => ({ n: _.gt(2) }), 'cgh'],
    ['gte', () => ({ n: _.gte(2) }), 'bcgh'],
    ['lt', () => ({ n: _.lt(2) }), 'a'],
    ['lte', () => ({ n: _.lte(2) }), 'ab'],
    ['gt and lte together', () => ({ n: _.gt(1).and(_.lte(3)) }), 'bch'],
    ['in', () => ({ n: _.in([1, 3, 99]) }), 'ac'],
    ['in with null takes missing too', () => ({ n: _.in([null, 1]) }), 'ade'],
    ['nin', () => ({ n: _.nin([1, 2, 3]) }), 'defgh'],
    ['nin with null leaves missing out', () => ({ n: _.nin([null, 1]) }), 'bcfgh'],
    ['exists true counts null as there', () => ({ n: _.exists(true) }), 'abcdfgh'],
    ['exists false', () => ({ n: _.exists(false) }), 'e'],
    ['not', () => ({ n: _.not(_.gt(2)) }), 'abdef'],
    ['or on one field', () => ({ n: _.gt(5).or(_.lt(2)) }), 'ag'],
    ['or of conditions', () => _.or([{ n: 1 }, { s: '三体' }]), 'ad'],
    ['and of conditions', () => _.and([{ n: _.gt(1) }, { s: 'Red' }]), 'c'],
    ['and with or inside', () => _.and([{ n: _.gte(1) }, _.or([{ s: 'Red' }, { s: 'y' }])]), 'cg'],
    ['nor', () => _.nor([{ n: 1 }, { s: '三体' }]), 'bcefgh'],
    ['mod', () => ({ n: _.mod(2, 0) }), 'bgh'],
    ['text range', () => ({ s: _.gte('x').and(_.lt('z')) }), 'fg'],
    ['date range', () => ({ at: _.gte(day('2026-01-15')) }), 'b'],
    ['boolean', () => ({ bool: false }), 'g'],
  ];
  it.each(cases)('%s', async (_name, query, expected) => expect(await ids(query())).toBe(expected));
});

describe('null and missing', () => {
  const cases: [string, () => unknown, string][] = [
    ['equality with null takes missing too', () => ({ n: null }), 'de'],
    ['eq null', () => ({ n: _.eq(null) }), 'de'],
    ['neq null leaves both out', () => ({ n: _.neq(null) }), 'abcfgh'],
    ['gte null takes null and missing', () => ({ n: _.gte(null) }), 'de'],
    ['gt null takes nothing', () => ({ n: _.gt(null) }), ''],
    ['a path through a scalar is missing', () => ({ 's.x': null }), 'abcdefgh'],
    ['a path through an array of scalars is nothing', () => ({ 'nums.x': null }), 'abcdh'],
    ['a field missing in one element', () => ({ 'list.k': null }), 'abcefh'],
  ];
  it.each(cases)('%s', async (_name, query, expected) => expect(await ids(query())).toBe(expected));
});

describe('arrays', () => {
  const cases: [string, () => unknown, string][] = [
    ['a scalar matches an element', () => ({ tags: '小说' }), 'abd'],
    ['an array matches the whole', () => ({ tags: ['小说'] }), 'b'],
    ['an array matches in its order only', () => ({ tags: ['小说', '古典'] }), ''],
    ['an array matches a nested array', () => ({ nums: [1, 2] }), 'f'],
    ['an empty array matches an empty array', () => ({ tags: [] }), 'c'],
    ['all', () => ({ tags: _.all(['小说', '古典']) }), 'a'],
    ['all of one also matches a scalar', () => ({ tags: _.all(['小说']) }), 'abd'],
    ['all of nothing matches nothing', () => ({ tags: _.all([]) }), ''],
    ['size', () => ({ tags: _.size(1) }), 'b'],
    ['size zero', () => ({ tags: _.size(0) }), 'c'],
    ['elemMatch on objects', () => ({ list: _.elemMatch({ k: 1, v: _.gt(1) }) }), 'd'],
    ['elemMatch wants one element for all', () => ({ list: _.elemMatch({ k: 1, v: 9 }) }), ''],
    ['dotted conditions may be met by two elements', () => ({ 'list.k': 1, 'list.v': 9 }), 'd'],
    ['elemMatch on numbers', () => ({ nums: _.elemMatch(_.gt(4)) }), 'e'],
    ['elemMatch does not open nested arrays', () => ({ nums: _.elemMatch(_.eq(1)) }), 'e'],
    ['two bounds may be met by two elements', () => ({ nums: _.gt(8).and(_.lt(2)) }), 'e'],
    ['a position', () => ({ 'nums.0': 2 }), 'g'],
    ['a position in objects', () => ({ 'list.1.v': 9 }), 'd'],
    ['a path through two arrays', () => ({ 'deep.a.b': 7 }), 'h'],
    ['neq looks at every element', () => ({ nums: _.neq(4) }), 'abcdef'],
    ['mod finds an element', () => ({ nums: _.mod(5, 4) }), 'egh'],
  ];
  it.each(cases)('%s', async (_name, query, expected) => expect(await ids(query())).toBe(expected));
});

describe('objects', () => {
  const cases: [string, () => unknown, string][] = [
    ['a nested object in a query means its paths', () => ({ o: { x: 1 } }), 'abc'],
    ['eq with an object means the whole, in its order of keys', () => ({ o: _.eq({ x: 1, y: 2 }) }), 'a'],
    ['a dotted path', () => ({ 'o.y': 2 }), 'ab'],
    ['in with objects', () => ({ o: _.in([{ x: 1 }]) }), 'c'],
  ];
  it.each(cases)('%s', async (_name, query, expected) => expect(await ids(query())).toBe(expected));
});

describe('patterns', () => {
  const cases: [string, () => unknown, string][] = [
    ['a prefix', () => ({ s: /^红/ }), 'ab'],
    ['case counts', () => ({ s: /^red/ }), 'e'],
    ['case does not count with i', () => ({ s: /^red/i }), 'ce'],
    ['db.RegExp', () => ({ s: db.RegExp({ regexp: '^RED', options: 'i' }) }), 'ce'],
    ['inside', () => ({ s: /楼/ }), 'a'],
    ['an element of an array', () => ({ tags: /^古/ }), 'a'],
    ['in with patterns', () => ({ s: _.in([/^红/, 'x']) }), 'abf'],
    ['not a pattern', () => ({ s: _.not(_.eq(/^红/)) }), 'cdefgh'],
    ['special characters escaped', () => ({ s: /^\./ }), ''],
  ];
  it.each(cases)('%s', async (_name, query, expected) => expect(await ids(query())).toBe(expected));
});

describe('order, pages and fields', () => {
  const order = async (field: string, direction: 'asc' | 'desc'): Promise<string> => {
    const { data } = await books.orderBy(field, direction).get();
    return data.map((document) => document['_id']).join('');
  };
  it('ascending: missing and null first, then numbers, then texts', async () => {
    expect(await order('n', 'asc')).toBe('deabhcgf');
  });
  it('descending is the reverse, equal ones in their old order', async () => {
    expect(await order('n', 'desc')).toBe('fgchbade');
  });
  it('an array counts as its least element upwards', async () => {
    expect((await order('nums', 'asc')).slice(-4)).toBe('egfh');
  });
  it('an array counts as its greatest element downwards', async () => {
    expect((await order('nums', 'desc')).slice(0, 4)).toBe('fegh');
  });
  it('texts are in the order of code points', async () => {
    const { data } = await books
      .where({ s: _.exists(true) })
      .orderBy('s', 'asc')
      .get();
    expect(data.map((document) => document['s'])).toEqual([
      'Red',
      'red star',
      'x',
      'y',
      'z',
      '三体',
      '红楼梦',
      '红高粱',
    ]);
  });
  it('several fields', async () => {
    const { data } = await books.orderBy('bool', 'desc').orderBy('s', 'desc').limit(3).get();
    expect(data.map((document) => document['_id']).join('')).toBe('fgb');
  });
  it('skip and limit', async () => {
    const { data } = await books.orderBy('_id', 'asc').skip(2).limit(3).get();
    expect(data.map((document) => document['_id']).join('')).toBe('cde');
  });
  it('skip beyond the end gives nothing', async () => {
    expect((await books.skip(100).get()).data).toEqual([]);
  });
  it('fields of a list', async () => {
    const { data } = await books.where({ _id: 'a' }).field({ s: true }).get();
    expect(data).toEqual([{ _id: 'a', s: '红楼梦' }]);
  });
  it('a slice of an array', async () => {
    const { data } = await books
      .where({ _id: 'e' })
      .field({ nums: db.command.project.slice(2), s: true })
      .get();
    expect(data[0]?.['nums']).toEqual([1, 5]);
  });
  it('count', async () => expect((await books.where({ n: _.gt(1) }).count()).total).toBe(4));
  it('count of everything', async () => expect((await books.count()).total).toBe(8));
});

describe('traps of the SDK that the cloud must not hide', () => {
  it('where with an empty object field is a query for everything', async () => {
    expect(await ids({ o: {} })).toBe('abcdefgh');
  });
  it('two ors on two fields become one', async () => {
    const query = { n: _.eq(1).or(_.eq(2)), s: _.eq('Red').or(_.eq('x')) };
    expect(await ids(query)).toBe('abcf');
  });
  it('the same inside and() is what was meant', async () => {
    expect(await ids(_.and([{ n: _.eq(1).or(_.eq(3)) }, { s: _.eq('Red').or(_.eq('x')) }]))).toBe('c');
  });
  it('where with nothing but undefined is refused', async () => {
    expect(() => books.where({ n: undefined })).toThrow();
  });
});

describe('malformed queries are refused', () => {
  it.each([
    ['size of a text', () => ({ tags: _.size('x') })],
    ['mod by zero', () => ({ n: _.mod(0, 1) })],
  ])('%s', async (_name, query) => {
    const error = await rejection(books.where(query()).get());
    expect(error.errCode).toBe(-502001);
  });
  it('a pattern that is none', async () => {
    const query = books.where({ s: db.RegExp({ regexp: '(', options: '' }) });
    expect((await rejection(query.get())).errCode).toBe(-502001);
  });
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
