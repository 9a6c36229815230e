import type {
  CheckedOut,
  DeskLoan,
  DeskReader,
  LocalDate,
  Refusal,
  StaffRole,
  TitleFacts,
} from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { longDate, moment, shortDate } from '../../lib/dates';
import { yuan } from '../../lib/money';
import { lines } from '../../lib/tell';
import type { RefusalLine } from '../../lib/refusals';
import { deskLines } from './desk-refusals';
import { askedRole, canOverride, learnOverrides } from './override-view';
import { face, type Face } from './scan-row';

export interface LoanRow {
  loanId: string;
  barcode: string;
  title: string;
  due: string;
  daysLeft: number;
  tag: string;
}

export interface ReaderPanel {
  readerId: string;
  name: string;
  category: string;
  cardNumber: string;
  /** That the card was shown; goes with every copy that is lent. */
  presented: string;
  expires: string;
  loans: number;
  /** "/20", or "" without a limit. */
  limit: string;
  full: boolean;
  money: string;
  owes: boolean;
  family: string;
  /** Every reason why this reader may not borrow now, in full sentences. */
  blocks: RefusalLine[];
  ready: { holdId: string; title: string; where: string; barcode: string }[];
  loanRows: LoanRow[];
}

export function readerPanel(reader: DeskReader, today: LocalDate): ReaderPanel {
  const { loans, limit, owes, deposit } = reader;
  return {
    readerId: reader.readerId,
    name: reader.name,
    category: reader.categoryName,
    cardNumber: reader.cardNumber,
    presented: reader.presented ?? '',
    expires: `${reader.expiresOn} 到期`,
    ...count(loans.length, limit),
    money: [
      owes > 0 ? `欠费 ${yuan(owes)}` : owes < 0 ? `预存 ${yuan(-owes)}` : '',
      deposit ? `押金 ${yuan(deposit)}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    owes: owes > 0,
    family: familyText(reader),
    blocks: deskLines(reader.blocks, today),
    ready: reader.ready.map(({ holdId, title, branchName, barcode, pickUpBy }) => ({
      holdId,
      title: title.title,
      where: `${branchName}预约架 · ${barcode} · 保留到 ${shortDate(pickUpBy, today)}`,
      barcode,
    })),
    loanRows: loans.map((loan) => loanRow(loan, today)),
  };
}

function count(loans: number, limit: number | null): Pick<ReaderPanel, 'loans' | 'limit' | 'full'> {
  return { loans, limit: limit === null ? '' : `/${limit}`, full: limit !== null && loans >= limit };
}

function familyText({ guardianName, children }: DeskReader): string {
  if (guardianName) return `监护人 ${guardianName}`;
  return children.length > 0 ? `名下小读者 ${children.map(({ name }) => name).join('、')}` : '';
}

export function loanRow(loan: DeskLoan, today: LocalDate): LoanRow {
  const { loanId, barcode, title, daysLeft, onSite, claimedReturned, recalled } = loan;
  const tag = claimedReturned ? '称已还' : recalled ? '已催还' : onSite ? '馆内阅览' : '';
  return { loanId, barcode, title: title.title, due: dueWords(loan, today), daysLeft, tag };
}

/** "12月22日 周二到期"; a loan in hours says its hour. */
function dueWords({ dueOn, dueAt }: DeskLoan, today: LocalDate): string {
  return dueAt ? `${moment(dueAt, today)} 前还` : `${longDate(dueOn, today)}到期`;
}

/**
 * The panel after one more check-out: the count goes up, a held book that was handed over leaves the list.
 */
export function afterCheckOut(
  panel: ReaderPanel,
  { loan, reader }: CheckedOut,
  today: LocalDate,
): ReaderPanel {
  return {
    ...panel,
    ...count(reader.loans, reader.limit),
    ready: panel.ready.filter((held) => held.barcode !== loan.barcode),
    loanRows: [loanRow(loan, today), ...panel.loanRows.filter((known) => known.loanId !== loan.loanId)],
  };
}

export function checkOutFace(outcome: Outcome<CheckedOut>, today: LocalDate, roles: StaffRole[]): Face {
  if (outcome.kind === 'value') return checkedOut(outcome.value, today);
  const refusals = outcome.kind === 'refused' ? learnOverrides(outcome.refusals) : [];
  if (already(refusals)) {
    return face({
      state: 'already',
      tone: 'soon',
      icon: 'check-circle',
      word: '已处理',
      lines: deskLines(refusals, today),
    });
  }
  return face({
    state: 'refused',
    tone: 'urgent',
    icon: 'alert',
    word: '不能借',
    lines: outcome.kind === 'refused' ? refusedLines(refusals, today, roles) : (lines(outcome) ?? []),
    overridable: canOverride(refusals, roles),
  });
}

/** All reasons, each with its next step, and with who may set it aside where this person may not. */
function refusedLines(refusals: Refusal[], today: LocalDate, roles: StaffRole[]): RefusalLine[] {
  return deskLines(refusals, today).map((line) => {
    const role = askedRole(line.code, roles);
    return role ? { ...line, next: `${line.next ?? ''}${role}` } : line;
  });
}

function checkedOut({ loan, filledHold, overflow, overridden }: CheckedOut, today: LocalDate): Face {
  return face({
    state: 'done',
    tone: overflow ? 'soon' : 'good',
    icon: 'check-circle',
    word: loan.onSite ? '馆内阅览' : '已借出',
    big: dueWords(loan, today),
    facts: [
      ...(filledHold ? ['这是读者预约的书，预约已完成'] : []),
      ...(overflow ? ['超出可借册数，按短期借出，请提醒读者'] : []),
      ...(overridden.length > 0 ? [`已放行 ${overridden.length} 项，记入操作记录`] : []),
    ],
    title: titleText(loan.title),
  });
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
  const row = loanRow(renewed, today);
  return {
    ...panel,
    loanRows: panel.loanRows.map((known) => (known.loanId === renewed.loanId ? row : known)),
  };
}

/** The panel after a check-out was taken back. */
export function afterUndo(panel: ReaderPanel, barcode: string): ReaderPanel {
  const loanRows = panel.loanRows.filter((row) => row.barcode !== barcode);
  const taken = panel.loanRows.length - loanRows.length;
  return { ...panel, loans: panel.loans - taken, full: taken > 0 ? false : panel.full, loanRows };
}
