import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { BranchDocument, ClosureDocument } from '../documents';
import { daysBetween } from '../kernel/local-date';
import { daysOf, undoUntil, type Days } from './closing-days';

/** A longer closure is the end of a branch, not an interruption of it. */
export const LONGEST_CLOSURE_DAYS = 180;

/** Days further ahead are a slip of the finger. */
const MOST_DAYS_AHEAD = { closing: 400, opening: 800 };

type Closure = Pick<ClosureDocument, 'from' | 'to' | 'why'>;
type Exceptions = BranchDocument['exceptions'];

/** Every reason why these days cannot be closed; `standing`: closures that hold on any of them. */
export const refusalsToClose = (days: Days, standing: readonly Closure[], today: LocalDate): Refusal[] => [
  ...notTooFar({ from: days.from, to: days.to, today, most: MOST_DAYS_AHEAD.closing }),
  ...standing.map(overlaps),
];

/** Every reason why this day cannot be given hours of its own. */
export const refusalsToOpen = (
  date: LocalDate,
  standing: readonly Closure[],
  today: LocalDate,
): Refusal[] => [
  ...notTooFar({ from: date, to: date, today, most: MOST_DAYS_AHEAD.opening }),
  ...standing.map(overlaps),
];

/** Why a closure cannot be taken back, if it cannot. */
export const refusalToReopen = (
  closure: Pick<ClosureDocument, 'status' | 'from' | 'to' | 'weekBefore'>,
  today: LocalDate,
): Refusal | null => {
  const { status, from } = closure;
  if (status === 'undoing' || status === 'undone') return { code: 'closure_busy', status };
  return undoUntil(closure) < today ? { code: 'days_past', from, today } : null;
};

/** Somebody else closed one of these days since their exceptions were looked at. */
export const closedMeanwhile = (days: Days, before: Exceptions, now: Exceptions): Refusal | null => {
  const day = daysOf(days).find((each) => now[each]?.open === null && before[each]?.open !== null);
  return day === undefined ? null : overlaps({ from: day, to: day, why: now[day]?.why ?? '' });
};

const overlaps = ({ from, to, why }: Closure): Refusal => ({ code: 'closure_overlaps', from, to, why });

const notTooFar = (days: Days & { today: LocalDate; most: number }): Refusal[] => [
  ...(days.from < days.today ? [{ code: 'days_past' as const, from: days.from, today: days.today }] : []),
  ...(daysBetween(days.today, days.to) > days.most
    ? [{ code: 'days_too_far' as const, most: days.most }]
    : []),
];
