import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, HoldDocument, PolicyDocument, Rules } from '../documents';
import { localDateOf } from '../kernel/local-date';
import { judgeHold, refusalsToCollect, type PlacingHoldFacts } from './placing-hold';
import { lastDayOfWait, refusalsToWait, type WaitingDays } from './waiting-days';

/** What is to be different about a hold; what is not given stays. */
interface HoldWish {
  pickUpBranchId?: string | undefined;
  /** null: from today. */
  startsOn?: LocalDate | null | undefined;
  /** null: as long as the rules give. */
  neededUntil?: LocalDate | null | undefined;
  sharedWith?: string[] | undefined;
}

interface ChangingHoldFacts {
  hold: HoldDocument;
  wish: HoldWish;
  /** The branch that is wished for; undefined: there is none of that name. */
  pickUpBranch: Pick<BranchDocument, 'pickUp'> | undefined;
  /** Of the branch where it is to be collected. */
  rules: WaitingDays['rules'];
  today: LocalDate;
}

/** Why this hold cannot become what is wished, if it cannot. */
export const refusalToChange = (facts: ChangingHoldFacts): Refusal | null => {
  const { hold, wish, pickUpBranch } = facts;
  if (hold.status !== 'waiting' && hold.status !== 'ready')
    return { code: 'hold_not_open', status: hold.status };
  if (hold.barcode !== null && (moves(facts) || asksForOtherDays(facts)))
    return { code: 'hold_ready_already' };
  if (wish.pickUpBranchId !== undefined && !pickUpBranch?.pickUp) return { code: 'branch_not_found' };
  return (movesDays(wish) && refusalsToWait(waitOf(facts))[0]) || null;
};

/**
 * Judges a change by copies that could serve the hold, as when it was placed; one that moves to another
 * branch is asked there what a new one is asked.
 */
export const judgeChange = (
  facts: Omit<ChangingHoldFacts, 'rules' | 'pickUpBranch'> & Placed,
  policies: readonly PolicyDocument[],
): { rules: Rules; refusals: Refusal[] } => {
  const { hold, reader, queue } = facts;
  const without = {
    ...facts,
    ...{ titleId: hold.titleId, wants: hold.wants, startsOn: hold.startsOn, neededUntil: hold.neededUntil },
    reader: { ...reader, openHolds: reader.openHolds.filter(({ holdId }) => holdId !== hold._id) },
    queue: queue.filter(({ holdId }) => holdId !== hold._id),
  };
  return judgeHold(without, policies, (placing) => {
    const refusal = refusalToChange({ ...facts, rules: placing.rules });
    if (refusal) return [refusal];
    return moves(facts) ? refusalsToCollect(placing) : [];
  });
};

type Placed = Pick<PlacingHoldFacts, 'reader' | 'queue' | 'items' | 'pickUpBranch' | 'overdueAtBranch'>;

/** Whether it is to be collected somewhere else. */
export const moves = ({ hold, wish }: Pick<ChangingHoldFacts, 'hold' | 'wish'>): boolean =>
  wish.pickUpBranchId !== undefined && wish.pickUpBranchId !== hold.pickUpBranchId;

/** The hold as wished, in its place: a start that is wished for and has come is none. */
export const changedHold = (facts: ChangingHoldFacts): HoldDocument => {
  const { hold, wish, today } = facts;
  const { startsOn = hold.startsOn } = wish;
  const putOff = startsOn !== null && startsOn > today;
  return {
    ...hold,
    pickUpBranchId: wish.pickUpBranchId ?? hold.pickUpBranchId,
    startsOn: startsOn === hold.startsOn || putOff ? startsOn : null,
    ...(putOff && { noMeasure: true as const }),
    neededUntil: movesDays(wish) ? lastDayOfWait(waitOf(facts)) : hold.neededUntil,
    sharedWith: wish.sharedWith ?? hold.sharedWith,
  };
};

const movesDays = ({ startsOn, neededUntil }: HoldWish): boolean =>
  startsOn !== undefined || neededUntil !== undefined;

const asksForOtherDays = ({ hold, wish }: ChangingHoldFacts): boolean =>
  (wish.startsOn ?? null) !== null ||
  (wish.neededUntil !== undefined && wish.neededUntil !== hold.neededUntil);

/** Counts from the day of placing, or from a start that has come since. */
const waitOf = ({ hold, wish, rules, today }: ChangingHoldFacts): WaitingDays => ({
  rules,
  countsFrom: hold.startsOn !== null && hold.startsOn <= today ? hold.startsOn : localDateOf(hold.placedAt),
  startsOn: wish.startsOn === undefined ? hold.startsOn : wish.startsOn,
  neededUntil: wish.neededUntil === undefined ? hold.neededUntil : wish.neededUntil,
  today,
});
