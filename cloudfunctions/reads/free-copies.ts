import { waitingOthers } from '../circulation/hold-queue';
import { isOnShelf } from '../circulation/on-shelf';
import type { QueuedHold } from '../documents';
import type { Context } from '../kernel/context';
import { isIn, type Database } from '../kernel/database';

/** Copies that stand free on a shelf, by title. */
export const freeCopiesById = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string) => number> => {
  if (titleIds.length === 0) return () => 0;
  const items = await db.find('items', {
    where: { titleId: isIn(titleIds), status: 'available' },
    limit: 1000,
    fields: ['titleId', 'status', 'use'],
  });
  return (titleId) => items.filter((item) => item.titleId === titleId && isOnShelf(item)).length;
};

/**
 * Copies that stand free for those who wait besides a reader. Nobody waits: none are needed and none are
 * counted. A query, so it stands outside a transaction even when asked within one.
 */
export const freeCopiesForOthers = async (
  { db, today }: Pick<Context, 'db' | 'today'>,
  titleId: string,
  queue: readonly QueuedHold[],
  readerId: string,
): Promise<number> =>
  waitingOthers(queue, readerId, { today, lookAheadDays: FAR_AHEAD_DAYS }) === 0
    ? 0
    : (await freeCopiesById(db, [titleId]))(titleId);

/** Every hold counts that any policy could look ahead to. */
const FAR_AHEAD_DAYS = 3650;
