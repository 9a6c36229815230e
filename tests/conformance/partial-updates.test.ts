import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Collection, type Command, type Database, type Doc, type Transaction } from './sdk';

let under: CloudUnderTest;
let db: Database;
let _: Command;
let readers: Collection;

beforeAll(async () => {
  under = await cloudUnderTest({
    transactionLifeMs: 3000,
    collections: {
      readers: {
        indexes: [
          { name: 'loan', keys: [['openLoans.loanId', 1]] },
          { name: 'card', unique: true, keys: [['card', 1]] },
        ],
      },
    },
  });
  db = under.sdk.database({ throwOnNotFound: false });
  _ = db.command;
  readers = db.collection('readers');
}, 60_000);
afterAll(() => under.close());

const LIN: Doc = {
  _id: 'lin',
  name: '林',
  card: 'A',
  owes: 10,
  block: { reason: 'late', until: '2026-12-01' },
  openLoans: [
    { loanId: 'l1', barcode: 'B1', claimed: false, due: { on: '2026-11-01', at: null } },
    { loanId: 'l2', barcode: 'B2', claimed: true, due: { on: '2026-12-01', at: null } },
    { loanId: 'l3', barcode: 'B3', claimed: true, due: { on: '2026-12-24', at: null } },
  ],
  lately: [],
  closed: null,
};
beforeEach(async () => {
  await under.cloud.db.clear('readers');
  await under.cloud.db.upsert('readers', [LIN, { _id: 'wang', card: 'B', owes: 0, openLoans: [] }]);
});

const inside = (transaction: Transaction): Collection => transaction.collection('readers');
const stored = async (id = 'lin'): Promise<Doc> => (await readers.doc(id).get()).data;
const loansOf = (reader: Doc): unknown[] => (reader['openLoans'] as Doc[]).map(({ loanId }) => loanId);
const conflict = /TransactionConflict/;

/** One blind update as a transaction of its own; how many documents it says it changed. */
const amend = (data: Doc, id = 'lin'): Promise<number> =>
  db.runTransaction(
    async (transaction) => (await inside(transaction).doc(id).update({ data })).stats.updated,
  );

describe('a blind update in a transaction', () => {
  it('pulls, adds and sets in one request, and leaves the rest as it was', async () => {
    expect(await amend({ openLoans: _.pull({ loanId: 'l2' }), owes: _.inc(5), name: _.set('林一') })).toBe(1);
    const reader = await stored();
    expect(loansOf(reader)).toEqual(['l1', 'l3']);
    expect(reader).toMatchObject({ owes: 15, name: '林一', card: 'A', block: LIN['block'] });
  });
  it('costs one round trip beside the beginning and the commit', async () => {
    const before = under.cloud.counters().total.roundTrips;
    await amend({ owes: _.inc(5) });
    expect(under.cloud.counters().total.roundTrips - before).toBe(3);
  });
  it('is read back inside the transaction, and by nobody else', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('lin')
      .update({ data: { openLoans: _.pull({ loanId: 'l1' }), owes: _.inc(1) } });
    await inside(transaction)
      .doc('lin')
      .update({ data: { openLoans: _.push([{ loanId: 'l9' }]), owes: _.inc(1) } });
    const { data } = await inside(transaction).doc('lin').get();
    expect([loansOf(data), data['owes']]).toEqual([['l2', 'l3', 'l9'], 12]);
    expect((await stored())['owes']).toBe(10);
    await transaction.rollback();
    expect(await stored()).toEqual(LIN);
  });
  it('leaves the index as the new elements are', async () => {
    await amend({ openLoans: _.pull({ loanId: 'l1' }) });
    await amend({ openLoans: _.push([{ loanId: 'l9' }]) });
    const found = async (loanId: string): Promise<number> =>
      (await readers.where({ 'openLoans.loanId': loanId }).count()).total;
    expect(await Promise.all(['l1', 'l2', 'l9'].map(found))).toEqual([0, 1, 1]);
  });
});

