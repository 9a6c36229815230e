import { operationsOf } from '../../kernel/operation';
import { classes } from './classes';
import { find } from './find';
import { popular } from './popular';
import { onShelf } from './shelf';
import { suggest } from './suggest';

export const search = operationsOf('search', [find, onShelf, suggest, popular, classes]);

export { compactEngine } from './compact-engine';
export { countSearches } from './counting';
export type { SearchContext } from './search-context';
