import { classKey, classShown } from '../clc';
import type { SearchIndex } from '../index/open';
import { wantedBy, type Filters } from './filters';
import type { LivePart } from './live-part';

interface ClassCount {
  clc: string;
  titles: number;
  /** There are classes under it. */
  below: boolean;
}

interface ClassCounts {
  titles: number;
  list: ClassCount[];
}

/**
 * The classes directly below one, "" for the main classes, in the order of the classification. Titles that
 * stand in the class itself, or in none, count in `titles` alone.
 */
export function classCounts(
  index: SearchIndex,
  live: LivePart,
  under: string,
  filters: Filters = {},
): ClassCounts {
  const key = classKey(under);
  const found = new Map<string, ClassCount>();
  let titles = 0;
  const count = (label: string, of: number): void => {
    if (of === 0 || !label.startsWith(key) || (under !== '' && key === '')) return;
    titles += of;
    if (label === key) return;
    const child = label.slice(0, key.length + 1);
    const known = found.get(child) ?? { clc: classShown(child), titles: 0, below: false };
    found.set(child, {
      ...known,
      titles: known.titles + of,
      below: known.below || label.length > child.length,
    });
  };
  const parts: [SearchIndex, ReadonlySet<number> | undefined][] = [[index, index.placesOf(live.gone)]];
  if (live.index) parts.push([live.index, undefined]);
  for (const [part, gone] of parts) {
    const counts = countsByClass(part, filters, gone);
    part.labels().classes.forEach((label, n) => count(label, counts[n]!));
  }
  return { titles, list: [...found.values()].sort((a, b) => (a.clc < b.clc ? -1 : 1)) };
}

function countsByClass(index: SearchIndex, filters: Filters, gone?: ReadonlySet<number>): Uint32Array {
  const counts = new Uint32Array(index.labels().classes.length);
  const wanted = wantedBy(index, filters, gone);
  for (let title = 0; title < index.titles; title++)
    if (!wanted || wanted(title)) counts[index.classes[title]!]!++;
  return counts;
}
