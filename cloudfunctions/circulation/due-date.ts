import type { LocalDate } from '../../typings/contract/answer';
import type { BranchDocument, CalendarDocument, PolicyDocument } from '../documents';
import { addDays } from '../kernel/local-date';
import { nearestOpenDay } from './calendar';

export interface DueDateFacts {
  policy: Pick<PolicyDocument, 'dueDateMode'>;
  branch: BranchDocument;
  calendars: readonly CalendarDocument[];
  /** A loan ends with the card at the latest. */
  cardExpiresOn: LocalDate;
}

/**
 * Last day of a loan that counts `days` from a day: moved to an open day as the policy says, never past the card,
 * and when the card ends on a closed day, back to the open day before it.
 */
export const dueOnAfter = (
  from: LocalDate,
  days: number,
  { policy, branch, calendars, cardExpiresOn }: DueDateFacts,
): LocalDate => {
  const plain = addDays(from, days);
  const moved =
    policy.dueDateMode === 'plain'
      ? plain
      : nearestOpenDay(branch, calendars, plain, policy.dueDateMode === 'next_open_day' ? 1 : -1);
  if (moved <= cardExpiresOn) return moved;
  return policy.dueDateMode === 'plain'
    ? cardExpiresOn
    : nearestOpenDay(branch, calendars, cardExpiresOn, -1);
};
