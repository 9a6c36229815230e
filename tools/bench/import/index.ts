import { Command } from 'commander';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { table } from '../../table';
import { quantile } from '../load';
import { KINDS, type OneRun, type Rate } from './one-run';
import { writeRecords } from './records';

const root = resolve(__dirname, '..', '..', '..');

/**
 * How fast records come into an empty library: the demo library's titles recombined to as many as asked for,
 * written as CNMARC, imported over the local cloud's own address into a database on disk. `--against` takes
 * turns with another checkout of this repository that is installed and built, each run in a process of its
 * own; ends with 1 when this one is slower by more than can be chance.
 */
async function main(): Promise<void> {
  const { records, rounds, against } = new Command('bench:import')
    .option('--records <n>', 'how many', '20000')
    .option('--rounds <n>', 'runs of each checkout', '3')
    .option('--against <checkout>', 'a checkout to compare with: the version before')
    .parse()
    .opts<{ records: string; rounds: string; against?: string }>();
  const folder = mkdtempSync(join(tmpdir(), 'import-bench-file-'));
  try {
    const path = join(folder, 'bench.iso');
    await writeRecords(path, Number(records));
    const here: OneRun[] = [];
    const there: OneRun[] = [];
    for (let round = 0; round < Number(rounds); round++) {
      if (against) there.push(run(resolve(against), path));
      here.push(run(root, path));
    }
    console.log(`${records} records with two copies each, median of ${rounds} runs, records a second`);
    console.log(against ? pairs(here, there) : alone(here));
    if (against && KINDS.some((kind) => ratio(here, there, kind, 'processor') < SLOWER)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Medians of a few runs on a busy machine differ by some hundredths. */
const SLOWER = 0.95;

function run(checkout: string, path: string): OneRun {
  const one = join(__dirname, 'one-run.ts');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', one, checkout, path], {
    encoding: 'utf8',
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as OneRun;
}

type By = keyof Rate;
const median = (runs: OneRun[], kind: keyof OneRun, by: By): number =>
  quantile(
    runs.map((one) => one[kind][by]),
    0.5,
  );

/** The median of the rounds' own ratios: whatever else the machine does meets both of a round. */
const ratio = (here: OneRun[], there: OneRun[], kind: keyof OneRun, by: By): number =>
  quantile(
    here.map((one, round) => one[kind][by] / there[round]![kind][by]),
    0.5,
  );

const whole = (value: number): string => String(Math.round(value));
const megabytes = (value: number): string => whole(value / 1e6);

const alone = (here: OneRun[]): string =>
  table(
    ['', 'by the clock', 'of processor time', 'MB'],
    KINDS.map((kind) => [
      kind,
      whole(median(here, kind, 'clock')),
      whole(median(here, kind, 'processor')),
      megabytes(median(here, kind, 'memory')),
    ]),
  );

const pairs = (here: OneRun[], there: OneRun[]): string =>
  table(
    ['', 'before', 'now', 'ratio', 'processor before', 'now', 'ratio', 'MB before', 'now'],
    KINDS.map((kind) => [
      kind,
      whole(median(there, kind, 'clock')),
      whole(median(here, kind, 'clock')),
      ratio(here, there, kind, 'clock').toFixed(2),
      whole(median(there, kind, 'processor')),
      whole(median(here, kind, 'processor')),
      ratio(here, there, kind, 'processor').toFixed(2),
      megabytes(median(there, kind, 'memory')),
      megabytes(median(here, kind, 'memory')),
    ]),
  );

void main();
