import type { TitleDocument } from '../../documents';
import type { TitleForIndex } from './title';

const DAY_MS = 86_400_000;

/** Fields of a title that the search index is made from. */
export const INDEXED_FIELDS = [
  'title',
  'subtitle',
  'also',
  'contributors',
  'publisher',
  'year',
  'isbns',
  'clc',
  'callNumber',
  'language',
  'kind',
  'subjects',
  'addedAt',
  'popularity',
  'source',
] as const;

/** A title that is here for one loan of another library's book is not: nobody else can have it. */
export const isSearched = ({ source }: Pick<TitleDocument, 'source'>): boolean =>
  !source.startsWith('delivery:');

/** A title as the search index takes it. `branches`: ids of those that have a copy of it. */
export const titleForIndex = (
  title: Pick<TitleDocument, '_id' | (typeof INDEXED_FIELDS)[number]>,
  branches: readonly string[],
): TitleForIndex => ({
  id: title._id,
  title: title.title,
  subtitle: title.subtitle,
  also: title.also,
  authors: title.contributors.map(({ name }) => name),
  publisher: title.publisher,
  year: title.year,
  isbns: title.isbns,
  clc: title.clc,
  callNumber: title.callNumber,
  language: title.language,
  kind: title.kind,
  subjects: title.subjects,
  branches: [...branches],
  popularity: title.popularity,
  addedOn: Math.floor(Date.parse(title.addedAt) / DAY_MS),
});
