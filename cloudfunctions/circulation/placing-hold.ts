import type { LocalDate } from '../../typings/contract/answer';
import type { Refusal } from '../../typings/contract/refusals';
import type { BranchDocument, ItemDocument, PolicyDocument, ReaderDocument } from '../documents';
import { canServe, holdOf, type Queue } from './hold-queue';
import { blocksOf } from './reader-blocks';

export interface PlacingHoldFacts {
  reader: ReaderDocument;
  titleId: string;
  queue: Queue;
  /** All copies of the title. */
  items: Pick<ItemDocument, 'referenceOnly' | 'status'>[];
  pickUpBranch: BranchDocument | undefined;
  policy: PolicyDocument;
  /** Due date of this reader's own open loan of the title. */
  ownDueOn?: LocalDate;
  today: LocalDate;
}

/** Every reason why this reader may not hold this title; none: the hold joins the queue. */
export const refusalsToHold = (facts: PlacingHoldFacts): Refusal[] => {
  const { reader, queue, policy, items, ownDueOn } = facts;
  const refusals: Refusal[] = blocksOf(reader, facts.today);
  if (!facts.pickUpBranch?.pickUp) refusals.push({ code: 'branch_not_found' });
  if (holdOf(queue, reader._id)) refusals.push({ code: 'already_held' });
  if (ownDueOn !== undefined) refusals.push({ code: 'already_borrowed', dueOn: ownDueOn });
  if (reader.openHolds.length >= policy.holdLimit) {
    refusals.push({ code: 'hold_limit_reached', current: reader.openHolds.length, limit: policy.holdLimit });
  }
  const serving = items.filter(canServe);
  const onShelf = serving.filter((item) => item.status === 'available').length;
  if (serving.length === 0) refusals.push({ code: 'no_item_can_fill' });
  if (onShelf > 0 && !policy.holdsOnShelf) refusals.push({ code: 'title_on_shelf', onShelf });
  return refusals;
};
