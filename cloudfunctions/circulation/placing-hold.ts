import type { LocalDate } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { BranchDocument, ItemDocument, PolicyDocument, ReaderDocument, Rules } from '../documents';
import { ageOn } from '../kernel/local-date';
import { isAboveAge } from './for-age';
import { canBeFilled, canServe, type Queue } from './hold-queue';
import { isSent, rulesToHoldBy } from './hold-rules';
import { passedTogether } from './limits';
import { blocksOf, debtBlock, isBlock, stoppedByOverdue } from './reader-blocks';
import { lastDayOfWait, refusalsToWait } from './waiting-days';

export interface PlacingHoldFacts {
  reader: ReaderDocument;
  titleId: string;
  queue: Queue;
  /** All copies of the title. */
  items: Pick<ItemDocument, '_id' | 'use' | 'status' | 'itemType' | 'minAge' | 'branchId'>[];
  pickUpBranch: BranchDocument | undefined;
  rules: Rules;
  /** Those of copies of this type; absent: all are of one. */
  itemType?: string;
  /** Only this copy will do; null: any. */
  wants: string | null;
  startsOn: LocalDate | null;
  /** Last day on which it is wanted; null: as long as the rules give. */
  neededUntil: LocalDate | null;
  /** Asks in so many words for a hold without end. */
  withoutEnd?: boolean;
  /** Due date of this reader's own open loan of the title. */
  ownDueOn?: LocalDate;
  /** Loans of this reader from the pick-up branch that are overdue now. */
  overdueAtBranch: number;
  today: LocalDate;
}

/** Every reason why this reader may not hold this title; none: the hold joins the queue. */
export const refusalsToHold = (facts: PlacingHoldFacts): Refusal[] => [
  ...blocks(facts),
  ...refusalsToCollect(facts),
  ...sameTitle(facts),
  ...placedToday(facts),
  ...shelf(facts),
  ...ends(facts),
];

/**
 * Why a hold may not be collected at its branch, whether it is placed there or moves there; the reader and
 * the queue are without it.
 */
export const refusalsToCollect = (facts: PlacingHoldFacts): Refusal[] => [
  ...stoppedByOverdue(facts.overdueAtBranch, facts.rules.holdOverdueLimit),
  ...(facts.pickUpBranch?.pickUp ? [] : [{ code: 'branch_not_found' as const }]),
  ...limits(facts),
  ...copies(facts),
];

type Unjudged = Omit<PlacingHoldFacts, 'rules' | 'itemType'>;

/**
 * Judges a hold by copies that could serve it: allowed when any of them lets it be, by the rules that let it
 * wait longest; else with the reasons of the one that has fewest.
 */
export const judgeHold = (
  facts: Unjudged,
  policies: readonly PolicyDocument[],
  refusalsOf = refusalsToHold,
): { rules: Rules; refusals: Refusal[] } => {
  const { reader, items, wants, pickUpBranch } = facts;
  const judged = rulesToHoldBy(policies, {
    readerCategory: reader.category,
    pickUpBranchId: pickUpBranch?._id ?? '*',
    items,
    wants,
  });
  const lentBy = new Map(
    judged.filter((each) => each.rules.lendable).map((each) => [each.itemType, each.rules]),
  );
  const comes = items.filter((item) => {
    const rules = lentBy.get(item.itemType);
    return rules !== undefined && isSent(item, pickUpBranch?._id ?? '', rules);
  });
  const outcomes = judged.map(({ itemType, rules }) => ({
    rules,
    refusals: refusalsOf({ ...facts, items: comes.length > 0 ? comes : items, rules, itemType }),
  }));
  return outcomes.reduce((best, each) => (each.refusals.length < best.refusals.length ? each : best));
};

/**
 * What stands against a hold wherever it is collected: the reasons at the branch that has fewest; none where
 * any branch lets it be, or where nothing can be collected anywhere.
 */
export const refusalsEverywhere = (
  facts: Omit<Unjudged, 'pickUpBranch' | 'overdueAtBranch'>,
  policies: readonly PolicyDocument[],
  branches: readonly { branch: BranchDocument; overdue: number }[],
): Refusal[] =>
  branches
    .map(
      ({ branch: pickUpBranch, overdue: overdueAtBranch }) =>
        judgeHold({ ...facts, pickUpBranch, overdueAtBranch }, policies).refusals,
    )
    .sort((a, b) => a.length - b.length)[0] ?? [];

