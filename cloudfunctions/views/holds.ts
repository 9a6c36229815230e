import type { Hold, HoldSummary } from '../../typings/contract/holds';
import type { TitleFacts } from '../../typings/contract/catalogue';
import { positionOf } from '../circulation/hold-queue';
import type { QueuedHold, ReaderDocument } from '../documents';
import type { Context, Library } from '../kernel/context';
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

export const holdView = (
  library: Library,
  queue: readonly QueuedHold[],
  hold: QueuedHold,
  title: TitleFacts,
): Hold => ({
  ...holdSummary(library, queue, hold),
  title,
  placedAt: hold.placedAt,
});

/** A reader's open holds: ready ones first, then in the order they were placed. Two round trips. */
export const holdsOf = async (
  { db, library }: Pick<Context, 'db' | 'library'>,
  reader: ReaderDocument,
): Promise<Hold[]> => {
  const titleIds = reader.openHolds.map((hold) => hold.titleId);
  const [title, queues] = await Promise.all([factsById(db, titleIds), db.getMany('holdQueues', titleIds)]);
  return queues
    .flatMap(({ _id, holds }) =>
      holds
        .filter((hold) => hold.readerId === reader._id)
        .map((hold) => holdView(library, holds, hold, title(_id))),
    )
    .sort(
      (a, b) =>
        Number(b.status === 'ready') - Number(a.status === 'ready') || a.placedAt.localeCompare(b.placedAt),
    );
};
