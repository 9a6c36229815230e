import { buildIndex } from '../../cloudfunctions/search/index/build';
import { openIndex, type SearchIndex } from '../../cloudfunctions/search/index/open';
import type { TitleForIndex } from '../../cloudfunctions/search/index/title';

/** A title as the search index takes it. */
export const aTitle = (title: string, author = '', more: Partial<TitleForIndex> = {}): TitleForIndex => ({
  id: `t-${title}-${author}`,
  title,
  subtitle: '',
  also: [],
  authors: author === '' ? [] : author.split(' / '),
  publisher: '',
  year: 2000,
  isbns: [],
  clc: '',
  callNumber: '',
  language: 'chi',
  kind: 'book',
  subjects: [],
  branches: [],
  popularity: 0,
  addedOn: 20_000,
  ...more,
});

export const indexOf = (...titles: TitleForIndex[]): SearchIndex => openIndex(buildIndex(titles));
