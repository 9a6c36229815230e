import type { TitleFacts } from '../../typings/contract/title-record';
import type { QueuedHold, ReaderDocument } from '../documents';
import { isFor } from '../circulation/hold-queue';
import type { Context } from '../kernel/context';
import { isIn } from '../kernel/database';
import { sharedToday } from '../membership/family';
import { factsById } from './titles';

/** An open hold in its queue, with its title. */
export interface HoldInQueue {
  hold: QueuedHold;
  queue: readonly QueuedHold[];
  title: TitleFacts;
}

/**
 * A reader's open holds and those that are shared with them by their family of today; `nameOf` knows
 * everybody who may collect them.
 */
export const holdsOf = async (
  { db, today, library }: Pick<Context, 'db' | 'today' | 'library'>,
  reader: ReaderDocument,
): Promise<{ holds: HoldInQueue[]; nameOf: (readerId: string) => string }> => {
  const shared = await db.find('holds', {
    where: { sharedWith: reader._id, status: isIn(['waiting', 'ready']) },
    limit: 100,
    fields: ['titleId'],
  });
  const titleIds = [...reader.openHolds, ...shared].map((hold) => hold.titleId);
  const [title, queues] = await Promise.all([factsById(db, titleIds), db.getMany('holdQueues', titleIds)]);
  const all = queues.flatMap(({ _id, holds: queue }) =>
    queue.filter((hold) => isFor(hold, reader._id)).map((hold) => ({ hold, queue, title: title(_id) })),
  );
  const ids = all.flatMap(({ hold }) => [hold.readerId, ...hold.sharedWith]);
  const others = await db.getMany(
    'readers',
    ids.filter((id) => id !== reader._id),
  );
  const known = [...others, reader];
  const holds = all
    .map((each) => ({ ...each, hold: sharedToday(each.hold, known, { today, library }) }))
    .filter(({ hold }) => isFor(hold, reader._id));
  return { holds, nameOf: (id) => known.find(({ _id }) => _id === id)?.name ?? '' };
};
