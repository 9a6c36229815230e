import type { SearchFilters, SearchSort } from '../../../typings/contract/search';
import { PAGE_SIZE } from '../../kernel/page';
import { analyse } from '../../search/find/analyse';
import type { Facets } from '../../search/find/facets';
import { readIsbn } from '../../search/isbn';
import { engineFilters } from './engine-filters';
import { MOST_FOUND } from './engine';
import { onShelfRows } from './on-shelf-rows';
import type { SearchContext } from './search-context';

interface Asked {
  query: string;
  filters: SearchFilters;
  sort: SearchSort;
}

/** A page of ids, and what is told about all of them. */
export interface Selected {
  ids: string[];
  total: number;
  totalIsAtLeast: boolean;
  /** So many can be paged through. */
  reachable: number;
  facets: Facets | null;
  didYouMean: string | null;
  named: string | null;
}

export const questionOf = ({
  query,
  sort,
  page: _,
  ...filters
}: { query: string; sort?: SearchSort; page?: number } & SearchFilters): Asked => ({
  query: query.trim(),
  filters,
  // Without a text nothing is nearer than another.
  sort: sort ?? (query.trim() === '' ? 'newest' : 'relevance'),
});

/** The ids of one page, beginning after `skip`. */
export const selected = async (context: SearchContext, asked: Asked, skip: number): Promise<Selected> => {
  const code = skip === 0 ? await byCode(context, asked) : null;
  if (code) return code;
  if (asked.filters.onShelfOnly) return onShelfNow(context, asked, skip);
  if (asked.query === '') {
    const { ids, total, facets } = await list(context, asked, skip, PAGE_SIZE);
    return { ids, total, totalIsAtLeast: false, reachable: total, facets, didYouMean: null, named: null };
  }
  const found = await find(context, asked);
  return {
    ...found,
    ids: found.ids.slice(skip, skip + PAGE_SIZE),
    reachable: found.ids.length,
  };
};

/** The best ids of a question, before the shelf is looked at. */
export const candidates = async (
  context: SearchContext,
  asked: Asked,
): Promise<Omit<Selected, 'reachable'>> => {
  if (asked.query !== '') return find(context, asked);
  const { ids, total, facets } = await list(context, asked, 0, MOST_FOUND);
  return { ids, total, totalIsAtLeast: false, facets, didYouMean: null, named: null };
};

const find = async ({ engine }: SearchContext, { query, filters, sort }: Asked) =>
  engine.find({ text: query, filters: engineFilters(filters), sort });

const list = ({ engine }: SearchContext, { filters, sort }: Asked, skip: number, count: number) =>
  engine.list({
    filters: engineFilters(filters),
    sort: sort === 'relevance' ? 'newest' : sort,
    skip,
    count,
  });

/** Live, so the first candidates alone are looked at: of more, the total is a lower bound. */
const onShelfNow = async (context: SearchContext, asked: Asked, skip: number): Promise<Selected> => {
  const all = await candidates(context, asked);
  const rows = await onShelfRows(context, all.ids, asked.filters.branchId);
  const there = new Set(rows.map(({ titleId }) => titleId));
  const ids = all.ids.filter((id) => there.has(id));
  return {
    ...all,
    ids: ids.slice(skip, skip + PAGE_SIZE),
    total: ids.length,
    totalIsAtLeast: all.total > all.ids.length,
    reachable: ids.length,
  };
};

/**
 * What names one title without doubt: the barcode of a copy, or an ISBN, which the index knows as a number of
 * 32 bits only and so is compared with the record. null: it is neither, and is searched for.
 */
const byCode = async ({ db }: SearchContext, { query, filters }: Asked): Promise<Selected | null> => {
  const isbn = readIsbn(query);
  const barcode = isbn ? null : (analyse(query)?.barcode ?? null);
  if (Object.values(filters).some((value) => value !== undefined && value !== false)) return null;
  if (isbn) {
    const titles = await db.find('titles', { where: { isbns: isbn }, limit: PAGE_SIZE, fields: ['year'] });
    return only(titles.map(({ _id }) => _id));
  }
  if (!barcode) return null;
  const item = await db.get('items', barcode);
  return item ? only([item.titleId]) : null;
};

const only = (ids: string[]): Selected => ({
  ids,
  total: ids.length,
  totalIsAtLeast: false,
  reachable: ids.length,
  facets: null,
  didYouMean: null,
  named: null,
});
