import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { measure, type Figures } from './load';
import { accountToRunAs, findBinaries, startCluster } from './postgres/cluster';
import { openDesk, type Desk } from './postgres/desk';
import { fillLibrary, FREE_READERS, type Sizes } from './postgres/schema';
import { table } from '../table';

type Verb = 'checkOut' | 'renew' | 'checkIn';
type Times = Pick<Figures, 'median' | 'p95' | 'perSecond'>;
type VerbTimes = Record<Verb, Times>;

type PostgresFigures =
  | { available: false; why: string }
  | ({
      available: true;
      version: string;
      sizes: Sizes;
      /** Statements of one operation, the beginning and the commit included. */
      roundTrips: Record<Verb, number>;
      /** The same without waiting for the disk at each commit. */
      withoutFsync: VerbTimes;
    } & VerbTimes);

interface PostgresBench {
  sizes?: Sizes;
  /** How many of each verb are measured. */
  runs?: number;
}

const SIZES: Sizes = { titles: 20_000, items: 60_000, readers: 5_000 };
const RUNS = 300;
const WARM_UP = 40;
const VERBS: Verb[] = ['checkOut', 'renew', 'checkIn'];

/**
 * A bare PostgreSQL doing what the desk does, as one SQL transaction each and one at a time; milliseconds,
 * waiting for the disk as PostgreSQL does unless told. Where it is not installed it says so.
 */
export async function benchPostgres({
  sizes = SIZES,
  runs = RUNS,
}: PostgresBench = {}): Promise<PostgresFigures> {
  const binaries = findBinaries();
  if (!binaries)
    return { available: false, why: 'PostgreSQL is not installed (Debian: apt install postgresql)' };
  const account = accountToRunAs();
  if (!account)
    return { available: false, why: 'PostgreSQL does not run as root, and there is no other account' };
  const cluster = await startCluster(binaries, account);
  try {
    const client = await cluster.connect();
    await fillLibrary(client, sizes);
    const version = await textOf(client, 'show server_version');
    const roundTrips = await countRoundTrips(client);
    const durable = await measureDesk(client, sizes, runs);
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
    await untilOff(client);
    const withoutFsync = await measureDesk(client, sizes, runs);
    await client.end();
    return { available: true, version, sizes, roundTrips, ...durable, withoutFsync };
  } finally {
    await cluster.stop();
  }
}

async function measureDesk(client: Client, sizes: Sizes, runs: number): Promise<VerbTimes> {
  const desk = openDesk(client);
  await day(desk, sizes, WARM_UP);
  const figures = await day(desk, sizes, runs);
  const open = await textOf(
    client,
    `select count(*) from loans where ended_at is null and id not like 'open%'`,
  );
  if (open !== '0') throw new Error(`${open} loans of the benchmark are still open`);
  return figures;
}

/** Lends copies that nobody waits for, renews and takes back every one. */
async function day(desk: Desk, { titles, items }: Sizes, count: number): Promise<VerbTimes> {
  const loans: string[] = [];
  const step = Math.max(1, Math.floor(items / count));
  const barcodes = Array.from({ length: count }, (_, n) => `B${lendable(n * step, titles)}`);
  const alone = (jobs: (() => Promise<unknown>)[]): Promise<Figures> => measure(jobs, 1);
  const checkOut = await alone(
    barcodes.map((barcode, n) => async () => {
      loans.push(await desk.checkOut(`r${1 + (n % FREE_READERS)}`, barcode, randomUUID()));
    }),
  );
  const renew = await alone(loans.map((loan) => () => desk.renew(loan, randomUUID())));
  const checkIn = await alone(barcodes.map((barcode) => () => desk.checkIn(barcode, randomUUID())));
  return { checkOut, renew, checkIn };
}

/** The first copy from here that is not on loan and whose title nobody waits for. */
function lendable(from: number, titles: number): number {
  let n = Math.max(1, from);
  while (n % 10 === 0 || (1 + (n % titles)) % 10 === 0) n++;
  return n;
}

async function countRoundTrips(client: Client): Promise<Record<Verb, number>> {
  const desk = openDesk(client);
  let before = 0;
  const spent = (): number => {
    const count = desk.roundTrips() - before;
    before = desk.roundTrips();
    return count;
  };
  const loan = await desk.checkOut('r1', 'B1', randomUUID());
  const checkOut = spent();
  await desk.renew(loan, randomUUID());
  const renew = spent();
  await desk.checkIn('B1', randomUUID());
  return { checkOut, renew, checkIn: spent() };
}

async function textOf(client: Client, query: string): Promise<string> {
  const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
  return String(rows[0]?.[0]);
}

/** A changed setting reaches a connection a moment later. */
async function untilOff(client: Client): Promise<void> {
  const deadline = Date.now() + 10_000;
  while ((await textOf(client, 'show fsync')) !== 'off') {
    if (Date.now() > deadline) throw new Error('PostgreSQL did not take fsync = off');
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

/** Prints the figures, or that there are none. */
export function printPostgres(figures: PostgresFigures): void {
  if (!figures.available) {
    console.log(`\nNOT RUN: the bare PostgreSQL; ${figures.why}.`);
    return;
  }
  const { titles, items, readers } = figures.sizes;
  console.log(
    `\nA bare PostgreSQL ${figures.version}, one SQL transaction each, one at a time ` +
      `(${titles} titles, ${items} items, ${readers} readers)`,
  );
  const rows = [true, false].flatMap((fsync) =>
    VERBS.map((verb) => {
      const { median, p95, perSecond } = (fsync ? figures : figures.withoutFsync)[verb];
      const trips = figures.roundTrips[verb];
      return [verb, fsync ? 'on' : 'off', trips, median.toFixed(2), p95.toFixed(2), perSecond.toFixed(0)];
    }),
  );
  console.log(table(['verb', 'fsync', 'round trips', 'median ms', 'p95 ms', 'per second'], rows));
}

/** How many times as long the doors take; both do one at a time, each with its own round trips. */
export function printRatios(
  ours: Record<Verb, Pick<Figures, 'median' | 'p95'>>,
  figures: PostgresFigures,
): void {
  if (!figures.available) return;
  console.log(
    '\nThe doors against the bare PostgreSQL, medians (the local cloud does not wait for the disk either: fsync off)',
  );
  const rows = VERBS.map((verb) => {
    const [durable, quick] = [figures[verb].median, figures.withoutFsync[verb].median];
    const times = (median: number): string => `${(ours[verb].median / median).toFixed(1)}×`;
    return [
      verb,
      ours[verb].median.toFixed(1),
      quick.toFixed(2),
      times(quick),
      durable.toFixed(2),
      times(durable),
    ];
  });
  console.log(table(['verb', 'doors ms', 'fsync off ms', 'ratio', 'fsync on ms', 'ratio'], rows));
}

if (require.main === module)
  benchPostgres()
    .then(printPostgres)
    .catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
