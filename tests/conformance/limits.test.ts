import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Collection, type Database, type Doc } from './sdk';

let under: CloudUnderTest;
let db: Database;
let many: Collection;

beforeAll(async () => {
  under = await cloudUnderTest({
    collections: {
      many: { indexes: [] },
      cards: { indexes: [{ name: 'number', unique: true, keys: [['number', 1]] }] },
    },
  });
  db = under.sdk.database();
  many = db.collection('many');
  await under.cloud.db.upsert(
    'many',
    Array.from({ length: 1200 }, (_value, i): Doc => ({ _id: `m${i}`, i })),
  );
}, 60_000);
afterAll(() => under.close());

describe('one answer of the database', () => {
  it('has 100 documents without limit', async () => expect((await many.get()).data).toHaveLength(100));
  it('has as many as limit says', async () => expect((await many.limit(150).get()).data).toHaveLength(150));
  it('has 1000 at most: the SDK makes it so', async () =>
    expect((await many.limit(5000).get()).data).toHaveLength(1000));
  it('goes on by skip', async () => expect((await many.skip(1000).limit(1000).get()).data).toHaveLength(200));
  it('has at most 16 MB', async () => {
    const text = '书'.repeat(300_000);
    await under.cloud.db.upsert(
      'cards',
      Array.from({ length: 20 }, (_value, i): Doc => ({ _id: `big${i}`, number: i, text })),
    );
    const error = await rejection(db.collection('cards').get());
    expect(error.errCode).toBe(-502001);
    await under.cloud.db.clear('cards');
  });
  it('a request beyond the bounds of the SDK itself is refused', async () => {
    const response = await fetch(`${under.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        action: 'database.getDocument',
        collectionName: 'many',
        queryType: 'WHERE',
        limit: 1001,
      }),
    });
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' });
  });
  it('an unknown action is refused in the envelope', async () => {
    const response = await fetch(`${under.cloud.url}/admin`, {
      method: 'POST',
      body: JSON.stringify({ action: 'x.y' }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      code: 'INVALID_PARAM',
      requestId: expect.any(String) as string,
    });
  });
});

it('a document has at most 16 MB', async () => {
  const huge = Array.from({ length: 17 }, () => 'x'.repeat(1024 * 1024));
  const error = await rejection(under.cloud.db.insert('many', [{ huge }]));
  expect(String(error)).toMatch(/larger than the limit/);
});

describe('unique indexes', () => {
  const cards = (): Collection => db.collection('cards');
  beforeEach(() => under.cloud.db.clear('cards'));

  it('refuse a second document with the value', async () => {
    await cards().add({ data: { number: 7 } });
    const error = await rejection(cards().add({ data: { number: 7 } }));
    expect(error).toMatchObject({ errCode: -502001 });
    expect(error.errMsg).toMatch(/E11000 duplicate key error .*index: number dup key: \{ number: 7/);
  });
  it('two documents without the field collide: there is no sparse index', async () => {
    await cards().add({ data: { other: 1 } });
    expect((await rejection(cards().add({ data: { other: 2 } }))).errMsg).toMatch(/E11000/);
  });
  it('null and missing collide', async () => {
    await cards().add({ data: { number: null } });
    expect((await rejection(cards().add({ data: {} }))).errMsg).toMatch(/E11000/);
  });
  it('a number and its text do not collide', async () => {
    await cards().add({ data: { number: 7 } });
    await cards().add({ data: { number: '7' } });
    expect((await cards().count()).total).toBe(2);
  });
  it('an update into a taken value is refused', async () => {
    await cards().add({ data: { _id: 'a', number: 1 } });
    await cards().add({ data: { _id: 'b', number: 2 } });
    expect(
      (
        await rejection(
          cards()
            .doc('b')
            .update({ data: { number: 1 } }),
        )
      ).errMsg,
    ).toMatch(/E11000/);
    expect((await cards().doc('b').get()).data['number']).toBe(2);
  });
  it('a value is free again after its document went', async () => {
    await cards().add({ data: { _id: 'a', number: 1 } });
    await cards().doc('a').remove();
    await cards().add({ data: { _id: 'b', number: 1 } });
    expect((await cards().count()).total).toBe(1);
  });
  it('long texts that differ only at their end do not collide', async () => {
    const long = '长'.repeat(300);
    await cards().add({ data: { number: `${long}甲` } });
    await cards().add({ data: { number: `${long}乙` } });
    expect((await rejection(cards().add({ data: { number: `${long}乙` } }))).errMsg).toMatch(/E11000/);
    expect(
      (
        await cards()
          .where({ number: `${long}甲` })
          .count()
      ).total,
    ).toBe(1);
  });
  it('elements of arrays count one by one', async () => {
    await cards().add({ data: { number: [1, 2] } });
    expect((await rejection(cards().add({ data: { number: [2, 3] } }))).errMsg).toMatch(/E11000/);
  });
});

describe('indexes', () => {
  const declare = (name: string, indexes: unknown[]): void =>
    under.cloud.parts.database.declare({ [name]: { indexes: indexes as never } });

  it('twenty are enough', () => {
    const indexes = Array.from({ length: 21 }, (_value, i) => ({ name: `i${i}`, keys: [[`f${i}`, 1]] }));
    expect(() => declare('crowded', indexes)).toThrow(/takes 20/);
  });
  it('31 fields are enough for one', () => {
    const keys = Array.from({ length: 32 }, (_value, i) => [`f${i}`, 1]);
    expect(() => declare('wide', [{ name: 'wide', keys }])).toThrow(/1 to 31 fields/);
  });
  it('a unique index over documents that collide is not built, and nothing of it remains', async () => {
    under.cloud.parts.database.declare({ doubled: { indexes: [] } });
    await under.cloud.db.insert('doubled', [{ n: 1 }, { n: 1 }]);
    expect(() => declare('doubled', [{ name: 'n', unique: true, keys: [['n', 1]] }])).toThrow(/E11000/);
    await under.cloud.db.insert('doubled', [{ n: 1 }]);
    expect(await under.cloud.db.count('doubled')).toBe(3);
  });
  it('two arrays side by side cannot be indexed together', async () => {
    declare('parallel', [
      {
        name: 'ab',
        keys: [
          ['a', 1],
          ['b', 1],
        ],
      },
    ]);
    const error = await rejection(db.collection('parallel').add({ data: { a: [1], b: [2] } }));
    expect(error.errMsg).toMatch(/parallel arrays/);
  });
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
