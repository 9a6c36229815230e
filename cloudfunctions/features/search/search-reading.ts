import { reading, type Reading } from '../../kernel/operation';
import type { Schema } from '../../kernel/validate';
import type { SearchContext } from './search-context';

/** An operation of the search door: all of them only look. */
export const searchReading = <In, Out>(
  schema: Schema<In>,
  run: Reading<In, Out, SearchContext>['run'],
): Reading<In, Out, SearchContext> => reading(schema, run);
