import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexDeclaration } from '../engine/catalog';
import { checkIntegrity } from '../engine/check';
import { noCost, type Cost } from '../engine/cost';
import { openDatabase, type Database } from '../engine/database';
import { compileQuery, type Criteria } from './matching';
import type { Order } from './planner';
import type { Document } from '../engine/records';
import { sortDocuments } from './sorting';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-planner-'));
let database: Database;
let serial = 0;

beforeAll(() => {
  database = openDatabase({ folder, flush: false });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function filled(indexes: IndexDeclaration[], documents: Document[]): Promise<string> {
  const name = `c${serial++ % 50}`;
  if (database.catalog.find(name)) database.clear(name);
  database.declare({ [name]: { indexes: [] } });
  database.declare({ [name]: { indexes } });
  await database.insert(name, documents);
  return name;
}

const costOf = (name: string, criteria: Criteria, order: Order = [], limit?: number): Cost => {
  const cost = noCost();
  database.find(name, { criteria, order, ...(limit === undefined ? {} : { limit }) }, cost);
  return cost;
};

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', '红', '红楼'),
  fc.constantFrom(null, true, false, new Date(0), new Date(1000), 1.5),
);
const nested = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.array(nested, { maxLength: 3 }) },
);
/** Field b never holds an array, so that it can stand beside a in an index. */
const documents = fc.array(fc.record({ a: value, b: scalar, c: scalar }, { requiredKeys: [] }), {
  maxLength: 25,
});

const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $all: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ x: scalar, y: scalar }, { requiredKeys: ['x'] }) }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar, $lte: scalar }) }),
  fc.constantFrom(/^a/, /^红/, /b/, /^A/i),
);
const someId = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map((n) => `d${n}`),
  fc.constantFrom('d', 'd1x', '', 7, null),
);
const idCondition = fc.oneof(
  someId,
  fc.record({ $gt: someId }),
  fc.record({ $gte: someId, $lt: someId }),
  fc.record({ $lte: someId }),
  fc.record({ $ne: someId }),
  fc.constantFrom(/^d1/, /2$/),
);
const simple = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y'), condition, { maxKeys: 3 }),
  },
  { weight: 1, arbitrary: fc.record({ _id: idCondition }) },
  { weight: 1, arbitrary: fc.record({ _id: idCondition, b: condition }) },
);
const criteria = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.tuple(simple, simple).map(([one, two]) => ({ $and: [one, two] })),
  fc.tuple(simple, simple).map(([one, two]) => ({ ...one, $or: [two, { c: 1 }] })),
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '_id'), direction), {
  maxLength: 2,
  selector: ([field]) => field,
});
const index = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'a.x').map((field) => [[field, 1]] as [string, 1 | -1][]),
  fc
    .tuple(fc.constantFrom('a', 'a.x', 'c'), direction, direction)
    .map(([first, one, two]): [string, 1 | -1][] => [
      [first, one],
      ['b', two],
    ]),
  fc.constant<[string, 1 | -1][]>([
    ['a.x', 1],
    ['a.y', -1],
  ]),
  fc.tuple(direction, direction).map(([one, two]): [string, 1 | -1][] => [
    ['b', one],
    ['c', two],
    ['_id', 1],
  ]),
);
const indexes = fc
  .array(index, { maxLength: 3 })
  .map((list) => list.map((keys, i): IndexDeclaration => ({ name: `i${i}`, keys })));

/** Neither comes before the other: unlike values can stand at one place (`[]` beside `[null, []]`). */
const tied = (one: Document, other: Document, by: Order): boolean =>
  [
    [one, other],
    [other, one],
  ].every((pair) => sortDocuments(pair, by, (document) => document)[0] === pair[0]);

function expectOrder(found: readonly Document[], expected: readonly Document[], by: Order): void {
  const misplaced = expected.filter((document, i) => !found[i] || !tied(document, found[i], by));
  expect({ misplaced, found: found.length }).toEqual({ misplaced: [], found: expected.length });
}

it('whatever the indexes, a query finds what a look at every document finds, in the order asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      indexes,
      fc.array(criteria, { minLength: 4, maxLength: 8 }),
      order,
      async (all, by, queries, sort) => {
        const stored = all.map((document, i): Document => ({ _id: `d${i}`, ...document }));
        const name = await filled(by, stored);
        for (const query of queries) {
          const matches = compileQuery(query);
          const expected = sortDocuments(stored.filter(matches), sort, (document) => document);
          const found = database.find(name, { criteria: query, order: sort });
          expect(found.map(({ _id }) => _id).sort()).toEqual(expected.map(({ _id }) => _id).sort());
          expectOrder(found, expected, sort);
          expect(database.count(name, query)).toBe(expected.length);
          const page = database.find(name, { criteria: query, order: sort, skip: 1, limit: 3 });
          expectOrder(page, expected.slice(1, 4), sort);
        }
      },
    ),
    { numRuns: 150 },
  );
}, 240_000);

