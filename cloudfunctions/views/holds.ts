import type { TitleFacts } from '../../typings/contract/catalogue';
import type { Hold, HoldSummary } from '../../typings/contract/holds';
import { positionOf } from '../circulation/hold-queue';
import type { QueuedHold, ReaderDocument } from '../documents';
import type { Context, Library } from '../kernel/context';
import { isIn } from '../kernel/database';
import { branchName } from './branches';
import { factsById } from './titles';

export const holdSummary = (
  library: Library,
  queue: readonly QueuedHold[],
  hold: QueuedHold,
): HoldSummary => ({
  holdId: hold.holdId,
  status: hold.status,
  pickUpBranchId: hold.pickUpBranchId,
  pickUpBranchName: branchName(library, hold.pickUpBranchId),
  position: positionOf(queue, hold.holdId),
  onItsWay: hold.status === 'waiting' && hold.barcode !== null,
  ...(hold.pickUpBy && { pickUpBy: hold.pickUpBy }),
});

/** A hold as one of those sees it who may collect it. `nameOf` knows the readers of the family. */
export const holdView = (
  library: Library,
  queue: readonly QueuedHold[],
  hold: QueuedHold,
  title: TitleFacts,
  seenBy: string,
  nameOf: (readerId: string) => string,
): Hold => ({
  ...holdSummary(library, queue, hold),
  title,
  placedAt: hold.placedAt,
  ...(hold.readerId !== seenBy && { sharedBy: nameOf(hold.readerId) }),
  sharedWith: hold.sharedWith.map(nameOf),
  ...(hold.startsOn && { startsOn: hold.startsOn }),
  ...(hold.neededUntil && { neededUntil: hold.neededUntil }),
  ...(hold.wants && { wants: hold.wants }),
});

/** A reader's open holds and those that are shared with them: ready ones first, then in the order they were placed. */
export const holdsOf = async (
  { db, library }: Pick<Context, 'db' | 'library'>,
  reader: ReaderDocument,
): Promise<Hold[]> => {
  const shared = await db.find('holds', {
    where: { sharedWith: reader._id, status: isIn(['waiting', 'ready']) },
    limit: 100,
    fields: ['titleId'],
  });
  const titleIds = [...reader.openHolds, ...shared].map((hold) => hold.titleId);
  const [title, queues] = await Promise.all([factsById(db, titleIds), db.getMany('holdQueues', titleIds)]);
  const mine = queues.flatMap(({ _id, holds }) =>
    holds
      .filter((hold) => hold.readerId === reader._id || hold.sharedWith.includes(reader._id))
      .map((hold) => ({ titleId: _id, hold, queue: holds })),
  );
  const nameOf = await namesOf(
    db,
    mine.flatMap(({ hold }) => [hold.readerId, ...hold.sharedWith]).filter((id) => id !== reader._id),
    reader,
  );
  return mine
    .map(({ titleId, hold, queue }) => holdView(library, queue, hold, title(titleId), reader._id, nameOf))
    .sort(
      (a, b) =>
        Number(b.status === 'ready') - Number(a.status === 'ready') || a.placedAt.localeCompare(b.placedAt),
    );
};

/** Names of readers by id; nobody else to name: no round trip. */
export const namesOf = async (
  db: Context['db'],
  readerIds: readonly string[],
  known?: ReaderDocument,
): Promise<(readerId: string) => string> => {
  const readers = await db.getMany('readers', readerIds);
  const names = new Map([...readers, ...(known ? [known] : [])].map(({ _id, name }) => [_id, name]));
  return (readerId) => names.get(readerId) ?? '';
};