/** What stands against the reader, but for what a library does not mind in those who only wait. */
const blocks = ({ reader, rules, today }: PlacingHoldFacts): Refusal[] => [
  ...blocksOf(reader, today, 'holds').filter(({ code }) => !(rules.holdWhenBlocked && isBlock(code))),
  ...debtBlock(reader, { ...rules, debtLimit: rules.holdDebtLimit ?? rules.debtLimit }),
];

/** Last day of a new hold: what was asked for, else the longest that the rules give. */
export const holdEnd = (
  facts: Pick<PlacingHoldFacts, 'rules' | 'startsOn' | 'neededUntil' | 'today'>,
): LocalDate | null => lastDayOfWait({ ...facts, countsFrom: facts.today });

const sameTitle = ({ reader, queue, rules, wants, ownDueOn }: PlacingHoldFacts): Refusal[] => {
  const refusals: Refusal[] = [];
  const own = queue.filter((hold) => hold.readerId === reader._id);
  const clashes = own.some((hold) => wants === null || hold.wants === null || hold.wants === wants);
  if (clashes || (own.length > 0 && rules.holdsPerTitle <= 1)) refusals.push({ code: 'already_held' });
  else if (own.length >= rules.holdsPerTitle) {
    refusals.push({ code: 'holds_per_title_reached', current: own.length, limit: rules.holdsPerTitle });
  }
  if (ownDueOn !== undefined) refusals.push({ code: 'already_borrowed', dueOn: ownDueOn });
  return refusals;
};

const limits = ({ reader, rules }: PlacingHoldFacts): Refusal[] => {
  const current = reader.openHolds.length;
  const limit = rules.holdLimit;
  return [
    ...(limit !== null && current >= limit ? [{ code: 'hold_limit_reached' as const, current, limit }] : []),
    ...passedTogether(reader, rules),
  ];
};

/** However many of them have ended since. */
export const holdsPlacedOn = (
  { openHolds, holdsPlaced }: Pick<ReaderDocument, 'openHolds' | 'holdsPlaced'>,
  day: LocalDate,
): number =>
  Math.max(
    openHolds.filter((hold) => hold.placedOn === day).length,
    holdsPlaced?.on === day ? holdsPlaced.count : 0,
  );

const placedToday = ({ reader, rules, today }: PlacingHoldFacts): Refusal[] => {
  const current = holdsPlacedOn(reader, today);
  const limit = rules.holdsPerDay;
  return limit !== null && current >= limit ? [{ code: 'holds_per_day_reached', current, limit }] : [];
};

/** Whether a copy can ever come to this reader. */
const copies = (facts: PlacingHoldFacts): Refusal[] => {
  const { reader, items, rules, itemType, wants, today, pickUpBranch } = facts;
  const refusals: Refusal[] = [];
  const serving = items.filter(canServe);
  const wanted = serving.filter(
    (item) =>
      (wants === null || item._id === wants) && (itemType === undefined || item.itemType === itemType),
  );
  if (wants !== null && !rules.copyHolds) refusals.push({ code: 'copy_holds_not_offered' });
  const first = wanted[0];
  if (!canBeFilled({ wants }, items)) refusals.push({ code: 'no_item_can_fill' });
  if (first && pickUpBranch && !wanted.some((item) => isSent(item, pickUpBranch._id, rules)))
    refusals.push({ code: 'copies_not_sent', branchName: pickUpBranch.name });
  if (first && !rules.lendable) {
    refusals.push({ code: 'item_not_for_category', category: reader.category, itemType: first.itemType });
  }
  const age = ageOn(reader.birthDate, today);
  const minAge = Math.min(...wanted.map((item) => item.minAge));
  if (first && rules.checksAge && isAboveAge({ minAge }, age))
    refusals.push({ code: 'too_young', age, minAge });
  return refusals;
};

/** Whether a copy would have to be fetched from the shelf where that is not done. */
const shelf = ({ items, rules }: PlacingHoldFacts): Refusal[] => {
  const serving = items.filter(canServe);
  const onShelf = serving.filter((item) => item.status === 'available').length;
  const enough = { always: true, any_out: onShelf < serving.length, all_out: onShelf === 0 }[
    rules.holdsOnShelf
  ];
  return onShelf > 0 && !enough ? [{ code: 'title_on_shelf', onShelf }] : [];
};

/** A hold waits for as many days as the rules let it. */
const ends = (facts: PlacingHoldFacts): Refusal[] => {
  const mostDays = facts.rules.holdLongestDays;
  return facts.withoutEnd && mostDays !== null
    ? [{ code: 'hold_too_long', mostDays }]
    : refusalsToWait({ ...facts, countsFrom: facts.today });
};
