import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type AggregateCommand, type Collection, type Command, type Database } from './sdk';

let under: CloudUnderTest;
let db: Database;
let _: Command;
let $: AggregateCommand;
let titles: Collection;

beforeAll(async () => {
  under = await cloudUnderTest({
    collections: {
      titles: { indexes: [] },
      items: { indexes: [{ name: 'titleId', keys: [['titleId', 1]] }] },
    },
  });
  db = under.sdk.database();
  _ = db.command;
  $ = db.command.aggregate;
  titles = db.collection('titles');
  await under.cloud.db.upsert('titles', [
    { _id: 't1', clc: 'I', year: 1791, tags: ['古典', '小说'] },
    { _id: 't2', clc: 'I', year: 2008, tags: ['科幻'] },
    { _id: 't3', clc: 'K', year: 1982, tags: [] },
    { _id: 't4', clc: 'I', year: 1986 },
  ]);
  await under.cloud.db.upsert('items', [
    { _id: 'i1', titleId: 't1', branch: 'main', open: true },
    { _id: 'i2', titleId: 't1', branch: 'east', open: false },
    { _id: 'i3', titleId: 't2', branch: 'main', open: true },
  ]);
  await under.cloud.db.upsert(
    'titles',
    Array.from({ length: 30 }, (_value, i) => ({ _id: `many${i}`, many: true, i })),
  );
}, 60_000);
afterAll(() => under.close());

const books = (): ReturnType<Collection['aggregate']> => titles.aggregate().match({ year: _.gt(0) });

it('match and sort', async () => {
  const { list } = await books().sort({ year: -1 }).end();
  expect(list.map(({ _id }) => _id)).toEqual(['t2', 't4', 't3', 't1']);
});
it('skip and limit', async () => {
  const { list } = await books().sort({ year: 1 }).skip(1).limit(2).end();
  expect(list.map(({ _id }) => _id)).toEqual(['t3', 't4']);
});
it('group with sum and average', async () => {
  const { list } = await books()
    .group({ _id: '$clc', count: $.sum(1), latest: $.max('$year') })
    .sort({ _id: 1 })
    .end();
  expect(list).toEqual([
    { _id: 'I', count: 3, latest: 2008 },
    { _id: 'K', count: 1, latest: 1982 },
  ]);
});
it('project', async () => {
  const { list } = await books()
    .sort({ _id: 1 })
    .limit(1)
    .project({ _id: 0, age: { $subtract: [2026, '$year'] } })
    .end();
  expect(list).toEqual([{ age: 235 }]);
});
it('addFields', async () => {
  const { list } = await books()
    .match({ _id: 't1' })
    .addFields({ number: $.size('$tags') })
    .end();
  expect(list[0]?.['number']).toBe(2);
});
it('unwind leaves out empty and missing arrays', async () => {
  const { list } = await books().sort({ _id: 1 }).unwind('$tags').end();
  expect(list.map(({ _id, tags }) => [_id, tags])).toEqual([
    ['t1', '古典'],
    ['t1', '小说'],
    ['t2', '科幻'],
  ]);
});
it('lookup by fields', async () => {
  const { list } = await books()
    .sort({ _id: 1 })
    .lookup({ from: 'items', localField: '_id', foreignField: 'titleId', as: 'items' })
    .end();
  expect(list.map(({ items }) => (items as unknown[]).length)).toEqual([2, 1, 0, 0]);
});
it('lookup with let and a pipeline', async () => {
  const { list } = await books()
    .sort({ _id: 1 })
    .lookup({
      from: 'items',
      let: { id: '$_id' },
      pipeline: [
        { $match: { $expr: { $and: [{ $eq: ['$titleId', '$$id'] }, { $eq: ['$open', true] }] } } },
        { $project: { _id: 0, branch: 1 } },
      ],
      as: 'open',
    })
    .end();
  expect(list.map(({ open }) => open)).toEqual([[{ branch: 'main' }], [{ branch: 'main' }], [], []]);
});
it('lookup in a collection that is not there joins nothing', async () => {
  const { list } = await books()
    .limit(1)
    .lookup({ from: 'nowhere', localField: '_id', foreignField: 'x', as: 'x' })
    .end();
  expect(list[0]?.['x']).toEqual([]);
});
it('count', async () => expect((await books().count('total').end()).list).toEqual([{ total: 4 }]));
it('count of nothing gives nothing', async () => {
  expect((await titles.aggregate().match({ year: 1 }).count('total').end()).list).toEqual([]);
});
it('sortByCount', async () => {
  expect((await books().sortByCount('$clc').end()).list).toEqual([
    { _id: 'I', count: 3 },
    { _id: 'K', count: 1 },
  ]);
});
it('bucket', async () => {
  const { list } = await books()
    .bucket({ groupBy: '$year', boundaries: [1700, 1900, 2100], output: { n: $.sum(1) } })
    .end();
  expect(list).toEqual([
    { _id: 1700, n: 1 },
    { _id: 1900, n: 3 },
  ]);
});
it('replaceRoot', async () => {
  const { list } = await titles
    .aggregate()
    .match({ _id: 't1' })
    .replaceRoot({ newRoot: { only: '$clc' } })
    .end();
  expect(list).toEqual([{ only: 'I' }]);
});
it('sample', async () => expect((await books().sample({ size: 2 }).end()).list).toHaveLength(2));
it('without limit gives twenty', async () => {
  expect((await titles.aggregate().match({ many: true }).end()).list).toHaveLength(20);
});
it('with limit gives more than twenty', async () => {
  expect((await titles.aggregate().match({ many: true }).limit(100).end()).list).toHaveLength(30);
});
it('a limit after the group does not cut what is grouped', async () => {
  const { list } = await titles
    .aggregate()
    .match({ many: true })
    .group({ _id: null, n: $.sum(1) })
    .limit(1)
    .end();
  expect(list).toEqual([{ _id: null, n: 30 }]);
});
it('an error keeps errCode -1, as the SDK makes it', async () => {
  const error = await rejection(titles.aggregate().sort({ year: 5 }).end());
  expect(error.errCode).toBe(-1);
});
it('on a missing collection fails', async () => {
  expect((await rejection(db.collection('nowhere').aggregate().match({}).end())).errMsg).toMatch(/not exist/);
});
it('with a stage the local cloud lacks fails loudly', async () => {
  const geo = (db as unknown as { Geo: { Point(x: number, y: number): unknown } }).Geo;
  const aggregate = titles.aggregate() as unknown as { geoNear(o: object): { end(): Promise<unknown> } };
  const stage = { near: geo.Point(113, 23), spherical: true, distanceField: 'd' };
  expect((await rejection(aggregate.geoNear(stage).end())).errMsg).toMatch(/geoNear is not supported/);
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
