import type { Documents } from '../documents';
import type { Database } from '../kernel/database';

/** Services in which a reader has so many requests under way at a time, and when each was made. */
const MADE_AT = { deliveries: 'askedAt', donations: 'offeredAt' } as const;

/** How many of a reader's latest requests go on: `isOver` says of a state whether they have ended. */
export const openOnes = async <C extends keyof typeof MADE_AT>(
  { db }: { db: Pick<Database, 'find'> },
  collection: C,
  readerId: string,
  isOver: (state: Documents[C]['state']) => boolean,
): Promise<number> => {
  const rows = await db.find(collection, {
    where: { readerId },
    orderBy: [[MADE_AT[collection], 'desc']],
    limit: 100,
    fields: ['state'],
  });
  return rows.filter(({ state }) => !isOver(state)).length;
};
