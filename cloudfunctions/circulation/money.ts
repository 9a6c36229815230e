import type { Refusal } from '../../typings/contract/refusals';
import type { AccountLineDocument } from '../documents';

/** Lines of an account, as far as a sum needs them. Fen; positive: the reader owes more. */
export type Line = Pick<
  AccountLineDocument,
  '_id' | 'account' | 'kind' | 'amount' | 'open' | 'settles' | 'at'
>;

export interface Settled {
  lineId: string;
  /** Closed of it now, fen. */
  amount: number;
  /** Still open of it afterwards, fen. */
  open: number;
}

/** What the lines of an account sum to; of credits, those of them alone as a positive number. Fen. */
export const balanceOf = (
  lines: readonly Line[],
): { owes: number; credit: number; deposit: number; open: number } => {
  const fees = lines.filter((line) => line.account === 'fees');
  return {
    owes: sum(fees.map((line) => line.amount)),
    credit: -sum(fees.filter((line) => line.kind === 'credit').map((line) => line.amount)),
    deposit: sum(lines.filter((line) => line.account === 'deposit').map((line) => line.amount)),
    open: sum(fees.map((line) => line.open)),
  };
};

/**
 * Which charges a sum closes: the named ones in the order of their names, else all that are open, the oldest first. The last may
 * stay open in part. More than is open is refused, and so is a name that is no open charge.
 */
export const settle = (
  lines: readonly Line[],
  amount: number,
  lineIds?: readonly string[],
): { settled: Settled[] } | { refusals: Refusal[] } => {
  const open = lines.filter(isOpenCharge);
  const named = lineIds && [...new Set(lineIds)].map((id) => open.find((line) => line._id === id));
  if (named?.includes(undefined)) return { refusals: [{ code: 'line_not_found' }] };
  const charges = named ? named.filter((line) => line !== undefined) : [...open].sort(oldestFirst);
  const owed = sum(charges.map((line) => line.open));
  if (amount > owed) return { refusals: [{ code: 'amount_too_high', amount, open: owed }] };

  let left = amount;
  const settled: Settled[] = [];
  for (const charge of charges) {
    const part = Math.min(left, charge.open);
    if (part <= 0) break;
    settled.push({ lineId: charge._id, amount: part, open: charge.open - part });
    left -= part;
  }
  return { settled };
};

/** What may be given back for a payment: as much as was paid, less what was given back for it before. */
export const refundable = (payment: Line, lines: readonly Line[]): number => {
  if (payment.kind !== 'payment') return 0;
  const given = lines.filter((line) => line.kind === 'refund' && line.settles === payment._id);
  return Math.max(0, -payment.amount - sum(given.map((line) => line.amount)));
};

/** Why so much is not given back for a payment. */
export const refusalsToRefund = (
  payment: Line | undefined,
  lines: readonly Line[],
  amount: number,
): Refusal[] => {
  if (payment?.kind !== 'payment') return [{ code: 'line_not_found' }];
  const open = refundable(payment, lines);
  return amount > open ? [{ code: 'amount_too_high', amount, open }] : [];
};

const isOpenCharge = (line: Line): boolean => line.kind === 'charge' && line.open > 0;

const oldestFirst = (a: Line, b: Line): number =>
  a.at === b.at ? (a._id < b._id ? -1 : 1) : a.at < b.at ? -1 : 1;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
