import { BUDGET, searchIndex, type Spent } from '../../../cloudfunctions/search/find/search';
import { indexBuilder, buildIndex } from '../../../cloudfunctions/search/index/build';
import { openIndex, type SearchIndex } from '../../../cloudfunctions/search/index/open';
import type { TitleForIndex } from '../../../cloudfunctions/search/index/title';
import { quantile } from '../load';
import type { Answers } from './engines';

export const MOST = 10;
/** The shortest of three counts, for every engine: what else the machine does is not the search's. */
const TURNS = 3;
const WARM_UP = 300;

export interface OwnAnswers extends Answers {
  index: Uint8Array;
}

/** Builds the index, asks it, and prints what that cost. */
export function runOwn(titles: TitleForIndex[], texts: string[]): OwnAnswers {
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
  const { spent, ...answers } = ask(index, titles, texts);
  printSpent(spent);
  return { ...answers, buildSeconds, bytes: bytes.length, index: bytes };
}

export function ask(index: SearchIndex, titles: TitleForIndex[], texts: string[]) {
  const place = new Map(titles.map(({ id }, n) => [id, n]));
  for (const text of texts.slice(0, WARM_UP)) searchIndex(index, { text });
  const spent: Spent[] = [];
  const ms: number[] = [];
  const cpu: number[] = [];
  const ids = texts.map((text) => {
    let found = searchIndex(index, { text });
    let least = Infinity;
    let leastCpu = Infinity;
    for (let turn = 0; turn < TURNS; turn++) {
      const startCpu = process.cpuUsage();
      const start = performance.now();
      found = searchIndex(index, { text });
      least = Math.min(least, performance.now() - start);
      const { user, system } = process.cpuUsage(startCpu);
      leastCpu = Math.min(leastCpu, (user + system) / 1000);
    }
    ms.push(least);
    cpu.push(leastCpu);
    spent.push(found.spent);
    return found.hits.slice(0, MOST).map(({ id }) => place.get(id)!);
  });
  return { ids, ms, cpu, spent };
}

function printSpent(spent: Spent[]): void {
  const of = (pick: (one: Spent) => number): string =>
    [0.5, 0.95, 1].map((part) => quantile(spent.map(pick), part)).join(' / ');
  console.log(
    `Read per query, median / p95 / most: ${of(({ postings }) => postings)} postings (at most ${BUDGET.postings}), ` +
      `${of(({ bytes }) => bytes)} bytes (at most ${BUDGET.bytes}).`,
  );
}

const memory = (): number => {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};
