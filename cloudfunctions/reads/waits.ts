import { callFactsAt } from '../circulation/call-facts';
import { placeInLine } from '../circulation/fetching';
import { waitingTimeFrom } from '../circulation/waiting-time';
import type { QueuedHold, WaitDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Database } from '../kernel/database';
import { FETCHING_FIELDS } from './fetching';
import { itemsOfTitles } from './items';

/** Waits that the waiting time is computed from: enough for a range, few enough for one answer. */
const MOST_WAITS = 200;

/** How long holds of this library waited of late. One round trip. */
export const lateWaits = (db: Database): Promise<WaitDocument[]> =>
  db.find('waits', { where: {}, orderBy: [['at', 'desc']], limit: MOST_WAITS });

/** How long holds would wait still; null for one whose copy only has to be fetched. Two round trips. */
export const waitingTimes = async (
  context: Pick<Context, 'db' | 'library' | 'today'>,
  titleIds: readonly string[],
): Promise<
  (titleId: string, queue: readonly QueuedHold[], hold: QueuedHold) => ReturnType<typeof waitingTimeFrom>
> => {
  if (titleIds.length === 0) return () => null;
  const [waits, items] = await Promise.all([
    lateWaits(context.db),
    itemsOfTitles(context.db, titleIds, FETCHING_FIELDS),
  ]);
  return (titleId, queue, hold) => {
    const copies = items.filter((item) => item.titleId === titleId);
    const place = placeInLine(queue, hold, copies, (item) => callFactsAt(context, item));
    return place.isToFetch ? null : waitingTimeFrom(waits, place);
  };
};
