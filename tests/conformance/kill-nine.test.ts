import { buildSync } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkIntegrity } from '../../local/cloud/database/engine/check';
import { openDatabase, type Database } from '../../local/cloud/database/engine/database';
import { collections } from './kill-nine/collections';
import { ACCOUNTS, loadUntilDead, START_BALANCE, type Acknowledged } from './kill-nine/load';

const ROUNDS = 20;
const folder = mkdtempSync(join(tmpdir(), 'shuxiang-kill-'));
const built = resolve(__dirname, '..', '..', 'dist', 'kill-nine');
const server = join(built, 'server.cjs');

beforeAll(async () => {
  buildSync({
    entryPoints: [join(__dirname, 'kill-nine', 'server.ts')],
    outfile: server,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
  });
  await onFolder(async (database) => {
    const accounts = Array.from({ length: ACCOUNTS }, (_value, i) => ({
      _id: `a${i}`,
      balance: START_BALANCE,
    }));
    await database.upsert('accounts', accounts);
    await database.upsert('counters', [{ _id: 'one', n: 0 }]);
  });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

it(`a server killed ${ROUNDS} times under load loses no acknowledged write and leaves no half transaction`, async () => {
  const acknowledged: Acknowledged = { journal: [], transfers: [], increments: 0, sentIncrements: 0 };
  for (let round = 1; round <= ROUNDS; round++) {
    const before = writesOf(acknowledged);
    await killUnderLoad(round, acknowledged);
    expect(writesOf(acknowledged)).toBeGreaterThan(before + 9);
    await onFolder(async (database) => expectWhole(database, acknowledged));
  }
  console.log(
    `${ROUNDS} kills: ${acknowledged.transfers.length} transfers, ${acknowledged.journal.length} inserts and ` +
      `${acknowledged.increments} increments acknowledged, all there`,
  );
}, 600_000);

async function killUnderLoad(round: number, acknowledged: Acknowledged): Promise<void> {
  const process_ = spawn(process.execPath, [server, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(process_);
  const enough = writesOf(acknowledged) + 10 + Math.random() * 150;
  const watch = setInterval(() => {
    if (writesOf(acknowledged) >= enough) process_.kill('SIGKILL');
  }, 3);
  await loadUntilDead(url, round, acknowledged);
  clearInterval(watch);
  if (process_.exitCode === null && process_.signalCode === null) await once(process_, 'exit');
  expect(process_.signalCode).toBe('SIGKILL');
}

const writesOf = ({ journal, transfers }: Acknowledged): number => journal.length + transfers.length;

async function addressOf(started: ChildProcess): Promise<string> {
  for await (const line of started.stdout ?? []) return String(line).trim();
  throw new Error('the server ended before it was ready');
}

async function onFolder(work: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase({ folder });
  try {
    database.declare(collections);
    await work(database);
  } finally {
    await database.close();
  }
}

function expectWhole(database: Database, acknowledged: Acknowledged): void {
  expect(checkIntegrity(database)).toEqual([]);
  expect(missing(database, 'journal', acknowledged.journal)).toEqual([]);
  expect(missing(database, 'transfers', acknowledged.transfers)).toEqual([]);
  expect(balances(database)).toEqual(balancesByTransfers(database));
  const [counter] = database.find('counters', { criteria: { _id: 'one' } });
  expect(Number(counter?.['n'])).toBeGreaterThanOrEqual(acknowledged.increments);
  expect(Number(counter?.['n'])).toBeLessThanOrEqual(acknowledged.sentIncrements);
}

function missing(database: Database, collection: string, ids: string[]): string[] {
  const there = new Set(database.find(collection, { criteria: {} }).map(({ _id }) => _id));
  return ids.filter((id) => !there.has(id));
}

const balances = (database: Database): Record<string, number> =>
  Object.fromEntries(
    database.find('accounts', { criteria: {} }).map(({ _id, balance }) => [String(_id), Number(balance)]),
  );

/** A transfer's document, and both its accounts, are there together or not at all. */
function balancesByTransfers(database: Database): Record<string, number> {
  const result: Record<string, number> = {};
  for (let i = 0; i < ACCOUNTS; i++) result[`a${i}`] = START_BALANCE;
  for (const { from, to, amount } of database.find('transfers', { criteria: {} })) {
    result[String(from)] = (result[String(from)] ?? 0) - Number(amount);
    result[String(to)] = (result[String(to)] ?? 0) + Number(amount);
  }
  return result;
}
