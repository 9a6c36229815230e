import type { Loan, LoansApi, LocalDate, PastLoan, TitleFacts } from '../../../typings/contract';
import { longDate, moment, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { refusalLines, type RefusalLine } from '../../lib/refusals';

export interface LoanRow {
  loanId: string;
  title: TitleFacts;
  daysLeft: number;
  due: string;
  from: string;
  /** Due within the days in which the library reminds: renewing it makes sense now. */
  soon: boolean;
  /** "可续至 12月26日 周六", or why not. */
  renewable: boolean;
  renewTo: string;
  because: RefusalLine[];
  /** The first reason, shown without a tap. */
  why: string;
  used: string;
  /** What is special about the loan now: recalled, claimed returned, for the reading room. */
  marks: { key: string; tone: string; icon: string; text: string; note: string }[];
  /** "今天还需付 ¥1.20"; '' when bringing it back costs nothing. */
  fine: string;
  facts: { label: string; value: string }[];
  claimed: boolean;
  onSite: boolean;
}

interface LoansView {
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
    soon: loan.dueSoon,
    due: dueWords(loan, today),
    from: `${longDate(loan.checkedOutOn, today)}借自${loan.branchName}`,
    renewable: renewal.allowed,
    renewTo: renewal.allowed
      ? `可续至 ${renewal.newDueAt ? moment(renewal.newDueAt, today) : longDate(renewal.newDueOn, today)}`
      : '',
    because,
    why: because[0]?.text ?? '',
    used:
      renewal.allowed && loan.renewals.used > 0 ? `已续 ${loan.renewals.used}/${loan.renewals.limit} 次` : '',
    marks: marksOf(loan, today),
    fine: loan.fineToday > 0 ? `今天还需付 ${yuan(loan.fineToday)}` : '',
    facts: [
      { label: '借自', value: `${loan.branchName}，${longDate(loan.checkedOutOn, today)}` },
      { label: '到期', value: loan.dueAt ? moment(loan.dueAt, today) : longDate(loan.dueOn, today) },
      { label: '续借', value: `已续 ${loan.renewals.used} 次，最多 ${loan.renewals.limit} 次` },
      { label: '条码', value: loan.barcode },
    ],
    claimed: loan.claimedReturned,
    onSite: loan.onSite,
  };
}

/** A loan in hours ends at an hour. The weekday helps within a week; beyond it only takes room. */
function dueWords(loan: Loan, today: LocalDate): string {
  if (loan.dueAt) return `${moment(loan.dueAt, today)} 到期`;
  return `${Math.abs(loan.daysLeft) < 7 ? longDate(loan.dueOn, today) : shortDate(loan.dueOn, today)}到期`;
}

function marksOf({ recalled, claimedReturned, onSite, dueOn }: Loan, today: LocalDate): LoanRow['marks'] {
  const marks: LoanRow['marks'] = [];
  if (recalled)
    marks.push({
      key: 'recalled',
      tone: 'urgent',
      icon: 'return',
      text: '已召回',
      note: `有读者急需，到期日由 ${shortDate(recalled.dueOnBefore, today)} 提前到 ${shortDate(dueOn, today)}，请按时归还。`,
    });
  if (claimedReturned)
    marks.push({
      key: 'claimed',
      tone: 'quiet',
      icon: 'search',
      text: '查找中',
      note: '您说这册书已经还过，馆员正在查找。',
    });
  if (onSite)
    marks.push({
      key: 'onSite',
      tone: 'quiet',
      icon: 'place',
      text: '馆内阅览',
      note: '请在闭馆前还到服务台，不能带出。',
    });
  return marks;
}

export function loansView(answer: ReturnType<LoansApi['loans.list']>, today: LocalDate): LoansView {
  const { list, limit } = answer;
  return {
    list: list.map((loan) => loanRow(loan, today)),
    count: limit === null ? `在借 ${list.length} 册` : `在借 ${list.length}/${limit} 册`,
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

interface PastRow {
  loanId: string;
  title: TitleFacts;
  when: string;
}

/** What was read before: from when to when. */
export function pastRows(list: PastLoan[], today: LocalDate): PastRow[] {
  return list.map(({ loanId, title, checkedOutOn, returnedOn }) => ({
    loanId,
    title,
    when: `${shortDate(checkedOutOn, today)} 借，${shortDate(returnedOn, today)} 还`,
  }));
}
