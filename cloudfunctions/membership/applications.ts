import type { ReaderDocument } from '../documents';
import type { LocalDate } from '../../typings/contract/shapes';
import { ageOn } from '../kernel/local-date';

/** How long an application waits for staff, or a child's card for a guardian, days. */
export const APPLICATION_DAYS = 92;

/**
 * Whether somebody never became a reader: declined, not decided on, or a child whose card nobody has
 * confirmed. A child that waits for another guardian was one, and has no day on which it lapses.
 */
export const isNoReaderYet = (
  { standing, lapsesOn, awaitsGuardian, birthDate, ...open }: ReaderDocument,
  { today, guardianAge }: { today: LocalDate; guardianAge: number },
): boolean => {
  if (open.openLoans.length + open.openHolds.length > 0 || open.owes !== 0 || open.deposit !== 0)
    return false;
  if (standing === 'pending') return true;
  if (lapsesOn === undefined) return false;
  return standing === 'closed' || (awaitsGuardian === true && ageOn(birthDate, today) < guardianAge);
};
