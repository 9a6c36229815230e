import type { Database } from '../../kernel/database';
import { isIn } from '../../kernel/database';
import type { TitleForIndex } from '../../search/index/title';
import { itemsOfTitles } from '../../views/availability';
import { INDEXED_FIELDS, titleForIndex } from '../../views/title-for-index';

/** Titles as the index takes them, by at most a thousand ids; those that are gone are left out. Two round trips, and one a thousand copies. */
export const titlesToIndex = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, TitleForIndex>> => {
  if (ids.length === 0) return new Map();
  const [titles, branches] = await Promise.all([
    db.find('titles', { where: { _id: isIn(ids) }, limit: ids.length, fields: INDEXED_FIELDS }),
    branchesOf(db, ids),
  ]);
  return new Map(titles.map((title) => [title._id, titleForIndex(title, branches(title._id))]));
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

/** Where titles have copies: those that are lost or withdrawn count nowhere. */
export const branchesOf = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string) => string[]> => {
  const branches = new Map<string, Set<string>>();
  const items = titleIds.length === 0 ? [] : await itemsOfTitles(db, titleIds, BRANCH_FIELDS);
  for (const { titleId, branchId, status } of items) {
    if (status === 'lost' || status === 'withdrawn') continue;
    branches.set(titleId, (branches.get(titleId) ?? new Set()).add(branchId));
  }
  return (titleId) => [...(branches.get(titleId) ?? [])];
};

const BRANCH_FIELDS = ['titleId', 'branchId', 'status'] as const;
