import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { Rules } from '../documents';
import { addDays } from '../kernel/local-date';

/** From when to when a hold waits, whether it is placed or changed. */
export interface WaitingDays {
  rules: Pick<Rules, 'holdLongestDays' | 'holdShortestDays'>;
  /** Day on which it was placed: from it a hold without a start of its own counts. */
  countsFrom: LocalDate;
  startsOn: LocalDate | null;
  /** Last day on which it is wanted; null: as long as the rules give. */
  neededUntil: LocalDate | null;
  today: LocalDate;
}

/** Last day of the wait: what was asked for, else the longest that the rules give; null: without end. */
export const lastDayOfWait = (days: WaitingDays): LocalDate | null => days.neededUntil ?? longestWait(days);

/** Why a hold cannot wait so: it would end before anybody could serve it, or waits too long. */
export const refusalsToWait = (days: WaitingDays): Refusal[] => {
  const { rules, startsOn, neededUntil, today } = days;
  if (neededUntil === null) return [];
  const from = startsOn !== null && startsOn > today ? startsOn : today;
  const earliest = addDays(from, rules.holdShortestDays);
  if (neededUntil < earliest) return [{ code: 'hold_ends_too_early', endsOn: neededUntil, earliest }];
  const longest = longestWait(days);
  return longest !== null && rules.holdLongestDays !== null && neededUntil > longest
    ? [{ code: 'hold_too_long', mostDays: rules.holdLongestDays }]
    : [];
};

const longestWait = ({ rules, countsFrom, startsOn }: WaitingDays): LocalDate | null =>
  rules.holdLongestDays === null ? null : addDays(startsOn ?? countsFrom, rules.holdLongestDays);
