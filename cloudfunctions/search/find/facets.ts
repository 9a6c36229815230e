import type { SearchIndex } from '../index/open';

export interface Count {
  value: string;
  titles: number;
}

/** Counts, the most first; years the newest first. Branch and shelf are live and counted elsewhere. */
export interface Facets {
  /** Main classes: the first letter of the Chinese Library Classification. */
  classes: Count[];
  years: { year: number; titles: number }[];
  languages: Count[];
  kinds: Count[];
}

export function countFacets(parts: { index: SearchIndex; titles: number[] }[]): Facets {
  const classes = new Map<string, number>();
  const years = new Map<number, number>();
  const languages = new Map<string, number>();
  const kinds = new Map<string, number>();
  for (const { index, titles } of parts) {
    const labels = index.labels();
    for (const title of titles) {
      count(classes, labels.classes[index.classes[title]!]!.slice(0, 1));
      if (index.years[title]! > 0) count(years, index.years[title]!);
      count(languages, labels.languages[index.languages[title]!]!);
      count(kinds, labels.kinds[index.kinds[title]!]!);
    }
  }
  return {
    classes: mostFirst(classes),
    years: [...years].sort(([a], [b]) => b - a).map(([year, titles]) => ({ year, titles })),
    languages: mostFirst(languages),
    kinds: mostFirst(kinds),
  };
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const mostFirst = (counts: Map<string, number>): Count[] =>
  [...counts]
    .filter(([value]) => value !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([value, titles]) => ({ value, titles }));
