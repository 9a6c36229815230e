import type { Loan, LoansApi, LocalDate, TitleFacts } from '../../../typings/contract';
import { longDate, shortDate } from '../../lib/dates';
import { refusalLines, type RefusalLine } from '../../lib/refusals';

export interface LoanRow {
  loanId: string;
  title: TitleFacts;
  daysLeft: number;
  due: string;
  from: string;
  /** "可续至 12月26日 周六", or why not. */
  renewable: boolean;
  renewTo: string;
  because: RefusalLine[];
  /** The first reason, shown without a tap. */
  why: string;
  used: string;
}

export interface LoansView {
  list: LoanRow[];
  count: string;
  renewableCount: number;
  overdueCount: number;
}

export function loanRow(loan: Loan, today: LocalDate): LoanRow {
  const { renewal } = loan;
  const because = renewal.allowed ? [] : refusalLines(renewal.because);
  return {
    loanId: loan.loanId,
    title: loan.title,
    daysLeft: loan.daysLeft,
    // The weekday helps within a week; beyond it only takes room.
    due: `${Math.abs(loan.daysLeft) < 7 ? longDate(loan.dueOn, today) : shortDate(loan.dueOn, today)}到期`,
    from: `${longDate(loan.checkedOutOn, today)}借自${loan.branchName}`,
    renewable: renewal.allowed,
    renewTo: renewal.allowed ? `可续至 ${longDate(renewal.newDueOn, today)}` : '',
    because,
    why: because[0]?.text ?? '',
    used:
      renewal.allowed && loan.renewals.used > 0 ? `已续 ${loan.renewals.used}/${loan.renewals.limit} 次` : '',
  };
}

export function loansView(answer: ReturnType<LoansApi['loans.list']>, today: LocalDate): LoansView {
  const { list, limit } = answer;
  return {
    list: list.map((loan) => loanRow(loan, today)),
    count: `在借 ${list.length}/${limit} 册`,
    renewableCount: list.filter(({ renewal }) => renewal.allowed).length,
    overdueCount: list.filter(({ daysLeft }) => daysLeft < 0).length,
  };
}

/** What became of renewing everything, in one line and, for what was refused, book by book. */
export function renewedAll(answer: ReturnType<LoansApi['loans.renewAll']>, today: LocalDate) {
  const { renewed, refused } = answer;
  const soonest = renewed.map(({ dueOn }) => dueOn).sort()[0];
  const parts = [
    renewed.length > 0 && soonest
      ? `续借成功 ${renewed.length} 册，最早 ${longDate(soonest, today)}到期`
      : '没有可以续借的书',
    refused.length > 0 ? `${refused.length} 册未能续借` : '',
  ];
  return {
    line: `${parts.filter(Boolean).join('；')}。`,
    refused: refused.map(({ loan, because }) => ({
      loanId: loan.loanId,
      title: loan.title.title,
      because: refusalLines(because),
    })),
  };
}
