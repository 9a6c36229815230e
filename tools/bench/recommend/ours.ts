import {
  alikeTo,
  contentOf,
  type Compared,
  type ContentWeights,
} from '../../../cloudfunctions/recommending/content';
import {
  nearOf,
  NEAR_SETTINGS,
  type Companion,
  type NearSettings,
} from '../../../cloudfunctions/recommending/near';
import type { NearTitle } from '../../../cloudfunctions/documents';
import { rank, RANK_SETTINGS, type RankSettings } from '../../../cloudfunctions/recommending/rank';
import { byReaderOf, type Loan } from './data';
import type { Way } from './measure';

/** Titles before a loan with which it makes pairs, as the nightly job takes them. */
const PAIRED = 30;

export interface Settings {
  near: NearSettings;
  rank: RankSettings;
  paired: number;
  content?: ContentWeights;
}
export const SETTLED: Settings = { near: NEAR_SETTINGS, rank: RANK_SETTINGS, paired: PAIRED };

/** What records say of each title: the same for every part of the loans. */
export function alikesOf(titles: readonly Compared[], most: number, weights?: ContentWeights) {
  const content = contentOf(titles, weights);
  return titles.map((_, at) => alikeTo(content, at, most));
}
export type Alikes = ReturnType<typeof alikesOf>;

/** The product's own code over the loans of the training part. */
export function ours(
  name: string,
  train: readonly Loan[],
  alikes: Alikes,
  { near, rank: ranking, paired }: Settings,
): Way {
  const { companions, popularity } = pairsOf(train, alikes.length, paired);
  const beside: (NearTitle[] | undefined)[] = [];
  const nearTo = (title: number): NearTitle[] =>
    (beside[title] ??= nearOf(
      popularity[title]!,
      companions[title]!,
      alikes[title]!.map((each) => ({ ...each, popularity: popularity[Number(each.titleId)]! })),
      near,
    ));
  return {
    name,
    recommend: (known, most) =>
      rank(
        [...known].reverse().map((title) => ({ titleId: String(title), near: nearTo(title) })),
        ranking,
      )
        .slice(0, most)
        .map(({ titleId }) => Number(titleId)),
  };
}

function pairsOf(train: readonly Loan[], titles: number, paired: number) {
  const popularity = new Array<number>(titles).fill(0);
  const counts = Array.from({ length: titles }, () => new Map<number, number>());
  const count = (a: number, b: number): unknown => counts[a]!.set(b, (counts[a]!.get(b) ?? 0) + 1);
  for (const own of byReaderOf(train).values())
    own.forEach(({ title }, at) => {
      popularity[title]!++;
      for (const { title: other } of own.slice(Math.max(0, at - paired), at)) {
        count(title, other);
        count(other, title);
      }
    });
  const companions = counts.map((others): Companion[] =>
    [...others].map(([other, readers]) => ({
      titleId: String(other),
      readers,
      popularity: popularity[other]!,
    })),
  );
  return { companions, popularity };
}
