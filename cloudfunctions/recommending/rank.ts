import type { NearTitle } from '../documents';

/** A title that a reader knows, and what stands beside it. */
export interface Seed {
  titleId: string;
  near: readonly NearTitle[];
}

/** What decided that a title is shown: the largest of all terms of its sum. */
export interface Decided {
  seedId: string;
  by: 'together' | 'alike';
  near: NearTitle;
}

interface Ranked {
  titleId: string;
  worth: number;
  decided: Decided;
}

/** Settled on an earlier window of real loans (decision 54). */
export interface RankSettings {
  /** What likeness weighs beside readers. */
  alike: number;
  /** A title that is so many places back counts half. */
  halfLife: number;
  /** Titles of a reader that are looked at. */
  mostSeeds: number;
}
export const RANK_SETTINGS: RankSettings = { alike: 0.25, halfLife: 3, mostSeeds: 30 };

/** Titles beside what a reader knows, by the sum of what binds them; `seeds` the latest first. */
export function rank(
  seeds: readonly Seed[],
  { alike, halfLife, mostSeeds }: RankSettings = RANK_SETTINGS,
): Ranked[] {
  const known = new Set(seeds.map(({ titleId }) => titleId));
  const sums = new Map<string, Ranked & { most: number }>();
  seeds.slice(0, mostSeeds).forEach(({ titleId: seedId, near }, place) => {
    const weight = 0.5 ** (place / halfLife);
    for (const each of near) {
      if (known.has(each.titleId)) continue;
      const byReaders = weight * each.together;
      const byRecords = weight * alike * each.alike;
      const most = Math.max(byReaders, byRecords);
      const decided: Decided = { seedId, by: byReaders >= byRecords ? 'together' : 'alike', near: each };
      const sum = sums.get(each.titleId);
      if (!sum)
        sums.set(each.titleId, { titleId: each.titleId, worth: byReaders + byRecords, decided, most });
      else {
        sum.worth += byReaders + byRecords;
        if (most > sum.most) Object.assign(sum, { most, decided });
      }
    }
  });
  return [...sums.values()]
    .sort((a, b) => b.worth - a.worth || (a.titleId < b.titleId ? -1 : 1))
    .map(({ titleId, worth, decided }) => ({ titleId, worth, decided }));
}
