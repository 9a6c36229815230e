import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, KnownLoan, Library, OpenLoan, Rules } from '../documents';
import { knownBranch } from './branches';
import { countsNoMore } from './claims';
import { fineFor } from './fines';
import { policyFor } from './policy';

/** A copy that is on loan, with the loan that stands in it. */
export type ItemOnLoan = ItemDocument & { loan: OpenLoan };

export const isOnLoan = (item: ItemDocument): item is ItemOnLoan => item.loan !== null;

/** The copy while it is on this very loan. */
export const onThisLoan = (item: ItemDocument | null, loanId: string): ItemOnLoan | null =>
  item && isOnLoan(item) && item.loan.loanId === loanId ? item : null;

/** What a reader's document knows of a loan that stands in its copy. */
export const knownLoanOf = ({ _id: barcode, titleId, itemType, shelf, loan }: ItemOnLoan): KnownLoan => ({
  loanId: loan.loanId,
  barcode,
  titleId,
  itemType,
  branchId: loan.branchId,
  shelf,
  onSite: loan.onSite,
  dueOnOrLater: loan.dueOn,
  claimed: countsNoMore(loan),
});

/** The rules of an open loan: of the category, the type and the branch of its check-out. */
export const rulesOfLoan = ({ policies }: Pick<Library, 'policies'>, { itemType, loan }: ItemOnLoan): Rules =>
  policyFor(policies, { readerCategory: loan.readerCategory, itemType, branchId: loan.branchId });

/** What lateness of a loan costs when its copy is brought back on a day, fen. */
export const fineOfLoan = (
  library: Library,
  item: ItemOnLoan,
  { now, returnedOn }: { now: Instant; returnedOn: LocalDate },
): number =>
  fineFor({
    rule: rulesOfLoan(library, item).fine,
    loan: item.loan,
    price: item.price,
    branch: knownBranch(library, item.loan.branchId),
    calendars: library.calendars,
    now,
    returnedOn,
  }).amount;
