import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Library, QueuedHold, ReaderDocument } from '../documents';
import { bookedFrom } from './booked-ahead';
import { knownBranch } from './branches';
import { callFactsAt } from './call-facts';
import type { CallsBy, OnShelves } from './fetching';
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
  among: {
    queue: readonly QueuedHold[];
    shelf: readonly OnShelves[];
    otherOverdue: number;
    online: boolean;
  },
): LoanFacts => {
  const callsBy: CallsBy = (copy) => callFactsAt({ library, today }, copy);
  return {
    loan: item.loan,
    item,
    reader,
    ...among,
    callsBy,
    bookedFrom: bookedFrom({ ...among, callsBy, item, readerId: reader._id }),
    today,
    now,
    rules: rulesOfLoan(library, item),
    calendar: { branch: knownBranch(library, item.loan.branchId), calendars: library.calendars },
  };
};
