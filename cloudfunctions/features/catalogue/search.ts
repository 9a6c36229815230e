import * as v from 'valibot';
import type { SearchHit, SearchResult } from '../../../typings/contract/catalogue';
import type { TitleDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between, hasAll, isIn, type Condition } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { PAGE_SIZE } from '../../kernel/page';
import { done } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readQuery, type Query } from '../../search/query';
import { coverage, rank } from '../../search/rank';
import { availabilityById } from '../../views/availability';
import { factsOf } from '../../views/titles';

/** Candidates ranked for one query; a query that finds more says "at least". */
const MOST_CANDIDATES = 200;
/** The second try takes titles with one half of the text whole: a wrong or missing character spoils the other. */
const LEAST_COVERAGE_OF_HALVES = 0.4;
/** The loosest try keeps what covers this share of the query. */
const LEAST_COVERAGE = 0.6;

const FIELDS = [
  'title',
  'subtitle',
  'contributors',
  'publisher',
  'year',
  'clc',
  'isbns',
  'callNumber',
  'summary',
  'popularity',
] as const;

interface Filters {
  clc?: string;
  branchId?: string;
  onShelfOnly?: boolean;
}

interface Found {
  titles: TitleDocument[];
  total: number;
  totalIsAtLeast: boolean;
}

export const search = reading(
  v.strictObject({
    query: v.pipe(v.string(), v.maxLength(200, '最多 200 个字')),
    page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 1),
    branchId: v.optional(anId),
    onShelfOnly: v.optional(v.boolean(), false),
    clc: v.optional(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9.\-/]{0,20}$/, '分类号格式不对'))),
  }),
  async (context, { query, page, ...filters }) => {
    const found = await findTitles(context, readQuery(query), page, filters);
    const onPage = found.titles;
    const availability = await availabilityById(
      context.db,
      context.library,
      onPage.map((title) => title._id),
    );
    const list: SearchHit[] = onPage.map((title) => ({
      ...factsOf(title),
      isbn: title.isbns[0] ?? '',
      callNumber: title.callNumber,
      summary: title.summary,
      availability: availability(title._id),
    }));
    const more = page * PAGE_SIZE < found.total;
    const result: SearchResult = {
      list,
      total: found.total,
      totalIsAtLeast: found.totalIsAtLeast,
      ...(more && { nextPage: page + 1 }),
    };
    return done(result);
  },
);

const findTitles = async (context: Context, query: Query, page: number, filters: Filters): Promise<Found> => {
  if (query.kind === 'empty' && !filters.branchId && !filters.onShelfOnly)
    return newest(context, page, filters);
  const candidates = await onlyThere(context, await candidatesOf(context, query, filters), filters);
  const ranked = rank(candidates, query);
  return {
    titles: ranked.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: ranked.length,
    totalIsAtLeast: candidates.length >= MOST_CANDIDATES,
  };
};

/** Without a query, what came last. */
const newest = async ({ db }: Context, page: number, filters: Filters): Promise<Found> => {
  const where = clcCondition(filters);
  const orderBy: [string, 'asc' | 'desc'][] = filters.clc ? [['popularity', 'desc']] : [['addedAt', 'desc']];
  const [titles, total] = await Promise.all([
    db.find('titles', { where, orderBy, skip: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE, fields: FIELDS }),
    db.count('titles', where),
  ]);
  return { titles, total, totalIsAtLeast: false };
};

const candidatesOf = async ({ db }: Context, query: Query, filters: Filters): Promise<TitleDocument[]> => {
  const find = (where: Record<string, Condition>, orderBy?: [string, 'asc' | 'desc'][]) =>
    db.find('titles', {
      where: { ...where, ...clcCondition(filters) },
      limit: MOST_CANDIDATES,
      fields: FIELDS,
      orderBy,
    });
  switch (query.kind) {
    case 'empty':
      return find({}, [['addedAt', 'desc']]);
    case 'isbn':
      return find({ isbns: query.isbn13 });
    case 'terms': {
      const byCallNumber = query.callNumber ? await find({ terms: query.callNumber }) : [];
      if (byCallNumber.length > 0) return byCallNumber;
      const [exact, all] = await Promise.all([
        find({ terms: query.exact }),
        find({ terms: hasAll(query.all) }),
      ]);
      const found = unique([...exact, ...all]);
      if (found.length > 0 || query.all.length < 2) return found;
      const halves = await Promise.all(query.halves.map((terms) => find({ terms: hasAll(terms) })));
      const near = unique(halves.flat()).filter(
        (title) => coverage(title, query) >= LEAST_COVERAGE_OF_HALVES,
      );
      if (near.length > 0) return near;
      const some = await find({ terms: isIn(query.all) });
      return some.filter((title) => coverage(title, query) >= LEAST_COVERAGE);
    }
  }
};

/** Leaves the titles that have a copy at the branch, or on a shelf, when the reader asked for that. */
const onlyThere = async (
  { db }: Context,
  titles: TitleDocument[],
  { branchId, onShelfOnly }: Filters,
): Promise<TitleDocument[]> => {
  if ((!branchId && !onShelfOnly) || titles.length === 0) return titles;
  const items = await db.find('items', {
    where: {
      titleId: isIn(titles.map((title) => title._id)),
      ...(branchId && { branchId }),
      ...(onShelfOnly && { status: 'available', use: 'loan' }),
    },
    limit: 1000,
    fields: ['titleId'],
  });
  const there = new Set(items.map((item) => item.titleId));
  return titles.filter((title) => there.has(title._id));
};

/** A class and everything below it: "I2" takes I2, I20 and I247.5 but not I3. */
const clcCondition = ({ clc }: Filters): Record<string, Condition> =>
  clc ? { clc: between({ from: clc, below: `${clc}\uffff` }) } : {};

const unique = (titles: TitleDocument[]): TitleDocument[] => [
  ...new Map(titles.map((title) => [title._id, title])).values(),
];
