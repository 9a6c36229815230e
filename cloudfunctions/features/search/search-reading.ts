import type { ActionOf } from '../../../typings/contract';
import { reading, type ReadingWords } from '../../kernel/operation';
import type { Schema } from '../../kernel/validate';
import type { SearchContext } from './search-context';

/** An operation of the search door: all of them only look. */
export const searchReading = <A extends ActionOf<'search'>, S extends Schema<unknown>>(
  action: A,
  operation: ReadingWords<A, S, SearchContext>,
) => reading<A, S, SearchContext>(action, operation);
