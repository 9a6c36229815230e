import type { QueueRow } from '../../../../typings/contract/desk-rows';
import { branchName } from '../../../circulation/branches';
import { inOrderOfService, positionOf } from '../../../circulation/hold-queue';
import type { QueuedHold } from '../../../documents';
import type { Context } from '../../../kernel/context';
import { hopelessMark } from '../../../views/holds';
import { sharedToday } from '../../../membership/family';
import { cardTail } from '../desk-loan';

/** A title's queue as it is served today, with the names of those who wait. One round trip. */
export const queueRows = async (
  { db, library, today }: Pick<Context, 'db' | 'library' | 'today'>,
  queue: readonly QueuedHold[],
): Promise<QueueRow[]> => {
  const readers = await db.getMany(
    'readers',
    queue.flatMap((hold) => [hold.readerId, ...hold.sharedWith]),
  );
  const readerOf = (readerId: string) => readers.find(({ _id }) => _id === readerId);
  return inOrderOfService(queue, today).map((hold) => ({
    holdId: hold.holdId,
    readerId: hold.readerId,
    readerName: readerOf(hold.readerId)?.name ?? '',
    cardTail: cardTail(readerOf(hold.readerId)?.cardNumber ?? ''),
    position: positionOf(queue, hold.holdId, today),
    status: hold.status,
    pickUpBranchName: branchName(library, hold.pickUpBranchId),
    placedAt: hold.placedAt,
    ...(hold.startsOn && { startsOn: hold.startsOn }),
    ...hopelessMark(hold),
    ...(hold.barcode && { barcode: hold.barcode }),
    ...(hold.pickUpBy && { pickUpBy: hold.pickUpBy }),
    sharedWith: sharedToday(hold, readers, { today, library }).sharedWith.map(
      (readerId) => readerOf(readerId)?.name ?? '',
    ),
  }));
};
