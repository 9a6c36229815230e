/** Loans of a part that are told by themselves at the least: a rare class could be one reader's. */
export const LEAST_LOANS = 5;
/** What is too rare to be told by itself. */
export const RARE = 'rare';

/**
 * Parts of a whole, the largest first. Those that are too small are told together; where they are too few
 * even then, the next larger one goes with them.
 */
export function partsOf(counts: Readonly<Record<string, number>>): [key: string, count: number][] {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const told = [...parts];
  let rare = 0;
  let folded = 0;
  while (told.length > 0) {
    const count = told.at(-1)?.[1] ?? 0;
    if (count >= LEAST_LOANS && (folded === 0 || (rare >= LEAST_LOANS && folded > 1))) break;
    rare += count;
    folded++;
    told.pop();
  }
  return rare > 0 ? [...told, [RARE, rare]] : told;
}
