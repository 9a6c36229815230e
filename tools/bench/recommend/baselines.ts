import type { Alikes } from './ours';
import { byReaderOf, type Loan } from './data';
import { lendings, type Way } from './measure';

/** What everybody borrows, in one order for all. */
export function popularity(train: readonly Loan[]): Way {
  const lent = lendings(train);
  const order = [...lent.keys()].sort((a, b) => lent.get(b)! - lent.get(a)! || a - b);
  return {
    name: 'popularity',
    recommend: (known, most) => {
      const own = new Set(known);
      const list: number[] = [];
      for (const title of order) {
        if (list.length === most) break;
        if (!own.has(title)) list.push(title);
      }
      return list;
    },
  };
}

/**
 * Item neighbours: cosine of who borrowed both, shrunk by 30, the nearest 200 of each, summed over what is
 * known.
 */
export function itemNeighbours(train: readonly Loan[], titles: number, most = 200, shrink = 30): Way {
  const byReader = byReaderOf(train);
  const readersOf: number[][] = Array.from({ length: titles }, () => []);
  for (const { reader, title } of train) readersOf[title]!.push(reader);
  const neighbours: ([number, number][] | undefined)[] = [];
  const neighboursOf = (title: number): [number, number][] => {
    const counts = new Map<number, number>();
    for (const reader of readersOf[title]!)
      for (const loan of byReader.get(reader)!) counts.set(loan.title, (counts.get(loan.title) ?? 0) + 1);
    counts.delete(title);
    return [...counts]
      .map(([other, n]): [number, number] => [
        other,
        (n / Math.sqrt(readersOf[title]!.length * readersOf[other]!.length)) * (n / (n + shrink)),
      ])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most);
  };
  return summing('item neighbours', (title) => (neighbours[title] ??= neighboursOf(title)));
}

/** What the records of all known titles say, none more than another. */
export const contentAlone = (alikes: Alikes): Way =>
  summing('content alone', (title) =>
    alikes[title]!.map(({ titleId, alike }): [number, number] => [Number(titleId), alike]),
  );

const summing = (name: string, nearTo: (title: number) => [number, number][]): Way => ({
  name,
  recommend: (known, most) => {
    const own = new Set(known);
    const sums = new Map<number, number>();
    for (const title of known)
      for (const [other, worth] of nearTo(title))
        if (!own.has(other)) sums.set(other, (sums.get(other) ?? 0) + worth);
    return [...sums]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([title]) => title);
  },
});
