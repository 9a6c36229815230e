import type { CollectionUseSetting } from '../documents';

/** Titles by main class, and those of them that were never lent. */
export function usedByClass(
  titles: readonly { clc: string; popularity: number }[],
): CollectionUseSetting['classes'] {
  const classes = new Map<string, { clc: string; titles: number; neverLent: number }>();
  for (const { clc, popularity } of titles) {
    const main = /^[A-Z]/.test(clc) ? clc.slice(0, 1) : '?';
    const of = classes.get(main) ?? { clc: main, titles: 0, neverLent: 0 };
    classes.set(main, {
      ...of,
      titles: of.titles + 1,
      neverLent: of.neverLent + (popularity === 0 ? 1 : 0),
    });
  }
  return [...classes.values()].sort((a, b) => (a.clc < b.clc ? -1 : 1));
}

/** So many readers to a copy are borne; beyond, copies are to be bought. */
const READERS_A_COPY = 3;

export const copiesToBuy = (waiting: number, copies: number): number =>
  Math.max(0, Math.ceil(waiting / READERS_A_COPY) - copies);