it('updates and removals leave every index as a rebuild would make it', async () => {
  await fc.assert(
    fc.asyncProperty(documents, indexes, documents, async (all, by, changes) => {
      const name = await filled(
        by,
        all.map((document, i): Document => ({ _id: `d${i}`, ...document })),
      );
      for (const [i, change] of changes.entries()) {
        if (i % 4 === 0) await database.remove(name, { _id: `d${i}` }, true);
        else await database.upsert(name, [{ _id: `d${i}`, ...change }]);
      }
      expect(checkIntegrity(database)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

it('two conditions on fields of one array may be met by two elements; of one elemMatch they may not', async () => {
  const name = await filled(
    [
      {
        name: 'xy',
        keys: [
          ['a.x', 1],
          ['a.y', 1],
        ],
      },
    ],
    [
      {
        _id: 'd',
        a: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
    ],
  );
  const count = (query: Criteria): number => database.find(name, { criteria: query }).length;
  expect(count({ 'a.x': 1, 'a.y': 4 })).toBe(1);
  expect(count({ a: { $elemMatch: { x: 1, y: 4 } } })).toBe(0);
  expect(count({ a: { $elemMatch: { x: 3, y: 4 } } })).toBe(1);
});

it('bounds of two types have nothing between them, with an index as without', async () => {
  const three = [
    { _id: 'text', c: '' },
    { _id: 'day', c: new Date(0) },
    { _id: 'number', c: 1 },
  ];
  const name = await filled([{ name: 'c', keys: [['c', 1]] }], three);
  const found = (query: Criteria): unknown[] =>
    database.find(name, { criteria: query }).map(({ _id }) => _id);
  expect(found({ c: { $gte: '', $lt: new Date(1000) } })).toEqual([]);
  expect(found({ c: { $gt: 0, $lte: 'z' } })).toEqual([]);
  expect(found({ c: { $gte: '', $lt: 'z' } })).toEqual(['text']);
});

it('objects come in their order, with an index as without', async () => {
  const four = [true, 0, 'x', 7].map((y, i): Document => ({ _id: `d${i}`, a: { y } }));
  const name = await filled([{ name: 'a', keys: [['a', 1]] }], four);
  const found = database.find(name, { criteria: {}, order: [['a', 1]] });
  expect(found.map(({ _id }) => _id)).toEqual(['d1', 'd3', 'd2', 'd0']);
});

it('ids of every kind come in their order', async () => {
  const ids = ['b', 3, { x: 2 }, 'a', { x: 1 }, -1];
  const name = await filled(
    [],
    ids.map((_id): Document => ({ _id })),
  );
  const found = database.find(name, { criteria: {}, order: [['_id', 1]] });
  expect(found.map(({ _id }) => _id)).toEqual([-1, 3, 'a', 'b', { x: 1 }, { x: 2 }]);
});

it('an array is sorted by all of it, also where only a part is asked for', async () => {
  const name = await filled(
    [{ name: 'a', keys: [['a', 1]] }],
    [
      { _id: 'one', a: [1, 9] },
      { _id: 'two', a: [5] },
    ],
  );
  const found = database.find(name, { criteria: { a: { $gt: 2 } }, order: [['a', 1]] });
  expect(found.map(({ _id }) => _id)).toEqual(['one', 'two']);
});

describe('what a query costs', () => {
  let name: string;
  beforeAll(async () => {
    const list = Array.from({ length: 2000 }, (_value, i): Document => ({
      _id: `n${String(i).padStart(4, '0')}`,
      i,
      half: i % 2,
      tens: i % 10,
      terms: [`all`, `mod${i % 100}`, `mod${i % 7}x`, `t${i}`],
    }));
    name = await filled(
      [
        { name: 'i', keys: [['i', 1]] },
        {
          name: 'half_i',
          keys: [
            ['half', 1],
            ['i', -1],
          ],
        },
        { name: 'terms', keys: [['terms', 1]] },
      ],
      list,
    );
  });

  it('one document by _id', () =>
    expect(costOf(name, { _id: 'n0042' })).toMatchObject({ examined: 1, index: '_id' }));
  it('only the matching ones by equality', () => {
    expect(costOf(name, { i: 5 })).toMatchObject({ examined: 1, returned: 1, index: 'i' });
  });
  it('only the matching ones by range', () => {
    expect(costOf(name, { i: { $gte: 10, $lt: 20 } })).toMatchObject({ examined: 10, index: 'i' });
  });
  it('a page of a sorted list costs the page', () => {
    expect(costOf(name, { half: 1 }, [['i', -1]], 10)).toMatchObject({ examined: 10, index: 'half_i' });
  });
  it('a page of a list sorted the other way round too', () => {
    expect(costOf(name, { half: 1 }, [['i', 1]], 10)).toMatchObject({ examined: 10, index: 'half_i' });
  });
  it('a sort by a prefix that does not fit costs all that match', () => {
    expect(costOf(name, { half: 1 }, [['tens', 1]], 10).examined).toBe(1000);
  });
  it('$all walks the rarest posting and looks into the others', () => {
    const cost = costOf(name, { terms: { $all: ['all', 'mod42', 'mod0x'] } });
    expect(cost.examined).toBe(cost.returned);
    expect(cost.keys).toBe(20);
  });
  it('a page by _id costs the page, from either end and from the middle', () => {
    expect(costOf(name, {}, [['_id', 1]], 10)).toMatchObject({ examined: 10, index: '_id' });
    expect(costOf(name, {}, [['_id', -1]], 10)).toMatchObject({ examined: 10, index: '_id' });
    expect(costOf(name, { _id: { $gt: 'n1000' } }, [['_id', 1]], 10)).toMatchObject({ examined: 10 });
    expect(costOf(name, { _id: /^n100/ })).toMatchObject({ examined: 10, returned: 10, index: '_id' });
  });
  it.each([
    [{ $gt: 'n0005', $lt: 'n0008' }, ['n0006', 'n0007']],
    [{ $gte: 'n0005', $lte: 'n0007' }, ['n0005', 'n0006', 'n0007']],
    [{ $gt: 'n0005', $lte: 'n0007' }, ['n0006', 'n0007']],
    [{ $gte: 'n0005', $lt: 'n0007' }, ['n0005', 'n0006']],
    [{ $gte: 'n0008', $lt: 'n0005' }, []],
  ])('the ends of a range of ids are as said, forwards and backwards: %j', (range, expected) => {
    const found = (way: 1 | -1): unknown[] =>
      database.find(name, { criteria: { _id: range }, order: [['_id', way]] }).map(({ _id }) => _id);
    expect(found(1)).toEqual(expected);
    expect(found(-1)).toEqual([...expected].reverse());
    expect(costOf(name, { _id: range }).examined).toBe(expected.length);
  });
  it('or by two indexes is their union', () => {
    expect(costOf(name, { $or: [{ i: 1 }, { terms: 't7' }] })).toMatchObject({
      examined: 2,
      index: 'i ∪ terms',
    });
  });
  it('without an index every document is looked at', () => {
    expect(costOf(name, { tens: 3 })).toMatchObject({ examined: 2000, index: 'none' });
  });
  it('a count by an index looks at no document', () => {
    const cost = noCost();
    expect(database.count(name, { half: 1, i: { $gt: 1000 } }, cost)).toBe(500);
    expect(cost.examined).toBe(0);
  });
});

/** Copies of a library: few are on loan, and what stands in the loan is what lists ask for. */
describe('fields of an object that is null for most', () => {
  const LENT = 60;
  const ofLoans: IndexDeclaration[] = [
    ['loan.dueOn', '_id'],
    ['loan.branchId', 'loan.dueOn'],
    ['loan.readerId'],
  ].map((fields) => ({ name: fields.join(), keys: fields.map((field) => [field, 1]) }));
  const dayOf = (n: number): string => `2026-12-${String(1 + (n % 30)).padStart(2, '0')}`;
  const lent = Array.from({ length: LENT }, (_value, n): Document => ({
    _id: `lent${String(n).padStart(2, '0')}`,
    loan: { dueOn: dayOf(n), branchId: n % 2 ? 'main' : 'north', readerId: `r${n % 20}` },
  }));
  const standing = (count: number): Document[] =>
    Array.from({ length: count }, (_value, n) => ({ _id: `free${n}`, ...(n % 3 ? { loan: null } : {}) }));

  const questions: [string, Criteria, Order, number | undefined][] = [
    ['equality', { 'loan.readerId': 'r7' }, [], undefined],
    ['one of several', { 'loan.readerId': { $in: ['r7', 'r8', 'nobody'] } }, [], undefined],
    ['a day', { 'loan.dueOn': '2026-12-05' }, [['_id', 1]], undefined],
    ['before a day', { 'loan.dueOn': { $lt: '2026-12-05' } }, [], undefined],
    ['up to a day, in order', { 'loan.dueOn': { $lte: '2026-12-05' } }, [['loan.dueOn', 1]], undefined],
    ['between days', { 'loan.dueOn': { $gte: '2026-12-05', $lt: '2026-12-08' } }, [], undefined],
    [
      'between days, as the SDK writes it',
      { $and: [{ 'loan.dueOn': { $gte: '2026-12-05' } }, { 'loan.dueOn': { $lt: '2026-12-08' } }] },
      [],
      undefined,
    ],
    ['a branch', { 'loan.branchId': 'main' }, [], undefined],
    [
      'a branch up to a day, in order',
      { 'loan.branchId': 'main', 'loan.dueOn': { $lt: '2026-12-09' } },
      [['loan.dueOn', 1]],
      undefined,
    ],
    ['a branch, the latest first', { 'loan.branchId': 'main' }, [['loan.dueOn', -1]], 5],
    [
      'a page by day and id',
      { 'loan.dueOn': { $gt: '' } },
      [
        ['loan.dueOn', 1],
        ['_id', 1],
      ],
      10,
    ],
    [
      'the last page first',
      { 'loan.dueOn': { $gt: '' } },
      [
        ['loan.dueOn', -1],
        ['_id', -1],
      ],
      10,
    ],
    ['the same day after an id', { 'loan.dueOn': '2026-12-05', _id: { $gt: 'lent04' } }, [['_id', 1]], 10],
    ['nothing is due', { 'loan.dueOn': { $lt: '2026-01-01' } }, [], undefined],
  ];
  let few: string;
  let many: string;
  beforeAll(async () => {
    few = await filled(ofLoans, [...standing(300), ...lent]);
    many = await filled(ofLoans, [...standing(3000), ...lent]);
  });

  it.each(questions)(
    '%s: only what is answered is looked at, however many are not on loan',
    (_name, query, wanted, limit) => {
      const expected = sortDocuments(lent.filter(compileQuery(query)), wanted, (document) => document);
      const found = database.find(many, { criteria: query, order: wanted, ...(limit ? { limit } : {}) });
      expect(found).toHaveLength(Math.min(expected.length, limit ?? Infinity));
      expectOrder(found, expected.slice(0, limit), wanted);
      const cost = costOf(many, query, wanted, limit);
      expect(cost).toMatchObject({
        index: expect.stringMatching(/^loan/) as string,
        examined: cost.returned,
      });
      expect(cost.keys).toBeLessThanOrEqual(cost.returned + 1);
      expect(cost).toEqual(costOf(few, query, wanted, limit));
    },
  );
  it.each(questions)('%s: a count looks at no document', (_name, query) => {
    const cost = noCost();
    expect(database.count(many, query, cost)).toBe(lent.filter(compileQuery(query)).length);
    expect(cost.examined).toBe(0);
  });
  it('a range never matches null or missing, equality with null matches both', () => {
    const count = (query: Criteria): number => database.count(many, query);
    expect(count({ 'loan.dueOn': { $lte: '9999' } })).toBe(LENT);
    expect(count({ 'loan.dueOn': { $gte: '' } })).toBe(LENT);
    expect(count({ 'loan.dueOn': null })).toBe(3000);
    expect(count({ 'loan.dueOn': { $lt: new Date() } })).toBe(0);
  });
  it('without a condition those not on loan come first by their day, and last the other way round', () => {
    const first = (way: 1 | -1): Document | undefined =>
      database.find(many, { criteria: {}, order: [['loan.dueOn', way]], limit: 1 })[0];
    expect([first(1)?.['loan'] ?? null, (first(-1)?.['loan'] as Document)['dueOn']]).toEqual([
      null,
      '2026-12-30',
    ]);
    expect(costOf(many, {}, [['loan.dueOn', -1]], 5)).toMatchObject({ examined: 5 });
  });
  it('a loan that begins, moves and ends is found as it is', async () => {
    const name = await filled(ofLoans, [...standing(30), ...lent]);
    const due = (): unknown[] =>
      database.find(name, { criteria: { 'loan.dueOn': '2027-01-01' } }).map(({ _id }) => _id);
    const set = (loan: unknown, path = 'loan'): Promise<unknown> =>
      database.update(
        name,
        { _id: 'free1' },
        { data: { $set: { [path]: loan } }, replace: false, multi: false, upsert: false },
      );
    await set({ dueOn: '2027-01-01', branchId: 'main', readerId: 'r1' });
    expect(due()).toEqual(['free1']);
    await set('2027-01-02', 'loan.dueOn');
    expect(due()).toEqual([]);
    await set('2027-01-01', 'loan.dueOn');
    await set(null);
    expect(due()).toEqual([]);
    expect(database.count(name, { 'loan.readerId': { $gte: '' } })).toBe(LENT);
    expect(checkIntegrity(database)).toEqual([]);
  });
});
