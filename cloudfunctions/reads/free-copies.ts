import { lendsBy } from '../circulation/call-facts';
import { isFor, isWaiting, takes } from '../circulation/hold-queue';
import { isOnShelf } from '../circulation/on-shelf';
import type { ItemDocument, QueuedHold } from '../documents';
import type { Context } from '../kernel/context';
import { isIn } from '../kernel/database';

type Lending = Pick<Context, 'db' | 'library'>;
type Queue = readonly QueuedHold[];

/**
 * Copies that stand free on a shelf for those who wait besides a reader, by title: only what could come to
 * one of them. Titles that nobody else waits for are not looked at.
 */
export const freeCopies = async (
  { db, library }: Lending,
  titles: readonly { titleId: string; queue: Queue }[],
  readerId: string,
): Promise<(titleId: string) => number> => {
  const others = new Map(
    titles.map(({ titleId, queue }) => [
      titleId,
      queue.filter((hold) => isWaiting(hold) && !isFor(hold, readerId)),
    ]),
  );
  const waited = [...others].filter(([, holds]) => holds.length > 0).map(([titleId]) => titleId);
  if (waited.length === 0) return () => 0;
  const items = await db.find('items', {
    where: { titleId: isIn(waited), status: 'available' },
    limit: 1000,
    fields: ['titleId', 'status', 'use', 'itemType', 'branchId'],
  });
  const lends = lendsBy(library);
  const serves = (item: ItemDocument, holds: Queue) =>
    isOnShelf(item) && holds.some((hold) => takes(hold, item._id) && lends(hold, item));
  return (titleId) =>
    items.filter((item) => item.titleId === titleId && serves(item, others.get(titleId) ?? [])).length;
};

/**
 * The same for one title. A query, so it stands outside a transaction even when asked within one.
 */
export const freeCopiesForOthers = async (
  context: Lending,
  titleId: string,
  queue: Queue,
  readerId: string,
): Promise<number> => (await freeCopies(context, [{ titleId, queue }], readerId))(titleId);
