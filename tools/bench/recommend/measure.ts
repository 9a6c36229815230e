import type { Loan, Split } from './data';
import { byReaderOf } from './data';

/** A way to recommend: `known` are the titles of a reader in the order of time. */
export interface Way {
  name: string;
  recommend(known: readonly number[], most: number): number[];
}

const SHOWN = 20;

export interface Measured {
  name: string;
  recall: number;
  ndcg: number;
  /** Share of the titles lent in training that anybody was shown. */
  coverage: number;
  /** Share of what was shown that belongs to the most borrowed hundredth. */
  popular: number;
  /** Recall of each reader asked about, in one order for all ways. */
  recalls: number[];
}

/** What a way finds of what readers borrowed later. */
export function measure(way: Way, { train, test }: Split): Measured {
  const byReader = byReaderOf(train);
  const lent = lendings(train);
  const top = new Set(
    [...lent.keys()]
      .sort((a, b) => lent.get(b)! - lent.get(a)! || a - b)
      .slice(0, Math.ceil(lent.size / 100)),
  );
  const shown = new Set<number>();
  const recalls: number[] = [];
  let [ndcg, given, popular] = [0, 0, 0];
  for (const [reader, wanted] of test) {
    const known = (byReader.get(reader) ?? []).map(({ title }) => title);
    const list = way.recommend(known, SHOWN);
    recalls.push(list.filter((title) => wanted.has(title)).length / wanted.size);
    ndcg += ndcgOf(list, wanted);
    for (const title of list) {
      if (lent.has(title)) shown.add(title);
      if (top.has(title)) popular++;
      given++;
    }
  }
  return {
    name: way.name,
    recall: mean(recalls),
    ndcg: ndcg / test.size,
    coverage: shown.size / lent.size,
    popular: popular / given,
    recalls,
  };
}

export const lendings = (train: readonly Loan[]): Map<number, number> => {
  const lent = new Map<number, number>();
  for (const { title } of train) lent.set(title, (lent.get(title) ?? 0) + 1);
  return lent;
};

const ndcgOf = (list: readonly number[], wanted: ReadonlySet<number>): number => {
  const at = (place: number): number => 1 / Math.log2(place + 2);
  const gained = list.reduce((sum, title, place) => sum + (wanted.has(title) ? at(place) : 0), 0);
  let best = 0;
  for (let place = 0; place < Math.min(wanted.size, SHOWN); place++) best += at(place);
  return gained / best;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The middle 95 % of the mean difference between two ways, over so many drawings of the readers with
 * replacement, each drawing the same readers for both.
 */
export function differenceOf(ours: readonly number[], other: readonly number[], drawings = 2000) {
  const differences = ours.map((recall, at) => recall - other[at]!);
  const random = randomFrom(20261128);
  const means = Array.from({ length: drawings }, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i++)
      sum += differences[Math.floor(random() * differences.length)]!;
    return sum / differences.length;
  }).sort((a, b) => a - b);
  return {
    mean: mean(differences),
    from: means[Math.floor(drawings * 0.025)]!,
    to: means[Math.floor(drawings * 0.975)]!,
  };
}

/** Mulberry32: the same drawings at each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
