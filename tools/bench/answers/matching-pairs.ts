import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { squeeze } from '../../../cloudfunctions/search/fold';
import { bm25, oneAndTwoCharacters, singleCharacters, type Ranking } from './bm25';
import { ours } from './ours';
import type { Places } from './outcomes';

/**
 * Pairs of questions with a mark of whether they mean the same (LCQMC). Indexed is the second side of
 * every pair, each text once; asked is the first side of every matching pair, each text once (of the test
 * part the first 3,000). Right is any entry that stands in a matching pair with the text asked.
 *
 * Of the first sides some stand word for word among the entries, in other pairs: no mark says that they
 * match themselves, they stand first in any ranking, and count as wrong. So each set is counted twice: as
 * it is, and with those entries left out of every ranking.
 */
interface MatchingPairs {
  entries: readonly string[];
  queries: readonly string[];
  right: ReadonlyMap<string, ReadonlySet<string>>;
}

const LOOKED_AT = 6;

export function pairsFrom(data: string, part: 'dev' | 'test', most: number): MatchingPairs | null {
  const path = join(data, 'questions', `lcqmc_${part}.txt`);
  if (!existsSync(path)) return null;
  const rows = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const right = new Map<string, Set<string>>();
  for (const [asked, entry, mark] of rows)
    if (mark === '1') right.set(asked!, (right.get(asked!) ?? new Set()).add(entry!));
  return {
    entries: [...new Set(rows.map(([, entry]) => entry!))],
    queries: [...right.keys()].slice(0, most),
    right,
  };
}

/** Each way of finding with its places, as it is and without entries that are the query itself. */
export function placesOf({ entries, queries, right }: MatchingPairs): Way[] {
  const ways: Record<string, Ranking> = {
    'BM25, 1 character': bm25(entries, singleCharacters),
    'BM25, 1+2 characters': bm25(entries, oneAndTwoCharacters),
    ours: ours(
      entries.map((entry) => ({ question: entry, forms: [], text: '' })),
      [],
    ),
  };
  const folded = entries.map(squeeze);
  return Object.entries(ways).map(([name, rank]) => {
    const asItIs: number[] = [];
    const without: number[] = [];
    const ms: number[] = [];
    for (const query of queries) {
      const begun = performance.now();
      const found = rank(query, LOOKED_AT);
      ms.push(performance.now() - begun);
      const isRight = (entry: number): boolean => right.get(query)!.has(entries[entry]!);
      const itself = squeeze(query);
      asItIs.push(found.findIndex(isRight));
      without.push(found.filter((entry) => isRight(entry) || folded[entry] !== itself).findIndex(isRight));
    }
    return { name, asItIs, without, ms };
  });
}

export interface Way {
  name: string;
  asItIs: Places;
  without: Places;
  ms: readonly number[];
}
