import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from './database';
import { commitTransaction, updateInside } from './transaction-steps';
import { abortTransaction, startTransaction } from './transactions';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-locks-'));
const WAIT_MS = 150;
let database: Database;

beforeAll(() => {
  database = openDatabase({ folder, flush: false, lockWaitMs: WAIT_MS });
  database.declare({ items: { indexes: [{ name: 'tag', unique: true, keys: [['tag', 1]] }] } });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  database.clear('items');
  await database.insert('items', [{ _id: 'a', n: 1, tag: 'A' }]);
});

const holding = (): string => {
  const { transactions, catalog } = database;
  const id = startTransaction(transactions, undefined);
  updateInside(transactions, id, catalog.require('items'), 'a', { $inc: { n: 1 } });
  return id;
};
const numberOf = (): unknown => database.find('items', { criteria: { _id: 'a' } })[0]?.['n'];
const plain = { data: { $inc: { n: 10 } }, replace: false, multi: false, upsert: false };

it.each([
  ['update', () => database.update('items', { _id: 'a' }, plain)],
  ['update of many', () => database.update('items', {}, { ...plain, multi: true })],
  ['remove', () => database.remove('items', { _id: 'a' }, false)],
  ['insert of a unique value that is being taken', () => database.insert('items', [{ _id: 'b', tag: 'A' }])],
])('a plain %s that waits too long is given up, and nothing of it is done', async (_name, write) => {
  const transaction = holding();
  const began = Date.now();
  await expect(write()).rejects.toMatchObject({ code: 'SERVER_TIMEOUT' });
  expect(Date.now() - began).toBeGreaterThanOrEqual(WAIT_MS - 5);
  expect(numberOf()).toBe(1);
  commitTransaction(database.transactions, transaction);
  expect(numberOf()).toBe(2);
  expect(database.count('items', {})).toBe(1);
});

it('many that wait for one document all get their turn', async () => {
  const transaction = holding();
  const writes = Array.from({ length: 20 }, () => database.update('items', { _id: 'a' }, plain));
  abortTransaction(database.transactions, transaction);
  await Promise.all(writes);
  expect(numberOf()).toBe(201);
});
