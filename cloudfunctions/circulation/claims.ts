import type { Instant } from '../../typings/contract/shapes';
import type { OpenLoan } from '../documents';
import { loanAfter } from './lives';

/** The loan once its reader says that they brought the copy back; null: once that is taken off it again. */
export const claimedReturned = (loan: OpenLoan, at: Instant | null): OpenLoan =>
  loanAfter(at === null ? 'unclaim' : 'claim', loan, { ...loan, claimedReturnedAt: at });
