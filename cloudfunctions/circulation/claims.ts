import type { Instant } from '../../typings/contract/shapes';
import type { OpenLoan } from '../documents';
import { loanAfter } from './lives';

/** Who took down that a copy was brought back: the reader on their phone, or the desk. */
type ClaimedBy = 'reader' | 'desk';

/** The loan once its reader says that they brought the copy back; null: once that is taken off it again. */
export const claimedReturned = (loan: OpenLoan, at: Instant | null, by: ClaimedBy): OpenLoan => {
  const { claimedOnline: _before, ...others } = loan;
  return loanAfter(at === null ? 'unclaim' : 'claim', loan, {
    ...others,
    claimedReturnedAt: at,
    ...(at !== null && by === 'reader' && { claimedOnline: true }),
  });
};

/**
 * Whether a loan counts no more in what its reader may have: somebody at the desk has looked for the copy
 * and not found it with the reader's word alone against it. A reader's own word frees no limit.
 */
export const countsNoMore = ({
  claimedReturnedAt,
  claimedOnline,
}: Pick<OpenLoan, 'claimedReturnedAt' | 'claimedOnline'>): boolean =>
  claimedReturnedAt !== null && claimedOnline !== true;
