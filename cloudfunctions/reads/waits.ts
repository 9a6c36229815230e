import { canServe } from '../circulation/hold-queue';
import { isOnShelf } from '../circulation/on-shelf';
import { waitingTimeFrom } from '../circulation/waiting-time';
import type { WaitDocument } from '../documents';
import type { Database } from '../kernel/database';
import { itemsOfTitles } from './items';

/** Waits that the waiting time is computed from: enough for a range, few enough for one answer. */
const MOST_WAITS = 200;

/** How long holds of this library waited of late. One round trip. */
export const lateWaits = (db: Database): Promise<WaitDocument[]> =>
  db.find('waits', { where: {}, orderBy: [['at', 'desc']], limit: MOST_WAITS });

/**
 * How long holds would wait still, by title and place in the queue, from the copies that can serve. Two round
 * trips.
 */
export const waitingTimes = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string, position: number) => ReturnType<typeof waitingTimeFrom>> => {
  if (titleIds.length === 0) return () => null;
  const [waits, items] = await Promise.all([
    lateWaits(db),
    itemsOfTitles(db, titleIds, ['titleId', 'use', 'status']),
  ]);
  return (titleId, position) => {
    const serving = items.filter((item) => item.titleId === titleId && canServe(item));
    // A copy stands on the shelf for this place: it has to be fetched, not waited for.
    if (serving.filter(isOnShelf).length >= position) return null;
    return waitingTimeFrom(waits, { position, copies: serving.length });
  };
};
