import type { ItemDocument } from '../documents';
import { isIn, type Database } from '../kernel/database';
import { everyOf } from '../kernel/page';

/** What can be had of a title is told from these of its copies. */
export const AVAILABILITY_FIELDS = ['titleId', 'branchId', 'status', 'use', 'loan'] as const;

/** All items of some titles, however many copies there are; whole, or some fields of them. */
export const itemsOfTitles = (
  db: Database,
  titleIds: readonly string[],
  fields?: readonly string[],
): Promise<ItemDocument[]> => everyOf(db, 'items', { where: { titleId: isIn(titleIds) }, fields });

/**
 * The copies of a page of titles, with what their availability is told from: one round trip a thousand
 * copies.
 */
export const copiesByTitle = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string) => Pick<ItemDocument, '_id' | (typeof AVAILABILITY_FIELDS)[number]>[]> => {
  const items = titleIds.length === 0 ? [] : await itemsOfTitles(db, titleIds, AVAILABILITY_FIELDS);
  const byTitle = new Map<string, ItemDocument[]>();
  for (const item of items) byTitle.set(item.titleId, [...(byTitle.get(item.titleId) ?? []), item]);
  return (titleId) => byTitle.get(titleId) ?? [];
};
