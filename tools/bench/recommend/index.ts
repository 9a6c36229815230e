import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { table } from '../../table';
import { contentAlone, itemNeighbours, popularity } from './baselines';
import { cutInTime, lastFifths, readLoans, type LoanData, type Split } from './data';
import { differenceOf, measure, type Measured } from './measure';
import { alikesOf, ours, SETTLED, type Alikes } from './ours';
import { settle } from './settle';

/**
 * How recommendations do on real loans: `npm run bench:recommend [-- --data <folder>] [--k 3] [--settle]`.
 */
function benchRecommend(args: readonly string[]): void {
  const given = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at >= 0 ? args[at + 1] : undefined;
  };
  const folder = resolve(given('--data') ?? sharedLoans());
  const data = readLoans(folder);
  if (!data) {
    console.log(`NOT RUN: loans.csv and items.csv are not in ${folder} (--data <folder>)`);
    return;
  }
  console.log(`${data.loans.length} first loans, ${data.readers} readers, ${data.titles.length} titles`);
  if (args.includes('--settle')) return settle(data);
  const k = Number(given('--k') ?? SETTLED.near.leastReaders);
  const alikes = alikesOf(data.titles, 200);
  const splits: [string, Split][] = [
    ['one cut in time at 80 %', cutInTime(data.loans)],
    ["each reader's last fifth", lastFifths(data.loans)],
  ];
  for (const [name, split] of splits) report(name, split, data, alikes, k);
}

function report(name: string, split: Split, data: LoanData, alikes: Alikes, k: number): void {
  const near = { ...SETTLED.near, leastReaders: k };
  const ways = [
    popularity(split.train),
    itemNeighbours(split.train, data.titles.length),
    contentAlone(alikes),
    ours(`ours, at least ${k} readers`, split.train, alikes, { ...SETTLED, near }),
  ];
  const all = ways.map((way) => measure(way, split));
  const own = all.at(-1)!;
  console.log(`\n${name}: ${split.test.size} readers asked about`);
  console.log(
    table(
      ['way', 'recall@20', 'ndcg@20', 'coverage', 'top 1 %', 'ours above it by (95 %)'],
      all.map((each) => row(each, own)),
    ),
  );
}

const row = (each: Measured, own: Measured): string[] => {
  const { mean, from, to } = differenceOf(own.recalls, each.recalls);
  const above = each === own ? '' : `${mean.toFixed(4)} (${from.toFixed(4)} to ${to.toFixed(4)})`;
  const figures = [each.recall, each.ndcg].map((value) => value.toFixed(4));
  return [each.name, ...figures, each.coverage.toFixed(3), each.popular.toFixed(3), above];
};

/** Beside the checkout, or beside the folder of checkouts. */
const sharedLoans = (): string => {
  const places = ['..', join('..', '..')].map((up) =>
    resolve(__dirname, '..', '..', '..', up, 'shared', 'data', 'loans'),
  );
  return places.find((place) => existsSync(place)) ?? places[0]!;
};

benchRecommend(process.argv.slice(2));
