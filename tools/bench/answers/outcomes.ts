/** Of one way of finding: for every query, at which place (from 0) something right stood; -1 nowhere. */
export type Places = readonly number[];

export const success = (places: Places, within: number): number =>
  places.filter((place) => place >= 0 && place < within).length / Math.max(1, places.length);

/** Queries that one way answers within so many places and the other does not, both ways round. */
export function winsAndLosses(
  ours: Places,
  theirs: Places,
  within: number,
): { wins: number; losses: number } {
  const right = (place: number): boolean => place >= 0 && place < within;
  const count = (one: Places, other: Places): number =>
    one.filter((place, query) => right(place) && !right(other[query]!)).length;
  return { wins: count(ours, theirs), losses: count(theirs, ours) };
}

/**
 * How likely so uneven a split of wins and losses is when neither is better: the sign test, both sides,
 * by the normal curve with a half taken off.
 */
export function chanceOfSplit({ wins, losses }: { wins: number; losses: number }): number {
  const all = wins + losses;
  if (all === 0) return 1;
  const z = Math.max(0, Math.abs(wins - losses) - 1) / Math.sqrt(all);
  return 2 * (1 - normal(z));
}

/** Zelen and Severo's approximation (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - density * sum;
}
