import type { Context } from '../../kernel/context';
import type { Counting } from './counting';
import type { SearchEngine } from './engine';

/** What the operations of the search door get beside the rest. */
export interface SearchContext extends Context {
  engine: SearchEngine;
  counting: Counting;
}
