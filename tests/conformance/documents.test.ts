import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Collection, type Database } from './sdk';

let under: CloudUnderTest;
let db: Database;
let books: Collection;

beforeAll(async () => {
  under = await cloudUnderTest({ collections: { books: { indexes: [] } } });
  db = under.sdk.database();
  books = db.collection('books');
}, 60_000);
afterAll(() => under.close());
beforeEach(() => under.cloud.db.clear('books'));

describe('add', () => {
  it('gives a text id of 32 hexadecimal digits', async () => {
    const { _id } = await books.add({ data: { title: '红楼梦' } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
  });
  it('keeps an id of our own', async () => {
    expect((await books.add({ data: { _id: 'b1', n: 1 } }))._id).toBe('b1');
  });
  it('takes several documents at once and gives their ids in order', async () => {
    const { _ids } = await books.add({ data: [{ _id: 'x' }, { _id: 'y' }] });
    expect(_ids).toEqual(['x', 'y']);
  });
  it('refuses an id that is there with E11000', async () => {
    await books.add({ data: { _id: 'b1' } });
    const error = await rejection(books.add({ data: { _id: 'b1' } }));
    expect(error.errCode).toBe(-502001);
    expect(error.errMsg).toMatch(/E11000 duplicate key/);
  });
  it('adds none of several when one fails', async () => {
    await rejection(books.add({ data: [{ _id: 'x' }, { _id: 'x' }] }));
    expect((await books.count()).total).toBe(0);
  });
  it('stamps no _openid: that is for clients', async () => {
    const { _id } = await books.add({ data: { n: 1 } });
    expect(Object.keys((await books.doc(_id).get()).data).sort()).toEqual(['_id', 'n']);
  });
  it('drops undefined fields', async () => {
    const { _id } = await books.add({ data: { n: 1, gone: undefined } });
    expect((await books.doc(_id).get()).data).toEqual({ _id, n: 1 });
  });
  it('refuses a field whose name begins with $', async () => {
    const error = await rejection(books.add({ data: { $bad: 1 } }));
    expect(error.errMsg).toMatch(/\$bad/);
  });
});

describe('types survive', () => {
  const cases: [string, unknown][] = [
    ['a whole number', 3],
    ['a negative number', -7],
    ['a fraction', 1.5],
    ['a number above 32 bits', 12345678901],
    ['the largest exact number', Number.MAX_SAFE_INTEGER],
    ['zero', 0],
    ['true', true],
    ['null', null],
    ['an empty text', ''],
    ['Chinese text with a rare character', '𠮷野家与红楼梦'],
    ['a date', new Date('2026-11-22T04:00:00.123Z')],
    ['a date before 1970', new Date('1919-05-04T00:00:00Z')],
    ['an array', [1, 'a', { x: [1, null] }]],
    ['an empty array', []],
    ['a nested object', { a: { b: { c: [{ d: 1 }] } } }],
    ['an empty object', {}],
  ];
  it.each(cases)('%s', async (_name, value) => {
    const { _id } = await books.add({ data: { value } });
    expect((await books.doc(_id).get()).data['value']).toEqual(value);
  });
  it('a server date is the moment of the write by the local clock', async () => {
    const before = under.cloud.clock.now();
    const { _id } = await books.add({
      data: { at: db.serverDate(), later: db.serverDate({ offset: 3600_000 }) },
    });
    const { at, later } = (await books.doc(_id).get()).data as { at: Date; later: Date };
    expect(at.getTime()).toBeGreaterThanOrEqual(before);
    expect(at.getTime()).toBeLessThanOrEqual(under.cloud.clock.now());
    expect(later.getTime() - at.getTime()).toBe(3600_000);
  });
});

describe('doc', () => {
  it('get of a missing id fails with -1', async () => {
    const error = await rejection(books.doc('none').get());
    expect(error.errCode).toBe(-1);
    expect(error.errMsg).toMatch(/document with _id none does not exist/);
  });
  it('get of a missing id gives null when told not to throw', async () => {
    const lenient = under.sdk.database({ throwOnNotFound: false });
    expect((await lenient.collection('books').doc('none').get()).data).toBeNull();
  });
  it('field keeps only what is asked for, and _id', async () => {
    await books.add({ data: { _id: 'b1', a: 1, b: { c: 2, d: 3 } } });
    expect((await books.doc('b1').field({ 'b.c': true }).get()).data).toEqual({ _id: 'b1', b: { c: 2 } });
  });
  it('field can leave _id out', async () => {
    await books.add({ data: { _id: 'b1', a: 1, b: 2 } });
    expect((await books.doc('b1').field({ a: true, _id: false }).get()).data).toEqual({ a: 1 });
  });
  it('field can leave fields out', async () => {
    await books.add({ data: { _id: 'b1', a: 1, b: 2 } });
    expect((await books.doc('b1').field({ b: false }).get()).data).toEqual({ _id: 'b1', a: 1 });
  });
  it('set creates what is missing', async () => {
    const { stats, _id } = await books.doc('b1').set({ data: { n: 1 } });
    expect({ _id, ...stats }).toEqual({ _id: 'b1', created: 1, updated: 0 });
  });
  it('set replaces the whole document', async () => {
    await books.add({ data: { _id: 'b1', a: 1, b: 2 } });
    const { stats } = await books.doc('b1').set({ data: { a: 5 } });
    expect(stats).toEqual({ created: 0, updated: 1 });
    expect((await books.doc('b1').get()).data).toEqual({ _id: 'b1', a: 5 });
  });
  it('update merges into nested objects', async () => {
    await books.add({ data: { _id: 'b1', o: { a: 1, b: 2 } } });
    await books.doc('b1').update({ data: { o: { b: 3 } } });
    expect((await books.doc('b1').get()).data['o']).toEqual({ a: 1, b: 3 });
  });
  it('update of a missing id changes nothing and does not fail', async () => {
    expect((await books.doc('none').update({ data: { a: 1 } })).stats.updated).toBe(0);
  });
  it('update that changes nothing counts nothing', async () => {
    await books.add({ data: { _id: 'b1', a: 1 } });
    expect((await books.doc('b1').update({ data: { a: 1 } })).stats.updated).toBe(0);
  });
  it('remove tells how many went', async () => {
    await books.add({ data: { _id: 'b1' } });
    expect((await books.doc('b1').remove()).stats.removed).toBe(1);
    expect((await books.doc('b1').remove()).stats.removed).toBe(0);
  });
  it('number ids and text ids are different', async () => {
    await books.add({ data: { _id: '1', kind: 'text' } });
    await books.add({ data: { _id: 1 as unknown as string, kind: 'number' } });
    expect((await books.doc('1').get()).data['kind']).toBe('text');
    expect((await books.doc(1).get()).data['kind']).toBe('number');
  });
});

describe('collections', () => {
  it('createCollection makes one, once', async () => {
    await db.createCollection('fresh');
    expect((await db.collection('fresh').count()).total).toBe(0);
    const error = await rejection(db.createCollection('fresh'));
    expect(error.errCode).toBe(-1);
    expect(error.errMsg).toMatch(/Table exist/);
  });
  it.each(['get', 'count', 'remove'] as const)(
    '%s on a missing collection fails with -502005',
    async (operation) => {
      const error = await rejection(db.collection('nowhere').where({ a: 1 })[operation]());
      expect(error.errCode).toBe(-502005);
      expect(error.errMsg).toMatch(/Db or Table not exist/);
    },
  );
  it('add to a missing collection fails with -502005', async () => {
    expect((await rejection(db.collection('nowhere').add({ data: { a: 1 } }))).errCode).toBe(-502005);
  });
  it('takes at most 100', async () => {
    const room = 100 - under.cloud.parts.database.catalog.list().length;
    for (let i = 0; i < room; i++) under.cloud.parts.database.createCollection(`many${i}`);
    expect((await rejection(db.createCollection('onemore'))).errMsg).toMatch(/at most 100/);
  });
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
