import { classKey } from '../clc';
import { branchSetStore } from './branch-sets';
import type { TitleForIndex } from './title';

const LONGEST_CLASS = 12;
/** Classes are numbers of two bytes; a catalogue that has more of them keeps them shorter. */
const MOST_CLASSES = 0x10000;
const LARGEST = 0xffff;

interface Row {
  year: number;
  clc: number;
  language: number;
  kind: number;
  branches: number;
  popularity: number;
  addedOn: number;
}

/**
 * Gives each name a number, in the order in which they come; when there is no room for more, that of the
 * first.
 */
export function labelStore(room = Infinity) {
  const numbers = new Map<string, number>();
  return {
    all: numbers,
    numberOf(name: string): number {
      let number = numbers.get(name);
      if (number === undefined && numbers.size >= room) return 0;
      if (number === undefined) numbers.set(name, (number = numbers.size));
      return number;
    },
  };
}

/** Words of one byte a title: '' comes first, and is what the 256th other one counts as. */
function fewLabels() {
  const store = labelStore(0x100);
  store.numberOf('');
  return store;
}

/** The small numbers by which answers are filtered, counted and sorted. */
export function facetStore() {
  const classes = labelStore();
  const languages = fewLabels();
  const kinds = fewLabels();
  const branches = branchSetStore();
  const rows: Row[] = [];
  const half = (value: number): number => Math.max(0, Math.min(LARGEST, value));
  return {
    add(title: TitleForIndex): void {
      rows.push({
        year: half(title.year),
        clc: classes.numberOf(classKey(title.clc).slice(0, LONGEST_CLASS)),
        language: languages.numberOf(title.language),
        kind: kinds.numberOf(title.kind),
        branches: branches.numberOf(title.branches),
        popularity: half(title.popularity),
        addedOn: half(title.addedOn),
      });
    },
    /** The most borrowed first, then the newer edition, then as they came. */
    order(): Uint32Array {
      const order = Uint32Array.from(rows, (_, n) => n);
      return order.sort(
        (a, b) => rows[b]!.popularity - rows[a]!.popularity || rows[b]!.year - rows[a]!.year || a - b,
      );
    },
    sections(order: Uint32Array, idPrefix: string) {
      const halves = (pick: (row: Row) => number) => Uint16Array.from(order, (n) => pick(rows[n]!));
      const octets = (pick: (row: Row) => number) => Uint8Array.from(order, (n) => pick(rows[n]!));
      const shorter = shortened([...classes.all.keys()]);
      const labels = {
        classes: shorter.labels,
        languages: [...languages.all.keys()],
        kinds: [...kinds.all.keys()],
        branches: branches.branches(),
        idPrefix,
      };
      return {
        years: halves((row) => row.year),
        classes: halves((row) => shorter.numbers[row.clc]!),
        languages: octets((row) => row.language),
        kinds: octets((row) => row.kind),
        popularity: halves((row) => row.popularity),
        addedOn: halves((row) => row.addedOn),
        ...branches.sections(Uint32Array.from(order, (n) => rows[n]!.branches)),
        labels: new TextEncoder().encode(JSON.stringify(labels)),
      };
    },
  };
}

/** The classes, cut until there are few enough; for each, the number of what it was cut to. */
export function shortened(
  classes: string[],
  most = MOST_CLASSES,
): { labels: string[]; numbers: Uint16Array } {
  for (let length = LONGEST_CLASS; ; length--) {
    const cut = labelStore();
    const numbers = Uint16Array.from(classes, (key) => cut.numberOf(key.slice(0, length)));
    if (cut.all.size <= most) return { labels: [...cut.all.keys()], numbers };
  }
}
