import type { NearTitle } from '../documents';
import type { Alike } from './content';

/** Borrowed with the title by so many different readers. */
export interface Companion {
  titleId: string;
  readers: number;
  /** How often it is borrowed at all. */
  popularity: number;
}

/** Settled on an earlier window of real loans (decision 54). */
export interface NearSettings {
  /** Readers below which two titles have nothing to do with one another, as far as anybody may know. */
  leastReaders: number;
  /** Pairs of few readers weigh less: half at so many. */
  shrink: number;
  /** Of each kind. */
  most: number;
  /** How far what is borrowed often comes before what is not: a power; 0 is not at all. */
  lively: number;
}
export const NEAR_SETTINGS: NearSettings = { leastReaders: 3, shrink: 1, most: 40, lively: 0.25 };

/**
 * What stands beside a title: by readers (the cosine of who borrowed both, less for few of them) and by
 * records.
 */
export function nearOf(
  popularity: number,
  companions: readonly Companion[],
  alikes: readonly (Alike & { popularity: number })[],
  { leastReaders, shrink, most, lively }: NearSettings = NEAR_SETTINGS,
): NearTitle[] {
  const near = new Map<string, NearTitle>();
  const bound = companions
    .filter(({ readers }) => readers >= leastReaders)
    .map((companion) => ({
      ...companion,
      together: togetherness(popularity, companion, shrink) * life(companion, lively),
    }))
    .sort((a, b) => b.together - a.together || (a.titleId < b.titleId ? -1 : 1));
  for (const { titleId, readers, together } of bound.slice(0, most))
    near.set(titleId, { titleId, together, readers, alike: 0, shared: null });
  for (const { titleId, alike, shared, popularity: often } of alikes.slice(0, most)) {
    const known = near.get(titleId);
    const worth = alike * life({ popularity: often }, lively);
    near.set(titleId, { titleId, together: 0, readers: 0, ...known, alike: worth, shared });
  }
  return [...near.values()];
}

/** Of titles borrowed as often as the pair at least: a count may lag behind. */
const togetherness = (own: number, { readers, popularity }: Companion, shrink: number): number =>
  (readers / Math.sqrt(Math.max(own, readers) * Math.max(popularity, readers))) *
  (readers / (readers + shrink));

/** 1 for what nobody borrows, slowly more for what is borrowed. */
const life = ({ popularity }: { popularity: number }, power: number): number =>
  (1 + Math.log1p(popularity)) ** power;
