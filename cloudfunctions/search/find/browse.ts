import type { SearchIndex } from '../index/open';
import { countTitle, facetsOf, tallyOf, type Facets, type Tally } from './facets';
import { wantedBy, type Filters } from './filters';
import type { LivePart } from './live-part';
import { newestFirst } from './newest-first';

export interface BrowseQuery {
  filters: Filters;
  sort: 'newest' | 'most_borrowed';
  skip: number;
  count: number;
}

interface Browsed {
  ids: string[];
  /** Exact, as are the counts. */
  total: number;
  facets: Facets;
}

interface Part {
  index: SearchIndex;
  wanted: (title: number) => boolean;
  total: number;
  tally: Tally;
}

/**
 * A page of all titles that the filters leave, without a text. Reads small numbers of every title once: some
 * 10 ms at a million titles, and nothing of their texts.
 */
export function browse(index: SearchIndex, live: LivePart, query: BrowseQuery): Browsed {
  const { filters, sort, skip, count } = query;
  const old = partOf(index, filters, index.placesOf(live.gone));
  const fresh = live.index ? partOf(live.index, filters) : null;
  const parts = fresh ? [old, fresh] : [old];
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  return {
    ids: skip >= total ? [] : page(old, fresh, sort, skip, count),
    total,
    facets: facetsOf(parts.map(({ tally }) => tally)),
  };
}

function partOf(index: SearchIndex, filters: Filters, gone?: ReadonlySet<number>): Part {
  const wanted = wantedBy(index, filters, gone) ?? (() => true);
  const tally = tallyOf(index);
  let total = 0;
  for (let title = 0; title < index.titles; title++) {
    if (!wanted(title)) continue;
    countTitle(tally, title);
    total++;
  }
  return { index, wanted, total, tally };
}

/** Goes through both parts in their order at once; of equals, what changed last comes first. */
function page(
  old: Part,
  fresh: Part | null,
  sort: BrowseQuery['sort'],
  skip: number,
  count: number,
): string[] {
  const ids: string[] = [];
  const steps = stepsOf(old, sort);
  const freshSteps = fresh && stepsOf(fresh, sort);
  let left = skip;
  while (ids.length < count) {
    const takeFresh = freshSteps && freshSteps.title >= 0 && (steps.title < 0 || freshSteps.key >= steps.key);
    const next = takeFresh ? freshSteps : steps;
    if (next.title < 0) break;
    if (left > 0) left--;
    else ids.push((takeFresh ? fresh! : old).index.id(next.title));
    next.move();
  }
  return ids;
}

interface Steps {
  /** -1 at the end. */
  title: number;
  key: number;
  move(): void;
}

function stepsOf({ index, wanted }: Part, sort: BrowseQuery['sort']): Steps {
  const order = sort === 'newest' ? newestFirst(index) : null;
  const keys = sort === 'newest' ? index.addedOn : index.popularity;
  let at = -1;
  const steps: Steps = {
    title: -1,
    key: -1,
    move() {
      for (at++; at < index.titles; at++) {
        const title = order ? order[at]! : at;
        if (!wanted(title)) continue;
        steps.title = title;
        steps.key = keys[title]!;
        return;
      }
      steps.title = steps.key = -1;
    },
  };
  steps.move();
  return steps;
}
