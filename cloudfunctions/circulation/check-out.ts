import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument, Period, ReaderDocument, Rules } from '../documents';
import { ageOn } from '../kernel/local-date';
import { backBefore, bookedFrom, endsBy, pastBooking } from './booked-ahead';
import { latestLoanDay, loanEnd, type BranchCalendar, type LoanEnd } from './due-date';
import { neededBy, type CallsBy, type OnShelves } from './fetching';
import { isAboveAge } from './for-age';
import { holdFor, holdServedBy, inOrderOfService, isFor, takes, type Queue } from './hold-queue';
import { isOnShelf } from './on-shelf';
import { passedLimits, passedTogether } from './limits';
import {
  blocksOf,
  childrenDebtBlock,
  debtBlock,
  depositBlock,
  overdueBlock,
  type Blockable,
} from './reader-blocks';

export interface CheckOutFacts {
  reader: ReaderDocument;
  item: ItemDocument;
  rules: Rules;
  queue: Queue;
  /** How copies call who waits, by the rules of those who wait. */
  callsBy: CallsBy;
  /** Where it is lent. */
  branchId: string;
  /** Of the branch where it is lent; absent: nobody asks when the loan would end. */
  calendar?: BranchCalendar;
  /** For the reading room. */
  onSite: boolean;
  /** Copies of the title that stand free on a shelf, this one or not. */
  shelf: readonly OnShelves[];
  /** Open loans of the reader that are overdue now. */
  overdue: number;
  /** What the reader's children owe together, fen. */
  childrenOwe: number;
  /** Who comes for the reader, when somebody else does. */
  collector?: Blockable & Pick<ReaderDocument, '_id' | 'name'>;
  /** Name of the branch the item travels to, when in transit. */
  toBranchName?: string;
  today: LocalDate;
  now: Instant;
}

/** Every reason why this reader may not take this item now; none: the item goes out. */
export const refusalsToCheckOut = (facts: CheckOutFacts): Refusal[] => [
  ...readerRefusals(facts),
  ...collectorRefusals(facts),
  ...limitRefusals(facts),
  ...kindRefusals(facts),
  ...itemRefusals(facts),
  ...(facts.calendar ? bookingRefusals(facts, facts.calendar) : []),
];

/** How long the loan is: past the limits, where a library lends on for a short time, that short time. */
export const loanPeriodFor = (facts: CheckOutFacts): Period =>
  facts.rules.overflowPeriod !== null && passedLimits(facts).length > 0
    ? facts.rules.overflowPeriod
    : facts.rules.loanPeriod;

/** When the loan ends that is made now: by its period, and so that the copy is back for who asked for it. */
export const checkOutEnd = (facts: CheckOutFacts, calendar: BranchCalendar): LoanEnd =>
  endsBy(endByPeriod(facts, calendar), backBefore(bookedFromOf(facts), facts.rules, calendar));

const endByPeriod = (facts: CheckOutFacts, calendar: BranchCalendar): LoanEnd => {
  const { today: on, now: at, rules, reader } = facts;
  const end = loanEnd({ on, at }, loanPeriodFor(facts), {
    ...calendar,
    rules,
    cardExpiresOn: reader.expiresOn,
  });
  return endsBy(end, latestLoanDay(on, rules, calendar));
};

/** From when on the copy has to be there for another reader. */
export const bookedFromOf = ({ reader, ...facts }: CheckOutFacts) =>
  bookedFrom({ ...facts, readerId: reader._id });

/** A loan that would go past the day, where the rules cut none; or that nothing would be left of. */
const bookingRefusals = (facts: CheckOutFacts, calendar: BranchCalendar): Refusal[] => {
  if (facts.onSite) return [];
  const { dueOn } = endByPeriod(facts, calendar);
  const leavesSome = facts.rules.bookedAhead === 'cut' && checkOutEnd(facts, calendar).dueOn > facts.today;
  return leavesSome ? [] : pastBooking(dueOn, bookedFromOf(facts), facts.rules);
};

const readerRefusals = ({ reader, rules, overdue, childrenOwe, today }: CheckOutFacts): Refusal[] => [
  ...blocksOf(reader, today, 'borrowing'),
  ...overdueBlock(overdue, rules),
  ...debtBlock(reader, rules),
  ...childrenDebtBlock(childrenOwe, rules),
  ...depositBlock(reader, rules),
];

