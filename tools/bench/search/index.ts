import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchIndex } from '../../../cloudfunctions/search/find/search';
import { buildIndex } from '../../../cloudfunctions/search/index/build';
import { openIndex } from '../../../cloudfunctions/search/index/open';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { quantile } from '../load';
import { otherEngines, type Outcome } from './engines';
import { furtherKinds } from './further-kinds';
import { measureOpened } from './opened';
import { otherKinds } from './other-kinds';
import { ask, MOST, runOwn, type OwnAnswers } from './own';
import { DRAWS, knownItems, SUBJECT_ALONE, subjectItems } from './queries';
import { recordsOf } from './records';
import { printKinds, printMisses, ranksOf, type AskedItem, type Lot } from './report';
import { sixteenKinds } from './sixteen-kinds';

const OTHERS = ['FTS5 bigrams', 'FTS5 trigrams', 'Xapian'];
const LARGE_FOR_XAPIAN = 50_000;
/** Growth is told from here. */
const SMALL = 10_000;

interface Options {
  size: number;
  each: number;
  engines: string[];
  misses: boolean;
}

const lots: Lot[] = [
  { name: 'ALL SIXTEEN', kinds: Object.keys(sixteenKinds) },
  { name: 'ALL FURTHER', kinds: [SUBJECT_ALONE, ...Object.keys(furtherKinds)] },
  { name: 'ALL OTHER', kinds: Object.keys(otherKinds) },
];

/**
 * The known-item benchmark: `npx tsx tools/bench/search/index.ts [titles] [--each=60]
 * [--engines=own|fts5|'fts5 bigrams'|all] [--misses]`.
 */
function benchSearch({ size, each, engines, misses }: Options): void {
  const { titles, real, source } = recordsOf(size);
  console.log(
    `Known-item search among ${titles.length} titles: ${real} real ones from ${source}, ${titles.length - real} recombined from their words.`,
  );
  const items = itemsAmong(titles, each);
  const texts = items.map(({ text }) => text);
  const own = runOwn(titles, texts);
  printOpened(own);
  const asked = OTHERS.filter((name) => engines.includes(name));
  const outcomes: Record<string, Outcome> = {
    'this index': own,
    ...Object.fromEntries(OTHERS.map((name) => [name, { missing: 'not asked for' }])),
    ...(asked.length > 0 && otherEngines(asked, titles, texts)),
  };
  printKinds(titles, items, lots, outcomes);
  if (size > SMALL) printGrowth(own, each, size);
  if (misses) printMisses(titles, items, own);
}

function itemsAmong(titles: TitleForIndex[], each: number): AskedItem[] {
  return [DRAWS.tuned, DRAWS.heldOut].flatMap((seed) =>
    [
      ...knownItems(sixteenKinds, titles, each, seed),
      ...subjectItems(titles, each, seed),
      ...knownItems(furtherKinds, titles, each, seed),
      ...knownItems(otherKinds, titles, each, seed),
    ].map((item) => ({ ...item, heldOut: seed === DRAWS.heldOut })),
  );
}

/** A process that reads the index from a file and searches in it, as the function does. */
function printOpened({ index }: OwnAnswers): void {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-index-'));
  try {
    const path = join(folder, 'index');
    writeFileSync(path, index);
    const { openMs, megabytes, before } = measureOpened(path);
    console.log(
      `A process that opens it from a file: ${openMs} ms, ${megabytes} MB resident after 200 queries (${before} MB before).`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same kinds among few titles: what a query costs more among many. */
function printGrowth({ ms, cpu }: OwnAnswers, each: number, size: number): void {
  const { titles } = recordsOf(SMALL);
  const texts = itemsAmong(titles, each).map(({ text }) => text);
  const small = ask(openIndex(buildIndex(titles)), titles, texts);
  const ratio = (many: number[], few: number[]): string =>
    [0.5, 0.95].map((part) => (quantile(many, part) / quantile(few, part)).toFixed(2)).join(' / ');
  console.log(
    `From ${SMALL} to ${size} titles, median / p95: ${ratio(cpu, small.cpu)} times the processor, ${ratio(ms, small.ms)} times the clock ` +
      `(${quantile(small.cpu, 0.5).toFixed(2)} ms and ${quantile(cpu, 0.5).toFixed(2)} ms median).`,
  );
}

/** Share of the sixteen kinds' queries answered first, and among the first ten, without printing. */
export function successAmong(size: number, each: number): { first: number; ten: number } {
  const { titles } = recordsOf(size);
  const items = knownItems(sixteenKinds, titles, each);
  const place = new Map(titles.map(({ id }, n) => [id, n]));
  const index = openIndex(buildIndex(titles));
  const ids = items.map(({ text }) =>
    searchIndex(index, { text })
      .hits.slice(0, MOST)
      .map(({ id }) => place.get(id)!),
  );
  const ranks = ranksOf(titles, items, { ids });
  return {
    first: ranks.filter((rank) => rank === 0).length / ranks.length,
    ten: ranks.filter((rank) => rank >= 0).length / ranks.length,
  };
}

function optionsFrom(args: string[]): Options {
  const value = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  const size = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 10_000);
  const engines = value('engines') ?? (size > LARGE_FOR_XAPIAN ? 'fts5' : 'all');
  return {
    size,
    each: Number(value('each') ?? 60),
    engines: OTHERS.filter(
      (name) => engines === 'all' || name.toLowerCase().startsWith(engines.toLowerCase()),
    ),
    misses: args.includes('--misses'),
  };
}

if (require.main === module) benchSearch(optionsFrom(process.argv.slice(2)));
