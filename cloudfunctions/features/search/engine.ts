import type { SearchSort } from '../../../typings/contract/search';
import type { Context } from '../../kernel/context';
import type { Facets } from '../../search/find/facets';
import type { Filters } from '../../search/find/filters';
import type { Suggestion } from '../../search/find/suggest';

/**
 * The seam: whatever finds titles stands behind this. The product's own engine is `compact-engine.ts`; a
 * library that runs a search server of its own writes another one and names it in the door,
 * cloudfunctions/finder/index.ts (see docs/search.md). An engine knows titles; branches, shelves and due
 * dates are asked of the database by the operations.
 */
export interface SearchEngine {
  find(question: Question): Promise<EngineAnswer>;
  /** Without a text: all that the filters leave. */
  list(question: ListQuestion): Promise<Listed>;
  suggest(text: string, most: number): Promise<Suggestion[]>;
  /** Classes directly below one, "" for the main classes. */
  classes(under: string, filters: Filters): Promise<ClassCounts>;
}

/** Gives the engine as of this request: what was catalogued a moment ago is in it. */
export type OpenEngine = (context: Context) => Promise<SearchEngine>;

interface Question {
  text: string;
  filters: Filters;
  sort: SearchSort;
}

interface EngineAnswer {
  /** The best first; at most `MOST_FOUND`. */
  ids: string[];
  total: number;
  totalIsAtLeast: boolean;
  facets: Facets;
  didYouMean: string | null;
  /** The title or name of the catalogue that was typed, as the catalogue writes it; null when it was none. */
  named: string | null;
}

interface ListQuestion {
  filters: Filters;
  sort: Exclude<SearchSort, 'relevance'>;
  skip: number;
  count: number;
}

interface Listed {
  ids: string[];
  total: number;
  facets: Facets;
}

interface ClassCounts {
  titles: number;
  list: { clc: string; titles: number; below: boolean }[];
}

/** Of many titles found, so many are ranked and can be paged through. */
export const MOST_FOUND = 200;
