import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { Rules } from '../documents';
import { addDays } from '../kernel/local-date';

/** A last day of a loan; undefined where staff chose none, and the rules give it. */
type Chosen = LocalDate | undefined;

/** Why a last day can never stand: the loan would be over at once. */
export const dayTooSoon = (dueOn: Chosen, today: LocalDate): Refusal[] =>
  dueOn !== undefined && dueOn <= today ? [{ code: 'due_date_not_later', dueOn, today }] : [];

/** Why staff may not choose a last day by themselves: it lies further off than the rules let them. */
export const dayTooFar = (
  dueOn: Chosen,
  { chosenDueDays }: Pick<Rules, 'chosenDueDays'>,
  today: LocalDate,
): Refusal[] => {
  if (dueOn === undefined || chosenDueDays === null) return [];
  const latest = addDays(today, chosenDueDays);
  return dueOn > latest ? [{ code: 'due_date_too_late', dueOn, latest }] : [];
};
