import { classKey } from '../clc';
import { setsWith } from '../index/branch-sets';
import type { SearchIndex } from '../index/open';

export interface Filters {
  /** A class and all below it: I2 takes I24 and I267 but not I3. */
  clc?: string;
  fromYear?: number;
  toYear?: number;
  language?: string;
  kind?: string;
  /** Titles of which this branch has a copy. */
  branch?: string;
}

type Test = (title: number) => boolean;

/**
 * Tells of a place in the index whether the reader wants it; null when all are wanted.
 * @param gone places that were changed or deleted since the index was made
 */
export function wantedBy(index: SearchIndex, filters: Filters, gone?: ReadonlySet<number>): Test | null {
  const tests = testsOf(index, filters);
  if (gone && gone.size > 0) tests.push((title) => !gone.has(title));
  const [first, second] = tests;
  if (!first) return null;
  if (!second) return first;
  return tests.length === 2
    ? (title) => first(title) && second(title)
    : (title) => tests.every((test) => test(title));
}

function testsOf(index: SearchIndex, filters: Filters): Test[] {
  const tests: Test[] = [];
  const labels = index.labels();
  const { clc, fromYear, toYear, language, kind, branch } = filters;
  if (clc) {
    const key = classKey(clc);
    const classes = Uint8Array.from(labels.classes, (label) => (key !== '' && label.startsWith(key) ? 1 : 0));
    tests.push((title) => classes[index.classes[title]!] === 1);
  }
  if (branch !== undefined) {
    const having = setsWith(index.branches, labels.branches.indexOf(branch));
    tests.push((title) => having[index.branches.of[title]!] === 1);
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
  return tests;
}
