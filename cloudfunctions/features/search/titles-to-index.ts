import type { ItemDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn } from '../../kernel/database';
import type { TitleForIndex } from '../../search/index/title';
import { itemsOfTitles } from '../../views/availability';
import { INDEXED_FIELDS, titleForIndex } from '../../views/title-for-index';

/** Titles as the index takes them, by their ids; those that are gone are left out. Two round trips a thousand rows. */
export const titlesToIndex = async (
  { db }: Context,
  ids: readonly string[],
): Promise<Map<string, TitleForIndex>> => {
  const [titles, items] = await Promise.all([
    db.find('titles', { where: { _id: isIn(ids) }, limit: ids.length, fields: INDEXED_FIELDS }),
    itemsOfTitles(db, ids, BRANCH_FIELDS),
  ]);
  const branches = branchesByTitle(items);
  return new Map(
    titles.map((title) => [title._id, titleForIndex(title, [...(branches.get(title._id) ?? [])])]),
  );
};

export const newestTitles = async (context: Context, most: number): Promise<TitleForIndex[]> => {
  const newest = await context.db.find('titles', {
    where: {},
    orderBy: [['addedAt', 'desc']],
    limit: most,
    fields: ['addedAt'],
  });
  if (newest.length === 0) return [];
  const titles = await titlesToIndex(
    context,
    newest.map(({ _id }) => _id),
  );
  return [...titles.values()];
};

export const BRANCH_FIELDS = ['titleId', 'branchId', 'status'] as const;

/** Where a title has copies: those that are lost or withdrawn count nowhere. */
export const hasPlace = ({ status }: Pick<ItemDocument, 'status'>): boolean =>
  status !== 'lost' && status !== 'withdrawn';

const branchesByTitle = (items: ItemDocument[]): Map<string, Set<string>> => {
  const branches = new Map<string, Set<string>>();
  for (const { titleId, branchId } of items.filter(hasPlace))
    branches.set(titleId, (branches.get(titleId) ?? new Set()).add(branchId));
  return branches;
};
