import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection, type Collection, type Command, type Database, type Transaction } from './sdk';

let under: CloudUnderTest;
let db: Database;
let _: Command;
let accounts: Collection;

beforeAll(async () => {
  under = await cloudUnderTest({
    collections: { accounts: { indexes: [{ name: 'card', unique: true, keys: [['card', 1]] }] } },
  });
  db = under.sdk.database({ throwOnNotFound: false });
  _ = db.command;
  accounts = db.collection('accounts');
}, 60_000);
afterAll(() => under.close());

beforeEach(async () => {
  await under.cloud.db.clear('accounts');
  await under.cloud.db.upsert('accounts', [
    { _id: 'a', n: 10, card: 'A' },
    { _id: 'b', n: 0, card: 'B' },
  ]);
});

const numberOf = async (id: string): Promise<unknown> => (await accounts.doc(id).get()).data?.['n'];
const inside = (transaction: Transaction): Collection => transaction.collection('accounts');
const conflict = /TransactionConflict/;

describe('a transaction', () => {
  it('commits its writes together', async () => {
    const result = await db.runTransaction(async (transaction) => {
      await inside(transaction)
        .doc('a')
        .update({ data: { n: _.inc(-3) } });
      await inside(transaction)
        .doc('b')
        .update({ data: { n: _.inc(3) } });
      return 'done';
    });
    expect(result).toBe('done');
    expect([await numberOf('a'), await numberOf('b')]).toEqual([7, 3]);
  });
  it('sees its own writes, others do not before it commits', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('a')
      .update({ data: { n: 99 } });
    expect((await inside(transaction).doc('a').get()).data['n']).toBe(99);
    expect(await numberOf('a')).toBe(10);
    await transaction.commit();
    expect(await numberOf('a')).toBe(99);
  });
  it('leaves nothing behind when rolled back', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('a')
      .update({ data: { n: 99 } });
    await inside(transaction).add({ data: { _id: 'c', card: 'C' } });
    await inside(transaction).doc('b').remove();
    await transaction.rollback();
    expect([await numberOf('a'), await numberOf('b'), await numberOf('c')]).toEqual([10, 0, undefined]);
  });
  it('leaves nothing behind when its callback throws', async () => {
    const error = await rejection(
      db.runTransaction(async (transaction) => {
        await inside(transaction)
          .doc('a')
          .update({ data: { n: 99 } });
        throw new Error('changed my mind');
      }),
    );
    expect(String(error)).toMatch(/changed my mind/);
    expect(await numberOf('a')).toBe(10);
  });
  it('rejects with what rollback was given', async () => {
    const reason = await rejection(
      db.runTransaction(async (transaction) => transaction.rollback({ because: 'no' })),
    );
    expect(reason).toEqual({ because: 'no' });
  });
  it('adds, sets and removes', async () => {
    await db.runTransaction(async (transaction) => {
      await inside(transaction).add({ data: { _id: 'c', card: 'C', n: 1 } });
      await inside(transaction)
        .doc('d')
        .set({ data: { card: 'D', n: 2 } });
      await inside(transaction)
        .doc('a')
        .set({ data: { card: 'A', n: 3 } });
      await inside(transaction).doc('b').remove();
    });
    const { data } = await accounts.orderBy('_id', 'asc').get();
    expect(data.map(({ _id, n }) => [_id, n])).toEqual([
      ['a', 3],
      ['c', 1],
      ['d', 2],
    ]);
  });
  it('get of a missing document is empty', async () => {
    const found = await db.runTransaction(
      async (transaction) => (await inside(transaction).doc('none').get()).data,
    );
    expect(found).toBeNull();
  });
  it('a document added and removed inside was never there', async () => {
    await db.runTransaction(async (transaction) => {
      await inside(transaction).add({ data: { _id: 'c', card: 'C' } });
      await inside(transaction).doc('c').remove();
    });
    expect((await accounts.count()).total).toBe(2);
  });
});

