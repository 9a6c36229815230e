import type { Instant, LocalDate, ReaderName } from './shapes';
import type { TitleFacts } from './title-record';
import type { Refusal } from './refusals';

/** Whether the loan can be renewed now, decided by the same rule that renews it. */
export type Renewal =
  { allowed: true; newDueOn: LocalDate; newDueAt?: Instant } | { allowed: false; because: Refusal[] };

export interface Loan {
  loanId: string;
  title: TitleFacts;
  barcode: string;
  branchName: string;
  checkedOutOn: LocalDate;
  dueOn: LocalDate;
  /** Days until due; negative when overdue. */
  daysLeft: number;
  /** Within the days in which the library reminds, or overdue. */
  dueSoon: boolean;
  /** Last moment of a loan in hours. */
  dueAt?: Instant;
  renewals: { used: number; limit: number };
  /** Wanted back earlier: since when, and the last day before. */
  recalled?: { on: LocalDate; dueOnBefore: LocalDate };
  /** Said to be brought back; the library looks for it. */
  claimedReturned: boolean;
  onSite: boolean;
  /** Fen that bringing it back today would cost. */
  fineToday: number;
  renewal: Renewal;
}

export interface PastLoan {
  loanId: string;
  title: TitleFacts;
  checkedOutOn: LocalDate;
  returnedOn: LocalDate;
}

export interface LoansApi {
  /** The reader's open loans, or those of a child of theirs. `limit` null: no limit. */
  'loans.list'(input: { readerId?: string }): { list: Loan[]; limit: number | null };
  /** What the reader read before, newest first, when they keep their history. */
  'loans.history'(input: { after?: string }): { kept: boolean; list: PastLoan[]; next?: string };
  /** All that the reader brought back in a year, the last first, for their own report. */
  'loans.readIn'(input: { year: string }): { kept: boolean; list: PastLoan[] };
  'loans.claimReturned'(input: { loanId: string }): Loan;
  /** A code for another reader to take this loan over: signed, good once and for 60 seconds. */
  'loans.offerTransfer'(input: { loanId: string }): {
    code: string;
    validUntil: Instant;
    loan: Loan;
  };
  /** What a scanned code would hand over, and whether it may be. */
  'loans.lookAtTransfer'(input: { code: string }): {
    title: TitleFacts;
    fromName: ReaderName;
    dueOn: LocalDate;
    refusals: Refusal[];
  };
  'loans.takeTransfer'(input: { code: string }): Loan;
  'loans.renew'(input: { loanId: string }): Loan;
  /** Renews what can be renewed of the loans named, or of all; the others come back with their reasons. */
  'loans.renewAll'(input: { readerId?: string; loanIds?: string[] }): {
    renewed: Loan[];
    refused: { loan: Loan; because: Refusal[] }[];
  };
}
