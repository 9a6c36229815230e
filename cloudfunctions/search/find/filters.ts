import type { SearchIndex } from '../index/open';

export interface Filters {
  /** A class and all below it: I2 takes I24 and I267 but not I3. At most five characters count. */
  clc?: string;
  fromYear?: number;
  toYear?: number;
  language?: string;
  kind?: string;
}

/** Tells of a place in the index whether the reader wants it. */
export function wantedBy(index: SearchIndex, filters: Filters): (title: number) => boolean {
  const tests: ((title: number) => boolean)[] = [];
  const labels = index.labels();
  const { clc, fromYear, toYear, language, kind } = filters;
  if (clc) {
    const classes = Uint8Array.from(labels.classes, (label) => (label.startsWith(clc.slice(0, 5)) ? 1 : 0));
    tests.push((title) => classes[index.classes[title]!] === 1);
  }
  if (language !== undefined) {
    const place = labels.languages.indexOf(language);
    tests.push((title) => index.languages[title] === place);
  }
  if (kind !== undefined) {
    const place = labels.kinds.indexOf(kind);
    tests.push((title) => index.kinds[title] === place);
  }
  if (fromYear !== undefined) tests.push((title) => index.years[title]! >= fromYear);
  if (toYear !== undefined) tests.push((title) => index.years[title]! > 0 && index.years[title]! <= toYear);
  return tests.length === 0 ? () => true : (title) => tests.every((test) => test(title));
}
