import { readFileSync, readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Command } from 'commander';
import { runCommand } from '../command';
import titles from '../../demo/data/titles.json';
import type { Cloud } from '../../local/cloud/index';
import { table } from '../table';
import { ask, askAsOneOfMany } from './asking';
import { startDemoLibrary } from './demo-library';
import { quantile } from './load';
import { addFreshStock } from './stock';

/**
 * What minutes of load do to the local cloud: memory and waiting times by the minute. The server maps the
 * file of its database, which grows with what is written: that is counted apart, and whether the server
 * keeps what it should let go is seen in its own memory and in its heap after a collection.
 * `npm run bench:endurance -- --minutes 10`.
 */

interface Options {
  minutes: number;
  atOnce: number;
}

const DESKS = ['o-staff-main', 'o-staff-children', 'o-staff-linhe'];
const QUERIES = ['三体', '红楼', '历史', 'sanguo', '唐诗', '鲁迅', '9787536692930', '不存在的书名'];
const COPIES = 400;

interface Memory {
  /** Of the server alone: its heap after a collection, what else is its own, and files that it maps. */
  heap: number;
  own: number;
  mapped: number;
  /** Resident memory of everything that it started. */
  functions: number;
}

/** Memory of this process and of its children, MB. */
const memoryMb = (): Memory => {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((pid) => [pid, statusOf(pid, 'PPid')]));
  const own = String(process.pid);
  const isOurs = (pid: string): boolean => {
    const parent = parents.get(pid) ?? '';
    return parent === own || (parent !== '' && parent !== '0' && isOurs(parent));
  };
  const mb = (pid: string, field: string): number => Number.parseInt(statusOf(pid, field) || '0', 10) / 1024;
  collectGarbage();
  return {
    heap: process.memoryUsage().heapUsed / 1024 / 1024,
    own: mb(own, 'RssAnon'),
    mapped: mb(own, 'RssFile') + mb(own, 'RssShmem'),
    functions: pids.filter(isOurs).reduce((sum, pid) => sum + mb(pid, 'VmRSS'), 0),
  };
};

const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

const statusOf = (pid: string, field: string): string => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return new RegExp(`^${field}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
  } catch {
    // A process that ended meanwhile.
    return '';
  }
};

/** One after the other what a day of a library asks: mostly looking, some lending and taking back. */
const doings = (
  cloud: Cloud,
  { barcodes, openids }: { barcodes: readonly string[]; openids: readonly string[] },
): ((n: number) => Promise<unknown>)[] => {
  const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
  const lending = async (n: number): Promise<void> => {
    const barcode = of(barcodes, n);
    const readerId = `r-bench-${n % openids.length}`;
    await ask(cloud, of(DESKS, n), 'desk.checkOut', { readerId, barcode, branchId: 'main' });
    await ask(cloud, of(DESKS, n), 'desk.checkIn', { barcode, branchId: 'main' });
  };
  return [
    () => askAsOneOfMany(cloud, 'home.show', {}),
    (n) => askAsOneOfMany(cloud, 'search.find', { query: of(QUERIES, n) }),
    (n) => askAsOneOfMany(cloud, 'catalogue.title', { titleId: of(titles, n * 7).id }),
    (n) => ask(cloud, of(openids, n), 'loans.list', {}),
    lending,
    (n) => askAsOneOfMany(cloud, 'search.find', { query: of(titles, n * 3).title.slice(0, 12) }),
  ];
};

async function run({ minutes, atOnce }: Options): Promise<void> {
  const cloud = await startDemoLibrary({ warm: 2 });
  const all = doings(cloud, await addFreshStock(cloud, COPIES));
  let n = 0;
  let times: number[] = [];
  let failed = 0;
  const end = performance.now() + minutes * 60_000;
  const work = async (): Promise<void> => {
    while (performance.now() < end) {
      const mine = n++;
      const began = performance.now();
      try {
        await all[mine % all.length]?.(Math.floor(mine / all.length));
      } catch (error) {
        failed++;
        if (failed <= 3) console.error(error);
      }
      times.push(performance.now() - began);
    }
  };
  const rows: (string | number)[][] = [];
  const everyMinute = setInterval(() => {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(0));
    const { heap, own, mapped, functions } = memoryMb();
    const memory = [heap, own, mapped, functions].map((mb) => mb.toFixed(0));
    rows.push([rows.length + 1, times.length, p50 ?? '', p95 ?? '', p99 ?? '', ...memory]);
    times = [];
  }, 60_000);
  await Promise.all(Array.from({ length: atOnce }, work));
  clearInterval(everyMinute);
  await cloud.close();
  const heads = ['minute', 'doings', 'p50 ms', 'p95 ms', 'p99 ms'];
  console.log(table([...heads, 'heap MB', 'own MB', 'mapped MB', 'functions MB'], rows));
  console.log(`\n${n} doings, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

runCommand(
  new Command()
    .option('--minutes <minutes>', 'how long', Number, 10)
    .option('--at-once <count>', 'so many at a time', Number, 8)
    .action((options: Options) => run(options)),
);
