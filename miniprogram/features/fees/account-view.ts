import type { AccountLine, FeesAccount, LocalDate, Receipt } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { yuan } from '../../lib/money';

export interface MoneyLine {
  lineId: string;
  kind: AccountLine['kind'];
  name: string;
  what: string;
  when: string;
  /** "+¥3.00" owes more, "-¥3.00" owes less. */
  amount: string;
  tone: 'more' | 'less';
  /** Of a charge: what is still open, in words; '' when it is settled. */
  open: string;
  openFen: number;
  paidFen: number;
  receipt: string;
  can: { waive: boolean; refund: boolean };
}

const KINDS: Record<AccountLine['kind'], string> = {
  charge: '收费',
  payment: '付款',
  waiver: '减免',
  refund: '退款',
  credit: '预存',
  deposit_paid: '收押金',
  deposit_returned: '退押金',
};

export function moneyLine(line: AccountLine, today: LocalDate, mayForgive: boolean): MoneyLine {
  const { kind, amount, open } = line;
  const charge = kind === 'charge';
  return {
    lineId: line.lineId,
    kind,
    name: KINDS[kind],
    what: [line.reason === KINDS[kind] ? '' : line.reason, line.titleName ? `《${line.titleName}》` : '']
      .filter(Boolean)
      .join(' '),
    when: moment(line.at, today),
    amount: amount > 0 ? `+${yuan(amount)}` : yuan(amount),
    tone: amount > 0 ? 'more' : 'less',
    open: charge && open > 0 ? (open < amount ? `还欠 ${yuan(open)}` : '未付') : '',
    openFen: charge ? open : 0,
    paidFen: kind === 'payment' ? Math.abs(amount) : 0,
    receipt: line.receipt,
    can: {
      waive: mayForgive && charge && open > 0,
      refund: mayForgive && kind === 'payment' && line.refundable,
    },
  };
}

export function moneyLines({ list, mayForgive }: FeesAccount, today: LocalDate): MoneyLine[] {
  return list.map((line) => moneyLine(line, today, mayForgive));
}

/** Charges that the reader's credit covers: nothing is owed, and they are still open. */
export function needsSettling({ owes, list }: FeesAccount): boolean {
  return owes <= 0 && list.some(({ kind, open }) => kind === 'charge' && open > 0);
}

export interface AccountHead {
  name: string;
  cardNumber: string;
  /** "欠费 ¥3.00", "预存 ¥2.00", "没有欠费". */
  balance: string;
  owes: number;
  deposit: number;
  depositText: string;
}

export function accountHead({ readerName, cardNumber, owes, deposit }: FeesAccount): AccountHead {
  return {
    name: readerName,
    cardNumber,
    balance: owes > 0 ? `欠费 ${yuan(owes)}` : owes < 0 ? `预存 ${yuan(-owes)}` : '没有欠费',
    owes,
    deposit,
    depositText: yuan(deposit),
  };
}

interface ReceiptView {
  number: string;
  library: string;
  when: string;
  staff: string;
  reader: string;
  lines: { what: string; amount: string }[];
  total: string;
}

export function receiptView(receipt: Receipt, today: LocalDate): ReceiptView {
  return {
    number: receipt.receipt,
    library: receipt.libraryName,
    when: moment(receipt.at, today),
    staff: receipt.staffName,
    reader: `${receipt.readerName} ${receipt.cardTail}`,
    lines: receipt.lines.map(({ reason, titleName, amount }) => ({
      what: [reason, titleName ? `《${titleName}》` : ''].filter(Boolean).join(' '),
      amount: yuan(amount),
    })),
    total: yuan(receipt.total),
  };
}

/** The receipt as text, to paste into a message or a printer's window. */
export function receiptText(view: ReceiptView): string {
  return [
    `${view.library} 收据`,
    `编号 ${view.number}`,
    `读者 ${view.reader}`,
    ...view.lines.map(({ what, amount }) => `${what}  ${amount}`),
    `合计 ${view.total}`,
    `${view.when} 经手 ${view.staff}`,
  ].join('\n');
}
