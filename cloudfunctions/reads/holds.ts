import type { TitleFacts } from '../../typings/contract/title-record';
import type { QueuedHold, ReaderDocument } from '../documents';
import { isIn, type Database } from '../kernel/database';
import { namesOf } from './readers';
import { factsById } from './titles';

/** An open hold in its queue, with its title. */
export interface HoldInQueue {
  hold: QueuedHold;
  queue: readonly QueuedHold[];
  title: TitleFacts;
}

/**
 * A reader's open holds and those that are shared with them; `nameOf` knows everybody who may collect them.
 */
export const holdsOf = async (
  db: Database,
  reader: ReaderDocument,
): Promise<{ holds: HoldInQueue[]; nameOf: (readerId: string) => string }> => {
  const shared = await db.find('holds', {
    where: { sharedWith: reader._id, status: isIn(['waiting', 'ready']) },
    limit: 100,
    fields: ['titleId'],
  });
  const titleIds = [...reader.openHolds, ...shared].map((hold) => hold.titleId);
  const [title, queues] = await Promise.all([factsById(db, titleIds), db.getMany('holdQueues', titleIds)]);
  const holds = queues.flatMap(({ _id, holds: queue }) =>
    queue
      .filter((hold) => hold.readerId === reader._id || hold.sharedWith.includes(reader._id))
      .map((hold) => ({ hold, queue, title: title(_id) })),
  );
  const nameOf = await namesOf(
    db,
    holds.flatMap(({ hold }) => [hold.readerId, ...hold.sharedWith]).filter((id) => id !== reader._id),
    reader,
  );
  return { holds, nameOf };
};
