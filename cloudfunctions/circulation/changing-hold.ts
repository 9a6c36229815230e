import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, HoldDocument } from '../documents';
import { localDateOf } from '../kernel/local-date';
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
  const moves = wish.pickUpBranchId !== undefined && wish.pickUpBranchId !== hold.pickUpBranchId;
  if (hold.barcode !== null && moves) return { code: 'hold_ready_already' };
  if (wish.pickUpBranchId !== undefined && !pickUpBranch?.pickUp) return { code: 'branch_not_found' };
  return (movesDays(wish) && refusalsToWait(waitOf(facts))[0]) || null;
};

/** The hold as wished, in its place: a start that has come is none. */
export const changedHold = (facts: ChangingHoldFacts): HoldDocument => {
  const { hold, wish, today } = facts;
  const { startsOn } = waitOf(facts);
  return {
    ...hold,
    pickUpBranchId: wish.pickUpBranchId ?? hold.pickUpBranchId,
    startsOn: startsOn !== null && startsOn > today ? startsOn : null,
    neededUntil: movesDays(wish) ? lastDayOfWait(waitOf(facts)) : hold.neededUntil,
    sharedWith: wish.sharedWith ?? hold.sharedWith,
  };
};

const movesDays = ({ startsOn, neededUntil }: HoldWish): boolean =>
  startsOn !== undefined || neededUntil !== undefined;

const waitOf = ({ hold, wish, rules, today }: ChangingHoldFacts): WaitingDays => ({
  rules,
  countsFrom: localDateOf(hold.placedAt),
  startsOn: wish.startsOn === undefined ? hold.startsOn : wish.startsOn,
  neededUntil: wish.neededUntil === undefined ? hold.neededUntil : wish.neededUntil,
  today,
});
