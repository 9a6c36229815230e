import type { ItemDocument } from '../../documents';
import { between, isIn, type Database } from '../../kernel/database';
import { itemsOfTitles } from '../../reads/items';
import type { TitleForIndex } from '../../search/index/title';
import { INDEXED_FIELDS, isSearched, titleForIndex } from '../../search/index/title-for-index';

/**
 * Titles as the index takes them, by at most a thousand ids; those that are gone are left out. Two round
 * trips, and one a thousand copies.
 */
export const titlesToIndex = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, TitleForIndex>> => {
  if (ids.length === 0) return new Map();
  const [titles, branches] = await Promise.all([
    db.find('titles', { where: { _id: isIn(ids) }, limit: ids.length, fields: INDEXED_FIELDS }),
    branchesOf(db, ids),
  ]);
  return new Map(
    titles.filter(isSearched).map((title) => [title._id, titleForIndex(title, branches(title._id))]),
  );
};

export const newestTitles = async (db: Database, most: number): Promise<TitleForIndex[]> => {
  const newest = await db.find('titles', {
    where: {},
    orderBy: [['addedAt', 'desc']],
    limit: most,
    fields: ['addedAt'],
  });
  const titles = await titlesToIndex(
    db,
    newest.map(({ _id }) => _id),
  );
  return [...titles.values()];
};

type BranchesOfTitle = (titleId: string) => string[];

const branchesOf = async (db: Database, titleIds: readonly string[]): Promise<BranchesOfTitle> =>
  placesIn(titleIds.length === 0 ? [] : await itemsOfTitles(db, titleIds, BRANCH_FIELDS));

/** The same for all titles from one id up to another, both included: cheaper than naming them. */
export const branchesBetween = async (
  db: Database,
  first: string,
  last: string,
): Promise<BranchesOfTitle> => {
  const items: ItemDocument[] = [];
  for (let from = first, skip = 0; ;) {
    const page = await db.find('items', {
      where: { titleId: between({ from, upTo: last }) },
      orderBy: [['titleId', 'asc']],
      skip,
      limit: PAGE,
      fields: BRANCH_FIELDS,
    });
    items.push(...page);
    const end = page.at(-1)?.titleId;
    if (page.length < PAGE || end === undefined) return placesIn(items);
    // A page may end amid the copies of a title: those are read again, or passed over when they fill pages.
    skip = end === from ? skip + PAGE : 0;
    from = end;
  }
};

const BRANCH_FIELDS = ['titleId', 'branchId', 'status'] as const;
/** Rows of one answer of the database. */
const PAGE = 1000;

/** Where titles have copies: those that are lost or withdrawn count nowhere. */
const placesIn = (items: ItemDocument[]): BranchesOfTitle => {
  const branches = new Map<string, Set<string>>();
  for (const { titleId, branchId, status } of items) {
    if (status === 'lost' || status === 'withdrawn') continue;
    branches.set(titleId, (branches.get(titleId) ?? new Set()).add(branchId));
  }
  return (titleId) => [...(branches.get(titleId) ?? [])];
};
