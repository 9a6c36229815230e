import type { Hold, HoldSummary } from '../../typings/contract/holds';
import type { LocalDate } from '../../typings/contract/shapes';
import { branchName } from '../circulation/branches';
import { positionOf } from '../circulation/hold-queue';
import type { Library, QueuedHold } from '../documents';
import type { HoldInQueue } from '../reads/holds';

export const holdSummary = (
  library: Library,
  queue: readonly QueuedHold[],
  hold: QueuedHold,
  today: LocalDate,
): HoldSummary => ({
  holdId: hold.holdId,
  status: hold.status,
  pickUpBranchId: hold.pickUpBranchId,
  pickUpBranchName: branchName(library, hold.pickUpBranchId),
  position: positionOf(queue, hold.holdId, today),
  onItsWay: hold.status === 'waiting' && hold.barcode !== null,
  ...(hold.pickUpBy && { pickUpBy: hold.pickUpBy }),
  ...hopelessMark(hold),
});

/** Since when no copy could come to a hold that waits. */
export const hopelessMark = ({ hopelessSince, barcode }: QueuedHold): { hopelessSince?: LocalDate } =>
  hopelessSince && barcode === null ? { hopelessSince } : {};

/** Who looks at a hold, and how the readers of their family are called. */
interface Seer {
  today: LocalDate;
  readerId: string;
  nameOf: (readerId: string) => string;
}

/** A hold as one of those sees it who may collect it. */
export const holdView = (
  library: Library,
  { hold, queue, title }: HoldInQueue,
  { readerId, nameOf, today }: Seer,
): Hold => ({
  ...holdSummary(library, queue, hold, today),
  title,
  placedAt: hold.placedAt,
  ...(hold.readerId !== readerId && { sharedBy: nameOf(hold.readerId) }),
  sharedWith: hold.sharedWith.map(nameOf),
  ...(hold.startsOn && { startsOn: hold.startsOn }),
  ...(hold.neededUntil && { neededUntil: hold.neededUntil }),
  ...(hold.wants && { wants: hold.wants }),
});

/** Ready ones first, then in the order they were placed. */
export const holdsView = (library: Library, holds: readonly HoldInQueue[], seer: Seer): Hold[] =>
  holds
    .map((each) => holdView(library, each, seer))
    .sort(
      (a, b) =>
        Number(b.status === 'ready') - Number(a.status === 'ready') || a.placedAt.localeCompare(b.placedAt),
    );
