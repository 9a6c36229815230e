import { buildIndex, indexBuilder } from '../../../cloudfunctions/search/index/build';
import { openIndex, type SearchIndex } from '../../../cloudfunctions/search/index/open';
import { searchIndex } from '../../../cloudfunctions/search/find/search';
import { squeeze } from '../../../cloudfunctions/search/fold';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { quantile } from '../load';
import { table } from '../table';
import { otherEngines, type Answers, type Outcome } from './engines';
import { furtherKinds, kinds, knownItems, subjectItems, type KnownItem } from './queries';
import { recordsOf } from './records';

const MOST = 10;
const OTHERS = ['FTS5 bigrams', 'FTS5 trigrams', 'Xapian'];
/** The shortest of three counts, for every engine: what else the machine does is not the search's. */
const TURNS = 3;
const LARGE_FOR_XAPIAN = 50_000;

interface Options {
  size: number;
  each: number;
  engines: string[];
  misses: boolean;
}

/** The known-item benchmark: `npx tsx tools/bench/search [titles] [--each=60] [--engines=own|all] [--misses]`. */
export function benchSearch({ size, each, engines, misses }: Options): void {
  const { titles, real, source } = recordsOf(size);
  console.log(
    `Known-item search among ${titles.length} titles: ${real} real ones from ${source}, ${titles.length - real} recombined from their words.`,
  );
  const items = [
    ...knownItems(kinds, titles, each),
    ...subjectItems(titles, each),
    ...knownItems(furtherKinds, titles, each),
  ];
  const own = runOwn(titles, items);
  const outcomes: Record<string, Outcome> = { 'this index': own };
  const others = OTHERS.filter((name) => engines.includes(name));
  if (others.length > 0)
    Object.assign(
      outcomes,
      otherEngines(
        others,
        titles,
        items.map(({ text }) => text),
      ),
    );
  for (const name of OTHERS.filter((other) => !others.includes(other)))
    outcomes[name] = { missing: 'not asked for' };
  printKinds(titles, items, outcomes);
  if (misses) printMisses(titles, items, own);
}

function runOwn(titles: TitleForIndex[], items: KnownItem[]): Answers {
  buildIndex(titles.slice(0, 100));
  const before = memory();
  const builder = indexBuilder();
  const began = performance.now();
  for (const title of titles) builder.add(title);
  const collected = memory();
  const bytes = builder.finish();
  const buildSeconds = (performance.now() - began) / 1000;
  const opened = performance.now();
  const index = openIndex(bytes);
  const openMs = performance.now() - opened;
  console.log(
    `Built in ${buildSeconds.toFixed(1)} s (${Math.round(titles.length / buildSeconds)} titles/s; +${Math.round((collected - before) / 1e6)} MB while building), ` +
      `${(bytes.length / 1e6).toFixed(1)} MB = ${(bytes.length / titles.length).toFixed(0)} bytes a title, ${index.terms} terms; opened and checked in ${openMs.toFixed(1)} ms.`,
  );
  return { ...ask(index, titles, items), buildSeconds, bytes: bytes.length };
}

function ask(index: SearchIndex, titles: TitleForIndex[], items: KnownItem[]): Pick<Answers, 'ids' | 'ms'> {
  const place = new Map(titles.map(({ id }, n) => [id, n]));
  for (const { text } of items.slice(0, 200)) searchIndex(index, { text });
  const spent: { postings: number; bytes: number }[] = [];
  const ms: number[] = [];
  const ids = items.map(({ text }) => {
    let found = searchIndex(index, { text });
    let least = Infinity;
    for (let turn = 0; turn < TURNS; turn++) {
      const start = performance.now();
      found = searchIndex(index, { text });
      least = Math.min(least, performance.now() - start);
    }
    ms.push(least);
    spent.push(found.spent);
    return found.hits.slice(0, MOST).map(({ id }) => place.get(id)!);
  });
  const of = (pick: (one: { postings: number; bytes: number }) => number): string =>
    [0.5, 0.95, 1].map((part) => quantile(spent.map(pick), part)).join(' / ');
  console.log(
    `Read per query, median / p95 / most: ${of(({ postings }) => postings)} postings, ${of(({ bytes }) => bytes)} bytes.`,
  );
  return { ids, ms };
}

