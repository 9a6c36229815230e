import type { WaitDocument } from '../documents';
import type { Database } from '../kernel/database';

/** Waits that the waiting time is computed from: enough for a range, few enough for one answer. */
const MOST_WAITS = 200;

/** How long holds of this library waited of late. One round trip. */
export const lateWaits = (db: Database): Promise<WaitDocument[]> =>
  db.find('waits', { where: {}, orderBy: [['at', 'desc']], limit: MOST_WAITS });
