import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Collection, type Command, type Database, type Doc } from './sdk';

let under: CloudUnderTest;
let db: Database;
let _: Command;
let books: Collection;

beforeAll(async () => {
  under = await cloudUnderTest({ collections: { books: { indexes: [] } } });
  db = under.sdk.database();
  _ = db.command;
  books = db.collection('books');
}, 60_000);
afterAll(() => under.close());

const start: Doc = {
  _id: 'b1',
  n: 5,
  s: 'text',
  list: [1, 2, 3, 2],
  objects: [
    { k: 1, v: 'a' },
    { k: 2, v: 'b' },
  ],
  o: { a: 1, b: { c: 2 } },
  nothing: null,
};
beforeEach(() => under.cloud.db.upsert('books', [start]));

const after = async (data: Doc): Promise<Doc> => {
  await books.doc('b1').update({ data });
  return (await books.doc('b1').get()).data;
};

describe('commands on values', () => {
  const cases: [string, () => Doc, Doc][] = [
    ['a plain value', () => ({ n: 6 }), { n: 6 }],
    ['inc', () => ({ n: _.inc(2) }), { n: 7 }],
    ['inc by a negative fraction', () => ({ n: _.inc(-0.5) }), { n: 4.5 }],
    ['inc of a missing field sets it', () => ({ fresh: _.inc(3) }), { fresh: 3 }],
    ['mul', () => ({ n: _.mul(3) }), { n: 15 }],
    ['mul of a missing field gives zero', () => ({ fresh: _.mul(3) }), { fresh: 0 }],
    ['min keeps the lesser', () => ({ n: _.min(3) }), { n: 3 }],
    ['min leaves a lesser one', () => ({ n: _.min(9) }), { n: 5 }],
    ['max keeps the greater', () => ({ n: _.max(9) }), { n: 9 }],
    ['max of a missing field sets it', () => ({ fresh: _.max(1) }), { fresh: 1 }],
    ['remove', () => ({ s: _.remove() }), { s: undefined }],
    ['remove of a missing field', () => ({ fresh: _.remove() }), { fresh: undefined }],
    ['rename', () => ({ s: _.rename('label') }), { s: undefined, label: 'text' }],
    ['set replaces an object whole', () => ({ o: _.set({ z: 1 }) }), { o: { z: 1 } }],
    ['set to an empty object', () => ({ o: _.set({}) }), { o: {} }],
    ['a dotted path', () => ({ 'o.b.c': 9 }), { o: { a: 1, b: { c: 9 } } }],
    ['a new deep path', () => ({ 'p.q.r': 1 }), { p: { q: { r: 1 } } }],
    ['a nested object merges', () => ({ o: { b: { d: 3 } } }), { o: { a: 1, b: { c: 2, d: 3 } } }],
    ['a date', () => ({ at: new Date(0) }), { at: new Date(0) }],
    ['null', () => ({ n: null }), { n: null }],
    ['inc deep inside', () => ({ 'o.b.c': _.inc(1) }), { o: { a: 1, b: { c: 3 } } }],
    [
      'several at once',
      () => ({ n: _.inc(1), s: 'new', o: { a: _.inc(1) } }),
      { n: 6, s: 'new', o: { a: 2, b: { c: 2 } } },
    ],
  ];
  it.each(cases)('%s', async (_name, data, expected) => {
    const document = await after(data());
    for (const [field, value] of Object.entries(expected)) expect(document[field]).toEqual(value);
  });
});

describe('commands on arrays', () => {
  const cases: [string, () => Doc, Doc][] = [
    ['push', () => ({ list: _.push(9) }), { list: [1, 2, 3, 2, 9] }],
    ['push several', () => ({ list: _.push([8, 9]) }), { list: [1, 2, 3, 2, 8, 9] }],
    ['push to a missing field', () => ({ fresh: _.push([1]) }), { fresh: [1] }],
    [
      'push at a position',
      () => ({ list: _.push({ each: [8, 9], position: 1 }) }),
      { list: [1, 8, 9, 2, 3, 2] },
    ],
    ['push sorted', () => ({ list: _.push({ each: [0], sort: 1 }) }), { list: [0, 1, 2, 2, 3] }],
    ['push with a bound', () => ({ list: _.push({ each: [9], slice: -2 }) }), { list: [2, 9] }],
    ['unshift', () => ({ list: _.unshift([0]) }), { list: [0, 1, 2, 3, 2] }],
    ['pop', () => ({ list: _.pop() }), { list: [1, 2, 3] }],
    ['shift', () => ({ list: _.shift() }), { list: [2, 3, 2] }],
    ['pull a value', () => ({ list: _.pull(2) }), { list: [1, 3] }],
    ['pull by a condition', () => ({ list: _.pull(_.gte(2)) }), { list: [1] }],
    ['pull an object by part of it', () => ({ objects: _.pull({ k: 1 }) }), { objects: [{ k: 2, v: 'b' }] }],
    ['pull from a missing field', () => ({ fresh: _.pull(1) }), { fresh: undefined }],
    ['pullAll', () => ({ list: _.pullAll([1, 2]) }), { list: [3] }],
    ['addToSet of a new value', () => ({ list: _.addToSet(9) }), { list: [1, 2, 3, 2, 9] }],
    ['addToSet of a known value', () => ({ list: _.addToSet(3) }), { list: [1, 2, 3, 2] }],
    ['addToSet with $each', () => ({ list: _.addToSet({ $each: [3, 4] }) }), { list: [1, 2, 3, 2, 4] }],
    [
      'addToSet with each adds an object, as it is sent',
      () => ({ list: _.addToSet({ each: [4] }) }),
      { list: [1, 2, 3, 2, { each: [4] }] },
    ],
    ['a position', () => ({ 'list.1': 7 }), { list: [1, 7, 3, 2] }],
    ['a position beyond the end', () => ({ 'list.5': 7 }), { list: [1, 2, 3, 2, null, 7] }],
    [
      'a field of an element',
      () => ({ 'objects.1.v': 'z' }),
      {
        objects: [
          { k: 1, v: 'a' },
          { k: 2, v: 'z' },
        ],
      },
    ],
    ['an array replaces an array', () => ({ list: [9] }), { list: [9] }],
  ];
  it.each(cases)('%s', async (_name, data, expected) => {
    const document = await after(data());
    for (const [field, value] of Object.entries(expected)) expect(document[field]).toEqual(value);
  });
});