/** Whoever comes for a reader must be of the family, not the reader themselves, and in good standing. */
const collectorRefusals = ({ reader, collector, today }: CheckOutFacts): Refusal[] => {
  if (!collector) return [];
  const family = [...reader.childReaderIds, ...(reader.guardianReaderId ? [reader.guardianReaderId] : [])];
  return [
    ...(family.includes(collector._id) && collector._id !== reader._id
      ? []
      : [{ code: 'not_family' as const, name: collector.name }]),
    ...blocksOf(collector, today, 'borrowing'),
  ];
};

const limitRefusals = (facts: CheckOutFacts): Refusal[] => {
  const { reader, rules, queue, item } = facts;
  const own = holdFor(queue, reader._id, item._id)?.readerId === reader._id;
  return [
    ...(rules.overflowPeriod === null ? passedLimits(facts) : []),
    ...(facts.onSite ? [] : passedTogether(reader, rules, own ? 1 : 0)),
  ];
};

/** Whether such a reader may have such a copy at all. */
const kindRefusals = ({ reader, item, rules, today }: CheckOutFacts): Refusal[] => {
  const refusals: Refusal[] = [];
  if (!rules.lendable) {
    refusals.push({ code: 'item_not_for_category', category: reader.category, itemType: item.itemType });
  }
  const age = ageOn(reader.birthDate, today);
  if (rules.checksAge && isAboveAge(item, age)) {
    refusals.push({ code: 'too_young', age, minAge: item.minAge });
  }
  return refusals;
};

/** Where the copy is now, and whether copies of its kind leave their place. */
const itemRefusals = (facts: CheckOutFacts): Refusal[] => {
  const { item, onSite } = facts;
  if (item.status === 'lost' || item.status === 'in_repair' || item.status === 'withdrawn') {
    return [{ code: 'item_not_for_loan', status: item.status }];
  }
  const stays = item.use === 'reference' || (item.use === 'on_site' && !onSite);
  return [
    ...(stays && item.use !== 'loan' ? [{ code: 'item_not_for_loan' as const, status: item.use }] : []),
    ...placeRefusals(facts),
  ];
};

const placeRefusals = (facts: CheckOutFacts): Refusal[] => {
  const { item, reader, queue } = facts;
  const forReader = item.hold !== null && isHeldFor(queue, item, reader._id);
  switch (item.status) {
    case 'on_loan':
      return item.loan
        ? [
            {
              code: 'item_on_loan',
              dueOn: item.loan.dueOn,
              bySameReader: item.loan.readerId === reader._id,
            },
          ]
        : [];
    case 'in_transit':
      return forReader ? [] : [{ code: 'item_in_transit', toBranchName: facts.toBranchName ?? '' }];
    case 'on_hold_shelf':
      if (item.hold === null) return neededForHolds(facts);
      return forReader
        ? []
        : [{ code: 'item_held_for_another', pickUpBy: item.hold.pickUpBy ?? facts.today }];
    default:
      return neededForHolds(facts);
  }
};

/** Whether the hold that a copy serves is this reader's, or one they may collect. */
const isHeldFor = (queue: Queue, item: ItemDocument, readerId: string): boolean => {
  const hold = holdServedBy(queue, item._id);
  return item.hold?.readerId === readerId || (hold !== undefined && isFor(hold, readerId));
};

/**
 * A copy on the shelf goes to those who wait first, unless the others there serve all of them. A reader who
 * waits may take it when nobody before them needs it.
 */
const neededForHolds = ({ reader, item, shelf, callsBy, ...facts }: CheckOutFacts): Refusal[] => {
  const inOrder = inOrderOfService(facts.queue, facts.today);
  const own = inOrder.findIndex((hold) => isFor(hold, reader._id) && takes(hold, item._id));
  const queue = own < 0 ? inOrder : inOrder.slice(0, own);
  const needed = neededBy(item, { queue, shelf, callsBy });
  if (!needed) return [];
  const { waiting, free } = needed;
  return [{ code: 'item_needed_for_holds', waiting, onShelf: free + (isOnShelf(item) ? 1 : 0) }];
};
