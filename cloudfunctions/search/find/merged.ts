import type { Budget, SearchIndex } from '../index/open';
import type { Asked } from './analyse';
import type { Sort } from './further';
import type { LivePart } from './live-part';
import { countFacets, type Facets } from './facets';
import { BUDGET, byPoints, searchIndex, type SearchHits, type Hit, type Query, type Spent } from './search';

export interface MergedFound {
  asked: Asked | null;
  hits: Hit[];
  total: number;
  totalIsAtLeast: boolean;
  facets: Facets;
  /** What was probably meant, when nothing has it as typed. */
  didYouMean: string | null;
  spent: Spent;
}

/** The live part is small: this much of the budget is its own. */
const LIVE_BUDGET: Readonly<Budget> = { postings: 3000, bytes: 8000 };
const MOST_HITS = 200;

/**
 * Searches the large index and what has changed since as if they were one; together they read at most the
 * budget.
 */
export function searchMerged(index: SearchIndex, live: LivePart, query: Query): MergedFound {
  const fresh = live.index ? searchIndex(live.index, query, LIVE_BUDGET) : null;
  const left = {
    postings: BUDGET.postings - (fresh?.spent.postings ?? 0),
    bytes: BUDGET.bytes - (fresh?.spent.bytes ?? 0),
  };
  const old = searchIndex(index, query, left, index.placesOf(live.gone));
  const parts = [{ index, found: old }];
  if (live.index && fresh) parts.push({ index: live.index, found: fresh });
  const hits = parts.flatMap(({ found }) => found.hits).sort(byPoints);
  return {
    asked: old.asked,
    hits: sorted(parts, hits, query.sort ?? 'relevance'),
    total: Math.max(
      hits.length,
      parts.reduce((sum, { found }) => sum + found.matching.length, 0),
    ),
    totalIsAtLeast: parts.some(({ found }) => found.atLeast),
    facets: countFacets(parts.map(({ index: of, found }) => ({ index: of, titles: found.matching }))),
    didYouMean: didYouMean(old.asked, hits),
    spent: {
      postings: old.spent.postings + (fresh?.spent.postings ?? 0),
      bytes: old.spent.bytes + (fresh?.spent.bytes ?? 0),
    },
  };
}

type Part = { index: SearchIndex; found: SearchHits };

/** By relevance the ranked ones; otherwise all that have every word, by day or by loans. */
function sorted(parts: Part[], hits: Hit[], sort: Sort): Hit[] {
  if (sort === 'relevance') return hits.slice(0, MOST_HITS);
  const key = (index: SearchIndex): Uint16Array => (sort === 'newest' ? index.addedOn : index.popularity);
  return parts
    .flatMap((part) => part.found.matching.map((title) => ({ part, title })))
    .sort((a, b) => key(b.part.index)[b.title]! - key(a.part.index)[a.title]!)
    .slice(0, MOST_HITS)
    .map(({ part, title }) => hitOf(part, title));
}

function hitOf({ index, found }: Part, title: number): Hit {
  return (
    found.hits.find((hit) => hit.title === title) ?? {
      id: index.id(title),
      title,
      stored: () => index.stored(title),
      points: 0,
      covered: 1,
      literal: true,
      whole: false,
      sounding: false,
    }
  );
}

const LEAST_COVERED = 0.6;

/**
 * A title near to what was typed in characters, when none has it as typed. Letters read as sounds are no
 * mistake.
 */
function didYouMean(asked: Asked | null, hits: Hit[]): string | null {
  const [best] = hits;
  if (!asked || !best || hits.some(({ literal }) => literal)) return null;
  if (best.sounding || best.covered < LEAST_COVERED || asked.words.length > 1) return null;
  const { title } = best.stored();
  const main = title.split(/\s*[:：(（【[]/)[0]!;
  return main === '' ? title : main;
}
