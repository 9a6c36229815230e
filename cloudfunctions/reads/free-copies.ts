import { isFor, isWaiting } from '../circulation/hold-queue';
import { isOnShelf } from '../circulation/on-shelf';
import type { ItemDocument, QueuedHold } from '../documents';
import type { Context } from '../kernel/context';
import { isIn } from '../kernel/database';
import { FETCHING_FIELDS } from './fetching';

type Queue = readonly QueuedHold[];

/**
 * Copies that stand free on a shelf, by title. Titles that nobody waits for besides a reader are not looked
 * at.
 */
export const freeCopies = async (
  { db }: Pick<Context, 'db'>,
  titles: readonly { titleId: string; queue: Queue }[],
  readerId: string,
): Promise<(titleId: string) => ItemDocument[]> => {
  const waited = titles
    .filter(({ queue }) => queue.some((hold) => isWaiting(hold) && !isFor(hold, readerId)))
    .map(({ titleId }) => titleId);
  if (waited.length === 0) return () => [];
  const items = await db.find('items', {
    where: { titleId: isIn(waited), status: 'available' },
    limit: 1000,
    fields: FETCHING_FIELDS,
  });
  return (titleId) => items.filter((item) => item.titleId === titleId && isOnShelf(item));
};

/**
 * The same for one title. A query, so it stands outside a transaction even when asked within one.
 */
export const freeCopiesForOthers = async (
  context: Pick<Context, 'db'>,
  titleId: string,
  queue: Queue,
  readerId: string,
): Promise<ItemDocument[]> => (await freeCopies(context, [{ titleId, queue }], readerId))(titleId);
