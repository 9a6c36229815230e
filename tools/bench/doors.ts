import titles from '../../demo/data/titles.json';
import type { Cloud } from '../../local/cloud/index';
import { ask, askAsOneOfMany } from './asking';
import { startDemoLibrary } from './demo-library';
import { measure, type Figures } from './load';
import { benchPostgres, printPostgres, printRatios } from './postgres';
import { addFreshStock, enlargeCatalogue } from './stock';
import { table } from '../table';

const READS = 120;
const WRITES = 60;
const AT_ONCE = [1, 4];
const BIG = 20_000;
const DESK = 'o-staff-main';

type Run = Record<string, Figures>;

/**
 * How fast the doors answer, alone and four at a time; then again with twenty thousand titles, and beside a
 * bare PostgreSQL that does the same in the same minute.
 */
export async function benchDoors(): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 4 });
  try {
    const small = await cloud.db.count('titles');
    const first = await runAll(cloud, 0);
    print(first, `${small} titles`);
    await compare(first);
    const big = await enlargeCatalogue(cloud, BIG);
    if (big === null) {
      console.log(`\nNOT RUN: ${BIG} titles; the list of books is not beside the repository.`);
      return;
    }
    // The writing kept the server busy: connections that idled meanwhile are closed on both sides before the
    // next call.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const second = await runAll(cloud, 1);
    print(second, `${big} titles`);
    console.log(`\nMedians, ${big} titles against ${small} (1 would mean: it does not grow)`);
    console.log(
      table(
        ['action', 'at once', 'ratio'],
        Object.keys(first).map((key) => [
          ...key.split(' '),
          ((second[key]?.median ?? 0) / (first[key]?.median ?? 1)).toFixed(2),
        ]),
      ),
    );
  } finally {
    await cloud.close();
  }
}

async function compare(run: Run): Promise<void> {
  const figures = await benchPostgres();
  printPostgres(figures);
  const alone = (action: string): Figures => {
    const found = run[`${action} 1`];
    if (!found) throw new Error(`${action} was not measured`);
    return found;
  };
  printRatios(
    { checkOut: alone('desk.checkOut'), renew: alone('loans.renew'), checkIn: alone('desk.checkIn') },
    figures,
  );
}

async function runAll(cloud: Cloud, round: number): Promise<Run> {
  const run: Run = {};
  const writes = WRITES * AT_ONCE.length;
  const stock = await addFreshStock(cloud, writes * (round + 1));
  const barcodes = stock.barcodes.slice(writes * round);
  const queries = mixedQueries();
  const ids = titles.map(({ id }) => id);
  for (const atOnce of AT_ONCE) {
    const fresh = barcodes.splice(0, WRITES);
    const read = async (name: string, job: (n: number) => Promise<unknown>): Promise<void> => {
      await measure(times(atOnce * 5, job), atOnce);
      run[`${name} ${atOnce}`] = await measure(times(READS, job), atOnce);
    };
    await read('home.show', () => askAsOneOfMany(cloud, 'home.show', {}));
    await read('search.find', (n) =>
      askAsOneOfMany(cloud, 'search.find', { query: queries[n % queries.length] ?? '' }),
    );
    await read('catalogue.title', (n) =>
      askAsOneOfMany(cloud, 'catalogue.title', { titleId: ids[(n * 7) % ids.length] ?? '' }),
    );
    const reader = (n: number): number =>
      Math.floor(n / 15) + stock.openids.length - Math.ceil((barcodes.length + fresh.length) / 15);
    const loans: { loanId: string; openid: string }[] = [];
    run[`desk.checkOut ${atOnce}`] = await measure(
      fresh.map((barcode, n) => async () => {
        const { value } = await ask(cloud, DESK, 'desk.checkOut', {
          readerId: `r-bench-${reader(n)}`,
          barcode,
          branchId: 'main',
        });
        loans.push({ loanId: value.loan.loanId, openid: `o-bench-${reader(n)}` });
      }),
      atOnce,
    );
    // A renewal gains nothing on the day of the loan: some days pass first.
    await cloud.clock.move({ advance: { days: 25 } });
    run[`loans.renew ${atOnce}`] = await measure(
      loans.map(
        ({ loanId, openid }) =>
          () =>
            ask(cloud, openid, 'loans.renew', { loanId }),
      ),
      atOnce,
    );
    run[`desk.checkIn ${atOnce}`] = await measure(
      fresh.map((barcode) => () => ask(cloud, DESK, 'desk.checkIn', { barcode, branchId: 'main' })),
      atOnce,
    );
  }
  return run;
}

/** By title, by part of a title, by author, by both, and by ISBN where the title has one. */
function mixedQueries(): string[] {
  const some = titles.filter((_, n) => n % 9 === 0);
  return some.flatMap(({ title, contributors, isbns }, n) => {
    const author = contributors[0]?.name ?? '';
    return [[title, title.slice(0, 2), author, `${author} ${title}`][n % 4] || title, ...isbns.slice(0, 1)];
  });
}

const times = <T>(count: number, job: (n: number) => Promise<T>): (() => Promise<T>)[] =>
  Array.from({ length: count }, (_, n) => () => job(n));

function print(run: Run, what: string): void {
  console.log(`\nDoors over HTTP, warm, ${what}`);
  console.log(
    table(
      ['action', 'at once', 'calls', 'per second', 'median ms', 'p95 ms'],
      Object.entries(run).map(([key, { count, perSecond, median, p95 }]) => [
        ...key.split(' '),
        count,
        perSecond.toFixed(0),
        median.toFixed(1),
        p95.toFixed(1),
      ]),
    ),
  );
}

if (require.main === module)
  benchDoors().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
