import { Command } from 'commander';
import { added, figuresOf, type CountedLine } from '../../../cloudfunctions/figures/count';
import type { FigureDocument } from '../../../cloudfunctions/documents';
import { addMinutes, instantOf } from '../../../cloudfunctions/kernel/local-date';
import { runCommand } from '../../command';
import { startDemoLibrary } from '../demo-library';

/**
 * A year of a city's log counted into figures: how quick the rule is over all of it, and how quick the
 * shipped job is over as much as fits into the time. `npm run bench:figures -- --loans 3000000 --seconds 60`.
 */

interface Options {
  loans: number;
  branches: number;
  seconds: number;
}

/** As many lines as the job takes in one transaction. */
const BATCH = 200;
const MINUTES = 365 * 24 * 60;
const CLASSES = ['I247.5', 'I561.45', 'K248', 'B84', 'TP312', 'G78', 'J238', 'F830'];
const CATEGORIES = ['adult', 'child', 'senior', 'student'];

/** The n-th of so many loans of a year: spread over it, the branches, classes and categories. */
const lineAt = (n: number, { loans, branches }: Options): CountedLine => ({
  at: addMinutes(instantOf('2025-01-01', '08:00'), Math.floor((n / loans) * MINUTES)),
  action: 'desk.checkOut',
  branchId: `branch-${(n * 7) % branches}`,
  counts: {
    figures: { loans: 1, visitsAtDesk: 1 },
    category: CATEGORIES[(n * 13) % CATEGORIES.length] ?? '',
    clc: CLASSES[(n * 31) % CLASSES.length] ?? '',
  },
});

/** The rule alone, in batches as the job takes them; ends with the time. */
function ruleAlone(options: Options): { lines: number; seconds: number; figures: number; sum: number } {
  const all = new Map<string, FigureDocument>();
  const began = performance.now();
  let lines = 0;
  while (lines < options.loans && performance.now() - began < options.seconds * 1000) {
    const batch = Array.from({ length: Math.min(BATCH, options.loans - lines) }, (_, at) =>
      lineAt(lines + at, options),
    );
    for (const [id, figure] of figuresOf(batch)) all.set(id, added(all.get(id) ?? null, figure));
    lines += batch.length;
  }
  const months = [...all.values()].filter(({ kind, branchId }) => kind === 'month' && branchId === 'all');
  const sum = months.reduce((total, { counts }) => total + (counts.loans ?? 0), 0);
  return { lines, seconds: (performance.now() - began) / 1000, figures: all.size, sum };
}

/** The shipped job over a log that stands in the database, tick by tick. */
async function shippedJob(options: Options): Promise<{ lines: number; seconds: number[] }> {
  const cloud = await startDemoLibrary({ warm: 1 });
  const now = new Date(cloud.clock.now()).toISOString();
  const lines = Math.min(options.loans, 10_000);
  // Before the log is there, so that no timer on the way counts it.
  await cloud.clock.move({ advance: { minutes: lines / 20 + 10 } });
  const log = Array.from({ length: lines }, (_, n) => ({
    ...lineAt(n, { ...options, loans: lines }),
    _id: `o-bench:${n}`,
    by: 'o-bench',
    // Behind the moment up to which the demo library is counted, as the clock is moved on.
    at: addMinutes(now, 1 + Math.floor(n / 20)),
    namedUntil: null,
  }));
  for (let at = 0; at < lines; at += 1000) await cloud.db.upsert('operations', log.slice(at, at + 1000));
  const seconds: number[] = [];
  const began = performance.now();
  while (performance.now() - began < options.seconds * 1000) {
    const from = performance.now();
    await cloud.timer('jobs');
    seconds.push((performance.now() - from) / 1000);
    const [counting] = await cloud.db.get('settings', ['figure-counting']);
    if (String(counting?.['upTo']) >= (log.at(-1)?.at ?? '')) break;
  }
  await cloud.close();
  return { lines, seconds };
}

async function run(options: Options): Promise<void> {
  const rule = ruleAlone(options);
  console.log(
    `rule: ${rule.lines} of ${options.loans} loans in ${rule.seconds.toFixed(1)} s, ${rule.figures} figures, ` +
      `${rule.sum} counted`,
  );
  if (rule.sum !== rule.lines) throw new Error('a loan was counted not once');
  const { lines, seconds } = await shippedJob(options);
  console.log(
    `job: ${lines} lines in ${seconds.length} ticks, ` +
      `${seconds.reduce((sum, each) => sum + each, 0).toFixed(1)} s, longest tick ${Math.max(...seconds).toFixed(1)} s`,
  );
}

const number = (text: string): number => Number(text);

runCommand(
  new Command('bench:figures')
    .description('a year of a city’s log counted into figures')
    .option('--loans <count>', 'loans of the year', number, 3_000_000)
    .option('--branches <count>', 'branches of the city', number, 20)
    .option('--seconds <seconds>', 'for each of the two', number, 60)
    .action(run),
);
