import type {
  CheckedOut,
  DeskLoan,
  DeskReader,
  LocalDate,
  ReaderCategory,
  Refusal,
  TitleFacts,
} from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { longDate, shortDate } from '../../lib/dates';
import { lines } from '../../lib/tell';
import type { RefusalLine } from '../../lib/refusals';
import { deskLines } from './desk-refusals';
import type { Face } from './scan-session';

const CATEGORIES: Record<ReaderCategory, string> = {
  adult: '成人',
  child: '少儿',
  senior: '长者',
  student: '学生',
  researcher: '研究',
};

export interface ReaderPanel {
  readerId: string;
  name: string;
  category: string;
  cardNumber: string;
  expires: string;
  loans: number;
  limit: number;
  /** Every reason why this reader may not borrow now, in full sentences. */
  blocks: RefusalLine[];
  ready: { holdId: string; title: string; where: string; barcode: string }[];
  loanRows: { loanId: string; title: string; due: string; daysLeft: number }[];
}

export function readerPanel(reader: DeskReader, today: LocalDate): ReaderPanel {
  return {
    readerId: reader.readerId,
    name: reader.name,
    category: CATEGORIES[reader.category],
    cardNumber: reader.cardNumber,
    expires: `${reader.expiresOn} 到期`,
    loans: reader.loans.length,
    limit: reader.limit,
    blocks: deskLines(reader.blocks, today),
    ready: reader.ready.map(({ holdId, title, branchName, barcode, pickUpBy }) => ({
      holdId,
      title: title.title,
      where: `${branchName}预约架 · ${barcode} · 保留到 ${shortDate(pickUpBy, today)}`,
      barcode,
    })),
    loanRows: reader.loans.map(({ loanId, title, dueOn, daysLeft }) => ({
      loanId,
      title: title.title,
      due: `${longDate(dueOn, today)}到期`,
      daysLeft,
    })),
  };
}

/** The panel after one more check-out: the count goes up, a held book that was handed over leaves the list. */
export function afterCheckOut(
  panel: ReaderPanel,
  { loan, reader }: CheckedOut,
  today: LocalDate,
): ReaderPanel {
  const row = {
    loanId: loan.loanId,
    title: loan.title.title,
    due: `${longDate(loan.dueOn, today)}到期`,
    daysLeft: loan.daysLeft,
  };
  return {
    ...panel,
    loans: reader.loans,
    limit: reader.limit,
    ready: panel.ready.filter((held) => held.barcode !== loan.barcode),
    loanRows: [row, ...panel.loanRows.filter((known) => known.loanId !== loan.loanId)],
  };
}

export function checkOutFace(outcome: Outcome<CheckedOut>, today: LocalDate): Face {
  if (outcome.kind === 'value') return checkedOut(outcome.value, today);
  const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
  const base = { big: '', facts: [], title: '' };
  if (already(refusals)) {
    return {
      ...base,
      state: 'already',
      tone: 'soon',
      icon: 'check-circle',
      word: '已处理',
      lines: deskLines(refusals, today),
    };
  }
  const reasons = outcome.kind === 'refused' ? deskLines(refusals, today) : (lines(outcome) ?? []);
  return { ...base, state: 'refused', tone: 'urgent', icon: 'alert', word: '不能借', lines: reasons };
}

function checkedOut({ loan, filledHold }: CheckedOut, today: LocalDate): Face {
  return {
    state: 'done',
    tone: 'good',
    icon: 'check-circle',
    word: '已借出',
    big: `${longDate(loan.dueOn, today)}到期`,
    facts: filledHold ? ['这是读者预约的书，预约已完成'] : [],
    title: titleText(loan.title),
    lines: [],
  };
}

/** This reader has this copy already: the work is done, whichever scan did it. */
function already(refusals: Refusal[]): boolean {
  return refusals.some((refusal) => refusal.code === 'item_on_loan' && refusal.bySameReader);
}

export function titleText({ title, authors }: TitleFacts): string {
  return authors ? `${title} · ${authors}` : title;
}

/** The panel after a renewal: only the due date of that loan changes. */
export function afterRenewal(panel: ReaderPanel, renewed: DeskLoan, today: LocalDate): ReaderPanel {
  const due = `${longDate(renewed.dueOn, today)}到期`;
  const changed = { due, daysLeft: renewed.daysLeft };
  return {
    ...panel,
    loanRows: panel.loanRows.map((row) => (row.loanId === renewed.loanId ? { ...row, ...changed } : row)),
  };
}