describe('snapshot isolation', () => {
  it('goes on seeing what was there at its beginning', async () => {
    const transaction = await db.startTransaction();
    await accounts.doc('a').update({ data: { n: 77 } });
    await accounts.doc('b').remove();
    await accounts.add({ data: { _id: 'c', card: 'C', n: 1 } });
    expect((await inside(transaction).doc('a').get()).data['n']).toBe(10);
    expect((await inside(transaction).doc('b').get()).data['n']).toBe(0);
    expect((await inside(transaction).doc('c').get()).data).toBeNull();
    await transaction.rollback();
  });
  it('a document changed since its beginning cannot be written', async () => {
    const transaction = await db.startTransaction();
    await accounts.doc('a').update({ data: { n: 77 } });
    const error = await rejection(
      inside(transaction)
        .doc('a')
        .update({ data: { n: 1 } }),
    );
    expect(error.errMsg).toMatch(conflict);
    expect(await numberOf('a')).toBe(77);
  });
  it('a document another transaction has written cannot be written', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await inside(first)
      .doc('a')
      .update({ data: { n: 1 } });
    const error = await rejection(
      inside(second)
        .doc('a')
        .update({ data: { n: 2 } }),
    );
    expect(error.errMsg).toMatch(conflict);
    await first.commit();
    expect(await numberOf('a')).toBe(1);
  });
  it('after a conflict the transaction is over', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await inside(first)
      .doc('a')
      .update({ data: { n: 1 } });
    await rejection(
      inside(second)
        .doc('a')
        .update({ data: { n: 2 } }),
    );
    expect(await rejection(second.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    await first.rollback();
  });
  it('different documents do not conflict, so write skew is possible', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    const [x, y] = await Promise.all([inside(first).doc('b').get(), inside(second).doc('a').get()]);
    await inside(first)
      .doc('a')
      .update({ data: { n: Number(x.data['n']) + 1 } });
    await inside(second)
      .doc('b')
      .update({ data: { n: Number(y.data['n']) + 1 } });
    await Promise.all([first.commit(), second.commit()]);
    expect([await numberOf('a'), await numberOf('b')]).toEqual([1, 11]);
  });
});

describe('the retry of the SDK', () => {
  it('does not happen for a conflict inside the callback: of eight one wins', async () => {
    let runs = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        db.runTransaction(async (transaction) => {
          runs++;
          const { data } = await inside(transaction).doc('a').get();
          await inside(transaction)
            .doc('a')
            .update({ data: { n: Number(data['n']) + 1 } });
        }),
      ),
    );
    const won = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(runs).toBe(8);
    expect(await numberOf('a')).toBe(10 + won);
    expect(won).toBeLessThan(8);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ errCode: -501001 });
    expect((lost.reason as { code?: string }).code).toBeUndefined();
  });
  it('a retry of our own brings all eight through', async () => {
    const increase = async (): Promise<void> => {
      for (;;) {
        try {
          await db.runTransaction(async (transaction) => {
            const { data } = await inside(transaction).doc('a').get();
            await inside(transaction)
              .doc('a')
              .update({ data: { n: Number(data['n']) + 1 } });
          });
          return;
        } catch (error) {
          if (!conflict.test(String((error as { errMsg?: string }).errMsg))) throw error;
          await new Promise((resume) => setTimeout(resume, 5 + Math.random() * 40));
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, increase));
    expect(await numberOf('a')).toBe(18);
  }, 20_000);
});

describe('locks', () => {
  it('a plain write waits until the transaction commits', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('a')
      .update({ data: { n: 1 } });
    let done = false;
    const plain = accounts
      .doc('a')
      .update({ data: { n: _.inc(100) } })
      .then(() => (done = true));
    await new Promise((resume) => setTimeout(resume, 100));
    expect(done).toBe(false);
    await transaction.commit();
    await plain;
    expect(await numberOf('a')).toBe(101);
  });
  it('a plain write elsewhere does not wait', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('a')
      .update({ data: { n: 1 } });
    await accounts.doc('b').update({ data: { n: 5 } });
    expect(await numberOf('b')).toBe(5);
    await transaction.rollback();
  });
  it('a plain read does not wait', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction)
      .doc('a')
      .update({ data: { n: 1 } });
    expect(await numberOf('a')).toBe(10);
    await transaction.rollback();
  });
});