describe('what it changes', () => {
  const cases: [string, () => Doc, Doc][] = [
    [
      'pull by several fields',
      () => ({ openLoans: _.pull({ loanId: 'l1', barcode: 'B1' }) }),
      { loans: ['l2', 'l3'] },
    ],
    [
      'pull where one field differs',
      () => ({ openLoans: _.pull({ loanId: 'l1', barcode: 'B2' }) }),
      { loans: ['l1', 'l2', 'l3'] },
    ],
    [
      'pull takes every element that matches',
      () => ({ openLoans: _.pull({ claimed: true }) }),
      { loans: ['l1'] },
    ],
    ['pull by a comparison', () => ({ openLoans: _.pull({ barcode: _.gte('B2') }) }), { loans: ['l1'] }],
    [
      'pull by a dotted path',
      () => ({ openLoans: _.pull({ 'due.on': '2026-12-01' }) }),
      { loans: ['l1', 'l3'] },
    ],
    [
      'pull by an inner object wants the whole of it',
      () => ({ openLoans: _.pull({ due: { on: '2026-12-01' } }) }),
      { loans: ['l1', 'l2', 'l3'] },
    ],
    [
      'pull by an inner object that is the whole of it',
      () => ({ openLoans: _.pull({ due: { on: '2026-12-01', at: null } }) }),
      { loans: ['l1', 'l3'] },
    ],
    [
      'pull by null takes elements without the field',
      () => ({ openLoans: _.pull({ recalled: null }) }),
      { loans: [] },
    ],
    ['pull from an empty list', () => ({ lately: _.pull({ loanId: 'l1' }) }), { lately: [] }],
    [
      'pull from a missing field makes none',
      () => ({ fresh: _.pull({ loanId: 'l1' }) }),
      { fresh: undefined },
    ],
    ['inc of a missing field sets it', () => ({ deposit: _.inc(7) }), { deposit: 7 }],
    [
      'inc inside an object',
      () => ({ 'block.times': _.inc(1) }),
      { block: { reason: 'late', until: '2026-12-01', times: 1 } },
    ],
    [
      'set of an object replaces it',
      () => ({ block: _.set({ reason: 'lost' }) }),
      { block: { reason: 'lost' } },
    ],
    ['set to null', () => ({ block: _.set(null) }), { block: null }],
    ['set of a list', () => ({ openLoans: _.set([]) }), { loans: [] }],
    [
      'a plain object merges',
      () => ({ block: { reason: 'lost' } }),
      { block: { reason: 'lost', until: '2026-12-01' } },
    ],
    ['remove takes the field away', () => ({ block: _.remove() }), { block: undefined }],
    ['remove inside an object', () => ({ 'block.until': _.remove() }), { block: { reason: 'late' } }],
    ['remove of a missing field', () => ({ fresh: _.remove() }), { fresh: undefined }],
  ];
  it.each(cases)('%s', async (_name, data, expected) => {
    await amend(data());
    const reader = await stored();
    const seen: Doc = { ...reader, loans: loansOf(reader) };
    for (const [field, value] of Object.entries(expected)) expect(seen[field]).toEqual(value);
    expect(Object.keys(reader).filter((field) => !(field in expected))).toEqual(
      expect.arrayContaining(Object.keys(LIN).filter((field) => !(field in expected))),
    );
  });
});

