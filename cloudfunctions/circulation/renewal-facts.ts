import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Library, QueuedHold, ReaderDocument } from '../documents';
import { bookedFrom } from './booked-ahead';
import { knownBranch } from './branches';
import { lendsBy, lookAheadFor } from './call-facts';
import { queueFor } from './hold-queue';
import { rulesOfLoan, type ItemOnLoan } from './open-loan';
import type { RenewalFacts } from './renewal';

/** A renewal as it is asked for a whole copy. */
export type LoanFacts = RenewalFacts & { item: ItemOnLoan };

/**
 * What a loan is shown and renewed by: besides the copy and its reader, who waits for the title and what else
 * is late.
 */
export const loanFacts = (
  { library, now, today }: { library: Library; now: Instant; today: LocalDate },
  item: ItemOnLoan,
  reader: ReaderDocument,
  among: { queue: readonly QueuedHold[]; freeCopies: number; otherOverdue: number; online: boolean },
): LoanFacts => {
  const queue = queueFor(among.queue, item, lendsBy(library));
  const lookAheadDays = lookAheadFor(library, item);
  const asked = { queue, lookAheadDays, today };
  return {
    loan: item.loan,
    item,
    reader,
    ...among,
    ...asked,
    bookedFrom: bookedFrom({ ...asked, readerId: reader._id, barcode: item._id, free: among.freeCopies }),
    now,
    rules: rulesOfLoan(library, item),
    calendar: { branch: knownBranch(library, item.loan.branchId), calendars: library.calendars },
  };
};
