import { buildIndex } from './index/build';
import { openIndex, type SearchIndex } from './index/open';
import type { TitleForIndex } from './index/title';

/** Builders for tests. */
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
