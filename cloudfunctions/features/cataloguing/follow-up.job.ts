import type { Instant } from '../../../typings/contract/shapes';
import { between } from '../../kernel/database';
import type { JobContext } from '../../kernel/context';
import { everyTick } from '../../kernel/job';
import { refreshCopiesOf } from '../../steps/refreshing-copies';

const BATCH = 50;
/**
 * A transaction lives at most 30 s on the platform. What is older than this is seen by every query, and no
 * copy can still be on its way in with what its title was called before.
 */
const SETTLED_MS = 120_000;

/** Brings copies after their changed titles, and takes away claims that have done their service. */
export const followUpCataloguing = everyTick(
  'follow_up_cataloguing',
  ({ now }) => [
    { collection: 'titleRefreshes', where: dueBy(now) },
    { collection: 'titleClaims', where: settledBy(now) },
  ],
  async (context) => {
    const refreshed = await refreshDue(context);
    const claims = await dropClaims(context);
    return { done: refreshed, after: refreshed === BATCH || claims === BATCH ? 'more' : null };
  },
);

const dueBy = (now: Instant) => ({ at: between({ upTo: now }) });
const settledBy = (now: Instant) => ({ at: between({ below: settledBefore(now) }) });

const settledBefore = (now: string): string => new Date(Date.parse(now) - SETTLED_MS).toISOString();

/** Due ones are done at every tick, and dropped once they are settled. */
const refreshDue = async ({ db, now }: JobContext): Promise<number> => {
  const due = await db.find('titleRefreshes', {
    where: dueBy(now),
    orderBy: [['at', 'asc']],
    limit: BATCH,
  });
  let dropped = 0;
  for (const { _id, at, mark } of due) {
    await refreshCopiesOf(db, _id);
    if (at >= settledBefore(now)) continue;
    dropped += await db.transact(async (transaction) => {
      // Changed again meanwhile: the next tick comes back to it.
      if ((await transaction.get('titleRefreshes', _id))?.mark !== mark) return 0;
      await transaction.remove('titleRefreshes', _id);
      return 1;
    });
  }
  return dropped;
};

const dropClaims = async ({ db, now }: JobContext): Promise<number> => {
  const old = await db.find('titleClaims', {
    where: settledBy(now),
    limit: BATCH,
  });
  if (old.length === 0) return 0;
  await db.transact(async (transaction) => {
    for (const { _id } of old) await transaction.remove('titleClaims', _id);
  });
  return old.length;
};