const memory = (): number => {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};

function hits(titles: TitleForIndex[], items: KnownItem[], answers: Answers): number[] {
  return items.map(({ target, subject }, n) => {
    const wanted = squeeze(titles[target]!.title);
    return answers.ids[n]!.findIndex(
      (id) =>
        id === target ||
        squeeze(titles[id]!.title) === wanted ||
        (subject !== undefined &&
          (titles[id]!.subjects.includes(subject) || squeeze(titles[id]!.title) === squeeze(subject))),
    );
  });
}

/** Share of the sixteen kinds' queries answered first, and among the first ten, without printing. */
export function successAmong(size: number, each: number): { first: number; ten: number } {
  const { titles } = recordsOf(size);
  const items = knownItems(kinds, titles, each);
  const place = new Map(titles.map(({ id }, n) => [id, n]));
  const index = openIndex(buildIndex(titles));
  const ids = items.map(({ text }) =>
    searchIndex(index, { text })
      .hits.slice(0, MOST)
      .map(({ id }) => place.get(id)!),
  );
  const ranks = hits(titles, items, { ids, ms: [], buildSeconds: 0, bytes: 0 });
  return {
    first: ranks.filter((rank) => rank === 0).length / ranks.length,
    ten: ranks.filter((rank) => rank >= 0).length / ranks.length,
  };
}

function printKinds(titles: TitleForIndex[], items: KnownItem[], outcomes: Record<string, Outcome>): void {
  const ran = Object.entries(outcomes).flatMap(([name, outcome]) =>
    'missing' in outcome ? [] : [{ name, outcome }],
  );
  for (const [name, outcome] of Object.entries(outcomes))
    if ('missing' in outcome) console.log(`${name}: NOT RUN (${outcome.missing})`);
  const ranks = ran.map(({ outcome }) => hits(titles, items, outcome));
  const success = (list: number[], within: number): string =>
    (list.filter((rank) => rank >= 0 && rank < within).length / Math.max(1, list.length)).toFixed(3);
  const row = (label: string, chosen: number[]): (string | number)[] => [
    label,
    chosen.length,
    ...ran.flatMap(({ outcome }, engine) => {
      const list = chosen.map((n) => ranks[engine]![n]!);
      const ms = chosen.map((n) => outcome.ms[n]!);
      return [
        `${success(list, 1)} / ${success(list, MOST)}`,
        `${quantile(ms, 0.5).toFixed(2)} / ${quantile(ms, 0.95).toFixed(1)}`,
      ];
    }),
  ];
  const of = (names: string[]): number[] => items.flatMap(({ kind }, n) => (names.includes(kind) ? [n] : []));
  const further = ['subject alone', ...Object.keys(furtherKinds)];
  const heads = ['kind', 'queries', ...ran.flatMap(({ name }) => [`${name} @1 / @10`, 'ms median / p95'])];
  const rows = [
    ...Object.keys(kinds).map((kind) => row(kind, of([kind]))),
    row('ALL SIXTEEN', of(Object.keys(kinds))),
    ...further.map((kind) => row(kind, of([kind]))),
    row('ALL FURTHER', of(further)),
  ];
  console.log(table(heads, rows));
  for (const { name, outcome } of ran.slice(1))
    console.log(
      `${name}: built in ${outcome.buildSeconds.toFixed(1)} s, ${(outcome.bytes / 1e6).toFixed(1)} MB`,
    );
}

function printMisses(titles: TitleForIndex[], items: KnownItem[], own: Answers): void {
  hits(titles, items, own).forEach((rank, n) => {
    if (rank === 0) return;
    const { kind, text, target } = items[n]!;
    const first = own.ids[n]!.slice(0, 2).map((id) => `${titles[id]!.title}|${titles[id]!.authors[0] ?? ''}`);
    console.log(
      `${kind} "${text}" wanted ${titles[target]!.title}|${titles[target]!.authors[0] ?? ''} at ${rank}; got ${first.join(' ; ')}`,
    );
  });
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
