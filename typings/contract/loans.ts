import type { LocalDate } from './answer';
import type { TitleFacts } from './catalogue';
import type { Refusal } from './refusals';

/** Whether the loan can be renewed now, decided by the same rule that renews it. */
export type Renewal = { allowed: true; newDueOn: LocalDate } | { allowed: false; because: Refusal[] };

export interface Loan {
  loanId: string;
  title: TitleFacts;
  barcode: string;
  branchName: string;
  checkedOutOn: LocalDate;
  dueOn: LocalDate;
  /** Days until due; negative when overdue. */
  daysLeft: number;
  renewals: { used: number; limit: number };
  renewal: Renewal;
}

export interface PastLoan {
  loanId: string;
  title: TitleFacts;
  checkedOutOn: LocalDate;
  returnedOn: LocalDate;
}

export interface LoansApi {
  'loans.list'(input: Record<string, never>): { list: Loan[]; limit: number };
  'loans.renew'(input: { loanId: string }): Loan;
  /** Renews what can be renewed; the others come back with their reasons. */
  'loans.renewAll'(input: Record<string, never>): {
    renewed: Loan[];
    refused: { loan: Loan; because: Refusal[] }[];
  };
}