describe('the life of a transaction', () => {
  it('a committed one cannot be committed again', async () => {
    const transaction = await db.startTransaction();
    await transaction.commit();
    expect(await rejection(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });
});

describe('a document above 16 MB', () => {
  const half = 'x'.repeat(9 * 1024 * 1024);
  it('is refused where it is written, not at the commit, and the transaction is over', async () => {
    const transaction = await db.startTransaction();
    await inside(transaction).doc('a').update({ data: { half } });
    const error = await rejection(
      inside(transaction)
        .doc('a')
        .update({ data: { other: half } }),
    );
    expect(error.errMsg).toMatch(/larger than the limit/);
    expect(await rejection(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    expect(await numberOf('a')).toBe(10);
  });
});

describe('unique values', () => {
  it('a taken value is refused inside, and the transaction is over', async () => {
    const transaction = await db.startTransaction();
    const error = await rejection(inside(transaction).add({ data: { _id: 'c', card: 'A' } }));
    expect(error.errMsg).toMatch(/E11000/);
    expect(await rejection(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });
  it('two transactions cannot both take one value', async () => {
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await inside(first).add({ data: { _id: 'c', card: 'X' } });
    expect((await rejection(inside(second).add({ data: { _id: 'd', card: 'X' } }))).errMsg).toMatch(conflict);
    await first.commit();
    expect((await accounts.where({ card: 'X' }).count()).total).toBe(1);
  });
  it('an id that appeared since the beginning is a conflict', async () => {
    const transaction = await db.startTransaction();
    await accounts.add({ data: { _id: 'c', card: 'C' } });
    const error = await rejection(inside(transaction).add({ data: { _id: 'c', card: 'D' } }));
    expect(error.errMsg).toMatch(conflict);
  });
});

describe('what does not belong into a transaction is refused', () => {
  it('where().get', async () => {
    const transaction = await db.startTransaction();
    expect((await rejection(inside(transaction).where({ n: 10 }).get())).errCode).toBe(-501007);
    await transaction.rollback();
  });
  it('collection.get', async () => {
    const transaction = await db.startTransaction();
    expect((await rejection(inside(transaction).get())).errCode).toBe(-501007);
    await transaction.rollback();
  });
  it('aggregate, which the SDK sends outside it', async () => {
    const call = under.cloud.parts.invocations.begin({
      functionName: 'f',
      openid: 'o',
      source: 'wx_client',
      offsetMs: 0,
    });
    process.env['TCB_SEQID'] = call.requestId;
    const transaction = await db.startTransaction();
    const error = await rejection(inside(transaction).aggregate().match({ n: 10 }).end());
    expect(String(error.errMsg ?? error)).toMatch(/while a transaction is open/);
    await transaction.rollback();
    under.cloud.parts.invocations.end(call);
  });
  it('add of several documents at once', async () => {
    const transaction = await db.startTransaction();
    const error = await rejection(
      inside(transaction).add({
        data: [
          { _id: 'c', card: 'C' },
          { _id: 'd', card: 'D' },
        ],
      }),
    );
    expect(error.errCode).toBe(-501007);
    await transaction.rollback();
    expect((await accounts.count()).total).toBe(2);
  });
  it.each(['update', 'remove', 'count'] as const)(
    'where().%s, which the SDK sends outside it',
    async (operation) => {
      const call = under.cloud.parts.invocations.begin({
        functionName: 'f',
        openid: 'o',
        source: 'wx_client',
        offsetMs: 0,
      });
      process.env['TCB_SEQID'] = call.requestId;
      const transaction = await db.startTransaction();
      const query = inside(transaction).where({ n: 10 });
      const error = await rejection(
        operation === 'update' ? query.update({ data: { n: 1 } }) : query[operation](),
      );
      expect(error.errCode).toBe(-501007);
      expect(error.errMsg).toMatch(/while a transaction is open/);
      await transaction.rollback();
      expect((await accounts.where({ n: 10 }).count()).total).toBe(1);
      under.cloud.parts.invocations.end(call);
    },
  );
});

describe('the network', () => {
  it('is never more than loopback', () => expectOnlyLoopback(under));
});
