import type { EventDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between, isIn } from '../../kernel/database';

const MOST_SHOWN = 30;

/** The other dates of a series that are still to come, soonest first; one that stands alone asks nothing. */
export const seriesOf = async (
  { db, now }: Pick<Context, 'db' | 'now'>,
  { _id, seriesId }: EventDocument,
): Promise<EventDocument[]> => {
  if (seriesId === null) return [];
  const all = await db.find('events', {
    where: { seriesId, startsAt: between({ from: now }), state: isIn(['published', 'closed']) },
    orderBy: [['startsAt', 'asc']],
    limit: MOST_SHOWN,
    fields: ['startsAt', 'endsAt', 'cancelled'],
  });
  return all.filter((other) => other._id !== _id);
};
