import { cloudUnderTest, expectOnlyLoopback, type CloudUnderTest } from './cloud-under-test';
import { rejection } from './sdk';

/** A cloud of its own: what else a transaction does must not depend on how fast this machine is. */
const SHORT_LIFE_MS = 1500;

let under: CloudUnderTest;
const numberOf = async (): Promise<unknown> =>
  (await under.sdk.database().collection('accounts').doc('a').get()).data?.['n'];

beforeAll(async () => {
  under = await cloudUnderTest({
    transactionLifeMs: SHORT_LIFE_MS,
    collections: { accounts: { indexes: [] } },
  });
}, 60_000);
beforeEach(() => under.cloud.db.upsert('accounts', [{ _id: 'a', n: 10 }]));
afterAll(() => under?.close());

it('a transaction ends by itself, and then nothing of it remains', async () => {
  const db = under.sdk.database();
  const transaction = await db.startTransaction();
  const account = transaction.collection('accounts').doc('a');
  await account.update({ data: { n: 1 } });
  await new Promise((resume) => setTimeout(resume, SHORT_LIFE_MS + 200));
  const error = await rejection(account.get());
  expect(error.errMsg).toMatch(/lived longer/);
  expect(await numberOf()).toBe(10);
});

it('a plain write waits until the transaction dies', async () => {
  const db = under.sdk.database();
  const transaction = await db.startTransaction();
  await transaction
    .collection('accounts')
    .doc('a')
    .update({ data: { n: 1 } });
  await db
    .collection('accounts')
    .doc('a')
    .update({ data: { n: db.command.inc(100) } });
  expect(await numberOf()).toBe(110);
  expect(await rejection(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
});

it('and nothing left this machine', () => expectOnlyLoopback(under));
