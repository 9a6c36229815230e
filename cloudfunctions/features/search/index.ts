import type { SearchApi } from '../../../typings/contract/search';
import type { OperationsOf } from '../../kernel/operation';
import { classes } from './classes';
import { find } from './find';
import { popular } from './popular';
import type { SearchContext } from './search-context';
import { onShelf } from './shelf';
import { suggest } from './suggest';

export const search: OperationsOf<SearchApi, SearchContext> = {
  'search.find': find,
  'search.onShelf': onShelf,
  'search.suggest': suggest,
  'search.popular': popular,
  'search.classes': classes,
};

export { compactEngine } from './compact-engine';
export { countSearches } from './counting';
export type { SearchContext } from './search-context';