describe('traps', () => {
  it('an empty object in an update is dropped and nothing is left to do', async () => {
    const outcome = await books.doc('b1').update({ data: { o: {}, n: 6 } });
    expect(outcome.stats.updated).toBe(1);
    expect((await books.doc('b1').get()).data['o']).toEqual({ a: 1, b: { c: 2 } });
  });
});

describe('wrong types are refused and change nothing', () => {
  const cases: [string, () => Doc, RegExp][] = [
    ['inc of a text', () => ({ s: _.inc(1) }), /Cannot apply \$inc to a value of non-numeric type/],
    ['inc of null', () => ({ nothing: _.inc(1) }), /non-numeric type null/],
    ['mul of a text', () => ({ s: _.mul(2) }), /Cannot apply \$mul/],
    ['push to a text', () => ({ s: _.push([1]) }), /must be an array but is of type string/],
    ['push to null', () => ({ nothing: _.push([1]) }), /must be an array but is of type null/],
    ['addToSet to a number', () => ({ n: _.addToSet(1) }), /must be an array/],
    ['pull from a text', () => ({ s: _.pull(1) }), /non-array/],
    ['pop from a number', () => ({ n: _.pop() }), /must be an array/],
    [
      'a path through null',
      () => ({ 'nothing.x': 1 }),
      /Cannot create field 'x' in element \{nothing: null\}/,
    ],
    ['a path through a text', () => ({ 's.x': 1 }), /Cannot create field 'x' in element/],
    ['a nested object through null', () => ({ nothing: { x: 1 } }), /Cannot create field/],
    ['a field of an array', () => ({ 'list.x': 1 }), /Cannot create field 'x' in element \{list/],
    ['two commands on one path', () => ({ o: _.set({ z: 1 }), 'o.a': _.inc(1) }), /would create a conflict/],
    ['a positional path', () => ({ 'list.$': 1 }), /positional/],
  ];
  it.each(cases)('%s', async (_name, data, message) => {
    const error = await rejection(books.doc('b1').update({ data: data() }));
    expect(error.errCode).toBe(-502001);
    expect(error.errMsg).toMatch(message);
    expect((await books.doc('b1').get()).data).toEqual(start);
  });
});

describe('where', () => {
  beforeEach(async () => {
    await under.cloud.db.clear('books');
    await under.cloud.db.upsert(
      'books',
      [1, 2, 3, 4].map((n) => ({ _id: `w${n}`, n })),
    );
  });
  it('update changes all that match', async () => {
    expect((await books.where({ n: _.gt(2) }).update({ data: { big: true } })).stats.updated).toBe(2);
    expect((await books.where({ big: true }).count()).total).toBe(2);
  });
  it('update with multi false changes one', async () => {
    expect(
      (await books.where({ n: _.gt(2) }).update({ data: { big: true }, multi: false })).stats.updated,
    ).toBe(1);
  });
  it('update changes a field it looks for without meeting a document twice', async () => {
    expect((await books.where({ n: _.gte(1) }).update({ data: { n: _.inc(10) } })).stats.updated).toBe(4);
    expect((await books.where({ n: _.gt(14) }).count()).total).toBe(0);
  });
  it('the lock-free way: of many that take the last one, one gets it', async () => {
    await books.doc('last').set({ data: { left: 1 } });
    const takers = Array.from({ length: 8 }, () =>
      books.where({ _id: 'last', left: _.gt(0) }).update({ data: { left: _.inc(-1) } }),
    );
    const updated = (await Promise.all(takers)).map(({ stats }) => stats.updated);
    expect(updated.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect((await books.doc('last').get()).data['left']).toBe(0);
  });
  it('an update that fails on one document changes none', async () => {
    await books.doc('w4').update({ data: { n: 'text' } });
    await rejection(books.where({ _id: _.exists(true) }).update({ data: { n: _.inc(1) } }));
    expect((await books.doc('w1').get()).data['n']).toBe(1);
  });
  it('remove takes all that match', async () => {
    expect((await books.where({ n: _.lt(3) }).remove()).stats.removed).toBe(2);
    expect((await books.count()).total).toBe(2);
  });
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
