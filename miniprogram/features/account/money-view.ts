import type { AccountLine, LocalDate } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { yuan } from '../../lib/money';

const KINDS: Record<AccountLine['kind'], string> = {
  charge: '费用',
  payment: '已付款',
  waiver: '已减免',
  refund: '退款',
  credit: '返还',
  deposit_paid: '交押金',
  deposit_returned: '退押金',
};

interface MoneyRow {
  lineId: string;
  kind: string;
  reason: string;
  title: string;
  at: string;
  /** "+¥3.00" is owed more, "−¥3.00" less. */
  amount: string;
  /** "未付 ¥1.00" of a charge, "已结清"; '' of the others. */
  state: string;
  open: boolean;
  receipt: string;
}

export function moneyRow(line: AccountLine, today: LocalDate): MoneyRow {
  const isCharge = line.kind === 'charge';
  const isOpen = isCharge && line.open > 0;
  return {
    lineId: line.lineId,
    kind: KINDS[line.kind],
    reason: line.reason,
    title: line.titleName ? `《${line.titleName}》` : '',
    at: moment(line.at, today),
    amount: signed(line.amount),
    state: isOpen ? `未付 ${yuan(line.open)}` : isCharge ? '已结清' : '',
    open: isOpen,
    receipt: line.receipt ? `收据 ${line.receipt}` : '',
  };
}

/** A minus as long as the plus, not a hyphen. */
function signed(fen: number): string {
  return `${fen < 0 ? '−' : '+'}${yuan(Math.abs(fen))}`;
}

/** The balance over the list: one sum, and what it means. */
export function balance(owes: number): { sum: string; about: string; tone: 'urgent' | 'good' } {
  if (owes > 0) return { sum: yuan(owes), about: '未付费用，请到任一分馆服务台付清', tone: 'urgent' };
  if (owes < 0) return { sum: yuan(-owes), about: '您的余额，可抵以后的费用或到服务台退还', tone: 'good' };
  return { sum: yuan(0), about: '没有未付的费用', tone: 'good' };
}

export function moneyHead({ owes, deposit }: { owes: number; deposit: number }) {
  return { ...balance(owes), deposit: deposit > 0 ? `押金 ${yuan(deposit)}，退证时退还` : '' };
}
