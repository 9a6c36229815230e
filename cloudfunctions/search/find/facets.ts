import type { SearchIndex } from '../index/open';
import { mainClass } from '../clc';

interface Count {
  value: string;
  titles: number;
}

/** Counts, the most first; years the newest first. What stands on a shelf now is counted elsewhere. */
export interface Facets {
  /** Main classes: the first letter of the Chinese Library Classification. */
  classes: Count[];
  years: { year: number; titles: number }[];
  languages: Count[];
  kinds: Count[];
  /** By id, those that have a copy. */
  branches: Count[];
}

/** Counts titles by their small numbers, and gives names to the counts at the end. */
export interface Tally {
  index: SearchIndex;
  classes: Uint32Array;
  years: Uint32Array;
  languages: Uint32Array;
  kinds: Uint32Array;
  sets: Uint32Array;
}

const YEARS = 0x10000;
const OCTETS = 0x100;
const kept = new WeakMap<SearchIndex, Tally>();

/** The tally of an index, at zero; the one before is spent. */
export function tallyOf(index: SearchIndex): Tally {
  let tally = kept.get(index);
  if (!tally) {
    tally = {
      index,
      classes: new Uint32Array(index.labels().classes.length),
      years: new Uint32Array(YEARS),
      languages: new Uint32Array(OCTETS),
      kinds: new Uint32Array(OCTETS),
      sets: new Uint32Array(Math.max(1, index.branches.starts.length - 1)),
    };
    kept.set(index, tally);
    return tally;
  }
  for (const counts of [tally.classes, tally.years, tally.languages, tally.kinds, tally.sets]) counts.fill(0);
  return tally;
}

export function countTitle({ index, classes, years, languages, kinds, sets }: Tally, title: number): void {
  classes[index.classes[title]!]!++;
  years[index.years[title]!]!++;
  languages[index.languages[title]!]!++;
  kinds[index.kinds[title]!]!++;
  sets[index.branches.of[title]!]!++;
}

export function facetsOf(tallies: Tally[]): Facets {
  const classes = new Map<string, number>();
  const years = new Map<number, number>();
  const languages = new Map<string, number>();
  const kinds = new Map<string, number>();
  const branches = new Map<string, number>();
  for (const tally of tallies) {
    const labels = tally.index.labels();
    eachCount(tally.classes, (n, titles) => add(classes, mainClass(labels.classes[n]!), titles));
    eachCount(tally.years, (year, titles) => year > 0 && add(years, year, titles));
    eachCount(tally.languages, (n, titles) => add(languages, labels.languages[n]!, titles));
    eachCount(tally.kinds, (n, titles) => add(kinds, labels.kinds[n]!, titles));
    const { starts, members } = tally.index.branches;
    eachCount(tally.sets, (set, titles) => {
      for (let at = starts[set]!; at < starts[set + 1]!; at++)
        add(branches, labels.branches[members[at]!]!, titles);
    });
  }
  return {
    classes: mostFirst(classes),
    years: [...years].sort(([a], [b]) => b - a).map(([year, titles]) => ({ year, titles })),
    languages: mostFirst(languages),
    kinds: mostFirst(kinds),
    branches: mostFirst(branches),
  };
}

export function countFacets(parts: { index: SearchIndex; titles: number[] }[]): Facets {
  return facetsOf(
    parts.map(({ index, titles }) => {
      const tally = tallyOf(index);
      for (const title of titles) countTitle(tally, title);
      return tally;
    }),
  );
}

function eachCount(counts: Uint32Array, visit: (n: number, titles: number) => void): void {
  for (let n = 0; n < counts.length; n++) if (counts[n]! > 0) visit(n, counts[n]!);
}

function add<K>(counts: Map<K, number>, key: K, titles: number): void {
  counts.set(key, (counts.get(key) ?? 0) + titles);
}

const mostFirst = (counts: Map<string, number>): Count[] =>
  [...counts]
    .filter(([value]) => value !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([value, titles]) => ({ value, titles }));