describe('what it refuses ends the transaction', () => {
  const cases: [string, () => Doc, RegExp][] = [
    ['inc of a text', () => ({ name: _.inc(1) }), /non-numeric type/],
    ['inc of null', () => ({ closed: _.inc(1) }), /non-numeric type/],
    ['pull from a text', () => ({ name: _.pull({ a: 1 }) }), /non-array/],
    ['push to null', () => ({ closed: _.push([1]) }), /must be an array but is of type null/],
    [
      'set below null',
      () => ({ 'closed.at': _.set(1) }),
      /Cannot create field 'at' in element \{closed: null\}/,
    ],
    [
      'a field and what is inside it',
      () => ({ block: _.set({}), 'block.until': _.set('x') }),
      /would create a conflict/,
    ],
    ['a taken unique value', () => ({ card: _.set('B') }), /E11000/],
  ];
  it.each(cases)('%s', async (_name, data, words) => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('wang')
      .update({ data: { owes: _.inc(3) } });
    const error = await rejection(inside(transaction).doc('lin').update({ data: data() }));
    expect(error.errMsg).toMatch(words);
    expect(await rejection(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    expect((await stored('wang'))['owes']).toBe(0);
    expect(await stored()).toEqual(LIN);
  });
});

describe('a missing document', () => {
  it('is not made by an update: nothing changes, and the answer says so', async () => {
    expect(await amend({ owes: _.inc(5), openLoans: _.pull({ loanId: 'l1' }) }, 'nobody')).toBe(0);
    expect(await stored('nobody')).toBeNull();
    expect((await readers.count()).total).toBe(2);
  });
  it('does not end the transaction', async () => {
    await db.runTransaction(async (transaction) => {
      await inside(transaction)
        .doc('nobody')
        .update({ data: { owes: _.inc(5) } });
      await inside(transaction)
        .doc('lin')
        .update({ data: { owes: _.inc(5) } });
    });
    expect((await stored())['owes']).toBe(15);
  });
  it('made by others since the beginning is not seen, and is no conflict', async () => {
    const transaction = await db.startTransaction();
    await readers.add({ data: { _id: 'new', card: 'C', owes: 0 } });
    const { stats } = await inside(transaction)
      .doc('new')
      .update({ data: { owes: _.inc(5) } });
    await transaction.commit();
    expect([stats.updated, (await stored('new'))['owes']]).toEqual([0, 0]);
  });
  it('removed inside the transaction is not made again', async () => {
    await db.runTransaction(async (transaction) => {
      await inside(transaction).doc('lin').remove();
      const { stats } = await inside(transaction)
        .doc('lin')
        .update({ data: { owes: _.inc(5) } });
      expect(stats.updated).toBe(0);
    });
    expect(await stored()).toBeNull();
  });
  it('removed by others since the beginning is a conflict', async () => {
    const transaction = await db.startTransaction();
    await readers.doc('lin').remove();
    const error = await rejection(
      inside(transaction)
        .doc('lin')
        .update({ data: { owes: _.inc(5) } }),
    );
    expect(error.errMsg).toMatch(conflict);
  });
});

describe('two blind updates of one document', () => {
  it('at once: the second conflicts', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await inside(first)
      .doc('lin')
      .update({ data: { owes: _.inc(5) } });
    const error = await rejection(
      inside(second)
        .doc('lin')
        .update({ data: { openLoans: _.pull({ loanId: 'l1' }) } }),
    );
    expect(error.errMsg).toMatch(conflict);
    await first.commit();
    expect((await stored())['owes']).toBe(15);
    expect(loansOf(await stored())).toEqual(['l1', 'l2', 'l3']);
  });
  it('the second begun before the first committed conflicts too', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await inside(first)
      .doc('lin')
      .update({ data: { owes: _.inc(5) } });
    await first.commit();
    const error = await rejection(
      inside(second)
        .doc('lin')
        .update({ data: { owes: _.inc(5) } }),
    );
    expect(error.errMsg).toMatch(conflict);
    expect((await stored())['owes']).toBe(15);
  });
  it('in turn both count', async () => {
    await amend({ owes: _.inc(5) });
    await amend({ owes: _.inc(5) });
    expect((await stored())['owes']).toBe(20);
  });
  it('conflicts with a plain update since its beginning', async () => {
    const transaction = await db.startTransaction();
    await readers.doc('lin').update({ data: { owes: _.inc(1) } });
    const error = await rejection(
      inside(transaction)
        .doc('lin')
        .update({ data: { owes: _.inc(5) } }),
    );
    expect(error.errMsg).toMatch(conflict);
    expect((await stored())['owes']).toBe(11);
  });
  it('twenty at once with a retry all count, once each', async () => {
    const add = async (n: number): Promise<void> => {
      for (;;) {
        try {
          await amend({ owes: _.inc(1), lately: _.push([{ n }]) });
          return;
        } catch (error) {
          if (!conflict.test(String((error as { errMsg?: string }).errMsg))) throw error;
          await new Promise((resume) => setTimeout(resume, 5 + Math.random() * 60));
        }
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_value, n) => add(n)));
    const reader = await stored();
    expect(reader['owes']).toBe(30);
    expect(new Set((reader['lately'] as Doc[]).map(({ n }) => n)).size).toBe(20);
  }, 30_000);
});

/**
 * MongoDB does not write what would not change, so such an update neither locks nor conflicts: it guards
 * nothing.
 */
describe('an update that changes nothing', () => {
  it('does not stand in the way of another transaction', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    const { stats } = await inside(first)
      .doc('lin')
      .update({ data: { name: _.set('林'), openLoans: _.pull({ loanId: 'none' }) } });
    expect(stats.updated).toBe(0);
    await inside(second)
      .doc('lin')
      .update({ data: { owes: _.inc(5) } });
    await second.commit();
    await first.commit();
    expect((await stored())['owes']).toBe(15);
  });
  it('is no conflict with a change since the beginning', async () => {
    const transaction = await db.startTransaction();
    await readers.doc('lin').update({ data: { owes: 99 } });
    await inside(transaction)
      .doc('lin')
      .update({ data: { owes: _.set(10) } });
    await transaction.commit();
    expect((await stored())['owes']).toBe(99);
  });
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
