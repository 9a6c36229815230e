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

/** A later start is a slip of the hand; what the phone offers ends before. */
const MOST_DAYS_TO_START = 2 * 366;
/** Where the rules set no longest wait: a last day further off is no last day. */
const MOST_DAYS = 5 * 366;

/** Last day of the wait: what was asked for, else the longest that the rules give; null: without end. */
export const lastDayOfWait = (days: WaitingDays): LocalDate | null => {
  const longest = longestWait(days);
  return days.neededUntil ?? (longest && laterOf(longest, days.today));
};

/** Why a hold cannot wait so: it would start too late, end before it could be served, or wait too long. */
export const refusalsToWait = (days: WaitingDays): Refusal[] => {
  const { rules, startsOn, neededUntil, today } = days;
  const latest = addDays(today, MOST_DAYS_TO_START);
  if (startsOn !== null && startsOn > latest) return [{ code: 'hold_starts_too_late', startsOn, latest }];
  if (neededUntil === null) return [];
  const earliest = addDays(laterOf(startsOn, today), rules.holdShortestDays);
  if (neededUntil < earliest) return [{ code: 'hold_ends_too_early', endsOn: neededUntil, earliest }];
  const longest = longestWait(days) ?? addDays(laterOf(startsOn, today), MOST_DAYS);
  return neededUntil > longest
    ? [{ code: 'hold_too_long', mostDays: rules.holdLongestDays ?? MOST_DAYS }]
    : [];
};

/** A start before the day from which it counts is none. */
const longestWait = ({ rules, countsFrom, startsOn }: WaitingDays): LocalDate | null =>
  rules.holdLongestDays === null ? null : addDays(laterOf(startsOn, countsFrom), rules.holdLongestDays);

const laterOf = (a: LocalDate | null, b: LocalDate): LocalDate => (a !== null && a > b ? a : b);
