import * as v from 'valibot';
import type {
  Mark,
  SearchFacets,
  SearchHit,
  SearchResult,
  SearchSort,
} from '../../../typings/contract/search';
import { factsOf } from '../../cataloguing/title-facts';
import { branchName } from '../../circulation/branches';
import type { TitleDocument, Library } from '../../documents';
import { isIn } from '../../kernel/database';
import { localDateOf } from '../../kernel/local-date';
import { PAGE_SIZE } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { copiesByTitle } from '../../reads/items';
import type { Facets } from '../../search/find/facets';
import { highlighter } from '../../search/find/highlight';
import { availabilityOf } from '../../views/availability';
import { aQuery, filterEntries } from '../../kernel/asked-search';
import type { SearchContext } from './search-context';
import { searchReading } from './search-reading';
import { NOTHING_FOUND } from '../../figures/searches';
import { questionOf, selected, type Selected } from './selected';

const HIT_FIELDS = [
  'title',
  'contributors',
  'publisher',
  'year',
  'clc',
  'isbns',
  'callNumber',
  'summary',
  'addedAt',
] as const;
const SUMMARY_SHOWN = 120;
const SORTS: readonly SearchSort[] = ['relevance', 'newest', 'most_borrowed'];

export const find = searchReading('search.find', {
  caller: 'visitor',
  schema: v.strictObject({
    query: aQuery,
    page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 1),
    sort: v.optional(v.picklist(SORTS)),
    ...filterEntries,
  }),
  run: async (context, input) => {
    const { page } = input;
    const found = await selected(context, questionOf(input), (page - 1) * PAGE_SIZE);
    if (page === 1 && found.named) context.counting.count(context, found.named);
    // How many found nothing, and not what they typed.
    if (page === 1 && found.total === 0) context.counting.count(context, NOTHING_FOUND);
    const list = await hitsOf(context, found.ids, input.query);
    const result: SearchResult = {
      list,
      total: found.total,
      totalIsAtLeast: found.totalIsAtLeast,
      ...(page * PAGE_SIZE < found.reachable && { nextPage: page + 1 }),
      ...(page === 1 && found.facets && { facets: facetsOf(context.library, found.facets) }),
      ...(page === 1 && found.didYouMean && { didYouMean: found.didYouMean }),
    };
    return done(result);
  },
});

/**
 * The titles of one page as they are now, in their order; what is gone meanwhile is left out. Two round trips
 * at once.
 */
const hitsOf = async (
  { db, library }: SearchContext,
  ids: Selected['ids'],
  query: string,
): Promise<SearchHit[]> => {
  if (ids.length === 0) return [];
  const [titles, copiesOf] = await Promise.all([
    db.find('titles', { where: { _id: isIn(ids) }, limit: ids.length, fields: HIT_FIELDS }),
    copiesByTitle(db, ids),
  ]);
  const rangesIn = highlighter(query);
  const marksIn = (text: string) => rangesIn(text).map(({ from, to }): Mark => [from, to]);
  const byId = new Map(titles.map((title) => [title._id, title]));
  return ids.flatMap((id) => {
    const title = byId.get(id);
    if (!title) return [];
    const facts = factsOf(title);
    return {
      ...facts,
      isbn: title.isbns[0] ?? '',
      callNumber: title.callNumber,
      summary: summaryOf(title),
      addedOn: localDateOf(title.addedAt),
      availability: availabilityOf(library, copiesOf(id)),
      marks: { title: marksIn(facts.title), authors: marksIn(facts.authors) },
    };
  });
};

const summaryOf = ({ summary }: TitleDocument): string =>
  [...summary].length > SUMMARY_SHOWN ? `${[...summary].slice(0, SUMMARY_SHOWN).join('')}…` : summary;

const facetsOf = (library: Library, facets: Facets): SearchFacets => {
  const titlesAt = new Map(facets.branches.map(({ value, titles }) => [value, titles]));
  return {
    classes: facets.classes.map(({ value, titles }) => ({ clc: value, titles })),
    years: facets.years,
    languages: facets.languages.map(({ value, titles }) => ({ language: value, titles })),
    kinds: facets.kinds.map(({ value, titles }) => ({ kind: value as TitleDocument['kind'], titles })),
    branches: library.branches.flatMap(({ _id }) => {
      const titles = titlesAt.get(_id);
      return titles ? [{ branchId: _id, branchName: branchName(library, _id), titles }] : [];
    }),
  };
};
