import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, HoldDocument, Rules } from '../documents';
import { addDays, localDateOf } from '../kernel/local-date';

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
  rules: Pick<Rules, 'holdLongestDays'>;
  today: LocalDate;
}

/** Why this hold cannot become what is wished, if it cannot. */
export const refusalToChange = ({ hold, wish, pickUpBranch, rules }: ChangingHoldFacts): Refusal | null => {
  if (hold.status !== 'waiting' && hold.status !== 'ready')
    return { code: 'hold_not_open', status: hold.status };
  const moves = wish.pickUpBranchId !== undefined && wish.pickUpBranchId !== hold.pickUpBranchId;
  if (hold.barcode !== null && moves) return { code: 'hold_ready_already' };
  if (wish.pickUpBranchId !== undefined && !pickUpBranch?.pickUp) return { code: 'branch_not_found' };
  const { holdLongestDays } = rules;
  const lastDay = lastDayOf(hold, rules);
  const asked = wish.neededUntil === undefined ? hold.neededUntil : wish.neededUntil;
  if (holdLongestDays !== null && lastDay !== null && asked !== null && asked > lastDay)
    return { code: 'hold_too_long', mostDays: holdLongestDays };
  return null;
};

/** The hold as wished, in its place: a start that has come is none. */
export const changedHold = ({ hold, wish, rules, today }: ChangingHoldFacts): HoldDocument => {
  const startsOn = wish.startsOn === undefined ? hold.startsOn : wish.startsOn;
  const neededUntil = wish.neededUntil === undefined ? hold.neededUntil : wish.neededUntil;
  return {
    ...hold,
    pickUpBranchId: wish.pickUpBranchId ?? hold.pickUpBranchId,
    startsOn: startsOn !== null && startsOn > today ? startsOn : null,
    neededUntil: neededUntil ?? lastDayOf(hold, rules),
    sharedWith: wish.sharedWith ?? hold.sharedWith,
  };
};

/** The longest that it may wait, counted from the day on which it was placed; null: without end. */
const lastDayOf = ({ placedAt }: HoldDocument, { holdLongestDays }: Pick<Rules, 'holdLongestDays'>) =>
  holdLongestDays === null ? null : addDays(localDateOf(placedAt), holdLongestDays);
