import type { LocalDate } from '../../typings/contract/answer';
import type { QueuedHold, Rules } from '../documents';
import { addDays } from '../kernel/local-date';
import { nearestOpenDay, openDaysAfter } from './calendar';
import type { BranchCalendar } from './due-date';

/**
 * Last day on the hold shelf of a hold that becomes ready today: so many open days of its branch; earlier when the reader said so.
 * It is counted once: a copy that is scanned again keeps it.
 */
export const shelfUntil = (
  today: LocalDate,
  { holdShelfDays }: Pick<Rules, 'holdShelfDays'>,
  { branch, calendars }: BranchCalendar,
  hold?: Pick<QueuedHold, 'neededUntil'>,
): LocalDate => {
  const last =
    holdShelfDays > 0
      ? openDaysAfter(branch, calendars, today, holdShelfDays)
      : nearestOpenDay(branch, calendars, today, 1);
  return hold?.neededUntil && hold.neededUntil < last ? hold.neededUntil : last;
};

/** Whether a ready hold has run out: from the day after its last. */
export const hasRunOut = ({ pickUpBy }: Pick<QueuedHold, 'pickUpBy'>, today: LocalDate): boolean =>
  pickUpBy !== null && addDays(pickUpBy, 1) <= today;
