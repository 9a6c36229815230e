import type { LocalDate } from '../../typings/contract/answer';
import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument, PolicyDocument, ReaderDocument } from '../documents';
import { waitingOthers, type Queue } from './hold-queue';
import { blocksOf, overdueBlock } from './reader-blocks';

export interface CheckOutFacts {
  reader: ReaderDocument;
  item: ItemDocument;
  policy: PolicyDocument;
  queue: Queue;
  /** Copies of the title that stand on a shelf for lending, this one included. */
  onShelf: number;
  /** Open loans of the reader that are overdue today. */
  overdue: number;
  /** Due date of the item's open loan, when it is on loan. */
  itemDueOn?: LocalDate;
  /** Name of the branch the item travels to, when in transit. */
  toBranchName?: string;
  today: LocalDate;
}

/** Every reason why this reader may not take this item now; none: the item goes out. */
export const refusalsToCheckOut = (facts: CheckOutFacts): Refusal[] => [
  ...blocksOf(facts.reader, facts.today),
  ...overdueBlock(facts.overdue, facts.policy),
  ...loanLimit(facts),
  ...itemRefusals(facts),
];

const loanLimit = ({ reader, policy }: CheckOutFacts): Refusal[] =>
  reader.openLoans.length >= policy.loanLimit
    ? [{ code: 'loan_limit_reached', current: reader.openLoans.length, limit: policy.loanLimit }]
    : [];

const itemRefusals = (facts: CheckOutFacts): Refusal[] => {
  const { item, reader } = facts;
  switch (item.status) {
    case 'lost':
    case 'in_repair':
    case 'withdrawn':
      return [{ code: 'item_not_for_loan', status: item.status }];
    case 'on_loan':
      return [
        {
          code: 'item_on_loan',
          dueOn: facts.itemDueOn ?? facts.today,
          bySameReader: item.loan?.readerId === reader._id,
        },
      ];
    case 'in_transit':
      return item.hold?.readerId === reader._id
        ? []
        : [{ code: 'item_in_transit', toBranchName: facts.toBranchName ?? '' }];
    case 'on_hold_shelf':
      if (item.hold && item.hold.readerId !== reader._id) {
        return [{ code: 'item_held_for_another', pickUpBy: item.hold.pickUpBy ?? facts.today }];
      }
      return item.hold ? [] : neededForHolds(facts);
    case 'available':
      return item.referenceOnly
        ? [{ code: 'item_not_for_loan', status: 'reference' }]
        : neededForHolds(facts);
  }
};

/** A copy on the shelf goes to those who wait first, unless enough copies stand there for all of them. A reader who waits may take it. */
const neededForHolds = ({ queue, reader, onShelf }: CheckOutFacts): Refusal[] => {
  const ahead = aheadOf(queue, reader._id);
  return ahead > 0 && ahead >= onShelf ? [{ code: 'item_needed_for_holds', waiting: ahead, onShelf }] : [];
};

/** Waiting readers who come before this one; all of them for a reader who has no hold. */
const aheadOf = (queue: Queue, readerId: string): number => {
  const own = queue.findIndex((hold) => hold.readerId === readerId);
  return waitingOthers(own < 0 ? queue : queue.slice(0, own), readerId);
};
