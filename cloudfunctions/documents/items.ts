import type { ReaderCategory } from '../../typings/contract/account';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { TitleFacts } from '../../typings/contract/title-record';
import type { ItemStatus, ItemType } from '../../typings/contract/catalogue';

/**
 * A copy. `_id` is its barcode. The document carries the invariants "at most one open loan" (which stands in
 * it whole), "at most one ready hold" and "one place".
 */
export interface ItemDocument {
  _id: string;
  titleId: string;
  /** What lists show of its title, kept with the copy so that no desk has to look it up. */
  title: TitleFacts;
  itemType: ItemType;
  homeBranchId: string;
  /** Where it stands now, or where it is going while in transit. */
  branchId: string;
  shelf: string;
  callNumber: string;
  status: ItemStatus;
  /** Reads in the house only: no loan at all, or a loan for the reading room. */
  use: 'loan' | 'on_site' | 'reference';
  /** Floating copies stay where they were brought back. */
  floating: boolean;
  /** Youngest age in full years by the mark on the copy; 0: for all. */
  minAge: number;
  /** Price in fen; 0 when unknown. */
  price: number;
  /** Present while on loan. The due date stands here alone. */
  loan: OpenLoan | null;
  /** Who had it last, until that is forgotten. */
  lastLoan: PastLoanOfItem | null;
  /**
   * Present while on the hold shelf or in transit to one. On the hold shelf without a hold: to be cleared
   * from it.
   */
  hold: { holdId: string; readerId: string; pickUpBy: LocalDate | null } | null;
  /** Present while in transit. */
  transit: { fromBranchId: string; toBranchId: string; why: 'hold' | 'home' } | null;
  /** A damage or a note for the next who has it in hand; "" when none. */
  condition: string;
  /** Moment of the last event of this copy. */
  changedAt: Instant;
  source: string;
}

export interface OpenLoan {
  /** `{barcode}:{unique}`, so that a loan leads to its copy (see `barcodeOfLoan`). */
  loanId: string;
  readerId: string;
  readerName: string;
  /** Category at the check-out, which the policy of the whole loan goes by. */
  readerCategory: ReaderCategory;
  /** Branch of the check-out: its policy and calendar govern the loan. */
  branchId: string;
  checkedOutAt: Instant;
  checkedOutOn: LocalDate;
  /** Last day. */
  dueOn: LocalDate;
  /** Last moment of a loan in hours; null: the whole of the last day. */
  dueAt: Instant | null;
  renewals: number;
  /** Of these so many by the reader online; absent: none. */
  renewalsOnline?: number;
  /** The last day on which a job renewed it; absent: none did. */
  renewedByItselfOn?: LocalDate;
  /** For the reading room. */
  onSite: boolean;
  /** Present once recalled: for which hold, and the last day before. */
  recall: { holdId: string; on: LocalDate; dueOnBefore: LocalDate } | null;
  /** The reader says that it was brought back. */
  claimedReturnedAt: Instant | null;
  /** They said so themselves and nobody at the desk has looked yet: it counts as before. */
  claimedOnline?: true;
  /** Last days before closures moved them, newest last; an undo gives them back. */
  moved: { closureId: string; dueOnBefore: LocalDate; dueOnAfter: LocalDate }[];
}

export interface PastLoanOfItem {
  loanId: string;
  readerId: string;
  readerName: string;
  checkedOutOn: LocalDate;
  endedAt: Instant;
  how: 'returned' | 'lost' | 'transferred';
}

/**
 * A scan of a stocktake and how it ended; see features/desk. `_id` is `{stocktakeId}_{barcode}`: a copy is
 * counted once.
 */
export interface StocktakeScanDocument {
  _id: string;
  stocktakeId: string;
  barcode: string;
  at: Instant;
  by: string;
  finding: 'right' | 'misplaced' | 'unexpected' | 'unknown';
  /** Why it was not expected there, in the words of the log. */
  why: string;
}

/** Counting a range of a shelf: from one call number to another at a branch. */
export interface StocktakeDocument {
  _id: string;
  branchId: string;
  /** Shelving place as it stands on the copies; "" for all of the branch. */
  shelf: string;
  /** Call numbers, both included; "" for open. */
  fromCallNumber: string;
  toCallNumber: string;
  startedAt: Instant;
  startedBy: string;
  finishedAt: Instant | null;
  counts: { right: number; misplaced: number; unexpected: number; unknown: number; missing: number };
}
