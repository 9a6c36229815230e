import type { Rules } from '../documents';

/**
 * What holds where a library has said nothing. Liberal: nothing is limited, charged or stopped that nobody decided;
 * the periods are those most public libraries use.
 */
export const DEFAULT_RULES: Rules = {
  lendable: true,
  loanPeriod: { count: 30, unit: 'days' },
  dueDateMode: 'plain',
  // A copy lent for hours is lent to be used in the house: it is due before the house closes.
  endsAtClosing: true,
  endsAtOpening: false,
  // Nobody can be reminded, or kept from borrowing, by a card that has ended.
  capAtCardExpiry: true,
  loanLimit: null,
  limits: [],
  loansAndHoldsLimit: null,
  // A book read at a table in the house takes nothing from what may be carried home.
  onSiteCounts: false,
  onSiteLimit: null,
  overflowPeriod: null,
  // An age mark that nobody asks for would be worse than none.
  checksAge: true,

  renewalLimit: 1,
  renewalPeriod: { count: 30, unit: 'days' },
  renewalWindowDays: null,
  renewalClosesDays: null,
  renewalBase: 'due',
  // Lateness cannot be undone by renewing it; the reader's other loans have nothing to do with it.
  renewalWhenOverdue: 'not_this',
  renewalWhenExpired: false,
  renewalWhenBlocked: false,
  renewalWhenOwing: false,
  renewalDebtLimit: null,
  renewalWhenHeld: 'other_copies',

  holdLimit: null,
  holdsPerDay: null,
  holdsPerTitle: 1,
  holdsOnShelf: 'always',
  copyHolds: true,
  holdLongestDays: null,
  holdLookAheadDays: 0,
  holdOverdueLimit: null,
  holdShelfDays: 3,
  noShow: null,

  fine: null,
  suspension: null,
  overdueLimit: null,
  debtLimit: null,
  creditCounts: true,
  childrenDebtLimit: null,
  deposit: 0,
  // The price and no more. Without a known price staff charge by hand; what comes back within a quarter is paid back.
  loss: { timesPrice: 1, withoutPrice: 0, processing: 0, refundDays: 90, withLateFine: true },
  // To take a promised date back from a reader is a decision of the library's own.
  recall: null,
  transferable: true,
};
