import type { Refusal } from '../../typings/contract/refusals';
import type { AccountLineDocument, ReaderDocument } from '../documents';

/** A charge as far as settling it needs it. */
type Charge = Pick<AccountLineDocument, '_id' | 'kind' | 'open' | 'at'>;
type Refused = { refusals: Refusal[] };

export interface Settled {
  lineId: string;
  /** Closed of it now, fen. */
  amount: number;
  /** Still open of it afterwards, fen. */
  open: number;
}

/**
 * What the lines of an account sum to, fen. A credit is given by a line of its own and taken up by another, or paid out by a
 * refund.
 */
export const balanceOf = (
  lines: readonly Pick<AccountLineDocument, 'account' | 'kind' | 'amount' | 'open'>[],
): { owes: number; credit: number; deposit: number; open: number } => {
  const fees = lines.filter((line) => line.account === 'fees');
  const credits = fees.filter((line) => line.kind === 'credit' || line.kind === 'refund');
  return {
    owes: sum(fees.map((line) => line.amount)),
    // No −0: it would stand in the database.
    credit: 0 - sum(credits.map((line) => line.amount)),
    deposit: sum(lines.filter((line) => line.account === 'deposit').map((line) => line.amount)),
    open: sum(fees.map((line) => line.open)),
  };
};

/**
 * Which charges a sum closes: the named ones in the order of their names, else all that are open, the oldest first. The last may
 * stay open in part. More than is open is refused, and so is a name that is no open charge.
 */
export const settle = (
  lines: readonly Charge[],
  amount: number,
  lineIds?: readonly string[],
): { settled: Settled[] } | Refused => {
  const charges = chargesToSettle(lines, lineIds);
  if (!charges) return { refusals: [{ code: 'line_not_found' }] };
  const open = sum(charges.map((line) => line.open));
  return amount > open
    ? { refusals: [{ code: 'amount_too_high', amount, open }] }
    : { settled: shareOut(charges, amount) };
};

/**
 * As `settle`, with the reader's credit: money pays no more than they owe once the credit is taken off. When it covers all of
 * that, the credit closes what is left; given no money, the credit closes what it reaches.
 */
export const settleWithCredit = (
  lines: readonly Charge[],
  amount: number,
  { owes, credit }: Pick<ReaderDocument, 'owes' | 'credit'>,
  lineIds?: readonly string[],
): { money: Settled[]; fromCredit: Settled[] } | Refused => {
  const charges = chargesToSettle(lines, lineIds);
  if (!charges) return { refusals: [{ code: 'line_not_found' }] };
  const most = Math.max(0, Math.min(sum(charges.map((line) => line.open)), owes));
  if (amount > most) return { refusals: [{ code: 'amount_too_high', amount, open: most }] };
  const money = shareOut(charges, amount);
  const paid = new Map(money.map((share) => [share.lineId, share.open]));
  const others = (chargesToSettle(lines) ?? []).filter((line) => !charges.includes(line));
  // Money that was given for certain charges leaves the others to another day; credit alone closes what it was asked for.
  const left = [...charges, ...(amount > 0 ? others : lineIds ? [] : others)].map((line) => ({
    ...line,
    open: paid.get(line._id) ?? line.open,
  }));
  const usesCredit = amount === 0 || amount >= owes;
  return { money, fromCredit: usesCredit ? shareOut(left, Math.max(0, credit)) : [] };
};

/** Most that can be given back for a payment, or paid out of a credit: what was not given back before, and of a credit what is left. */
export const mostToRefund = (
  paid: Pick<AccountLineDocument, 'kind' | 'amount' | 'refunded'>,
  reader: Pick<ReaderDocument, 'credit'>,
): number => {
  const left = Math.max(0, -paid.amount - (paid.refunded ?? 0));
  return paid.kind === 'credit' ? Math.min(left, Math.max(0, reader.credit)) : left;
};

/** Open charges in the order in which they are settled; undefined when a name is none of them. */
const chargesToSettle = <C extends Charge>(
  lines: readonly C[],
  lineIds?: readonly string[],
): C[] | undefined => {
  const open = lines.filter((line) => line.kind === 'charge' && line.open > 0);
  if (!lineIds) return open.sort(oldestFirst);
  const named = [...new Set(lineIds)].map((id) => open.find((line) => line._id === id));
  return named.includes(undefined) ? undefined : named.filter((line) => line !== undefined);
};

/** A sum over charges in their order, each in full as far as it goes. */
const shareOut = (charges: readonly Pick<Charge, '_id' | 'open'>[], amount: number): Settled[] => {
  let left = amount;
  return charges.flatMap(({ _id, open }) => {
    const part = Math.min(left, open);
    if (part <= 0) return [];
    left -= part;
    return [{ lineId: _id, amount: part, open: open - part }];
  });
};

const oldestFirst = (a: Charge, b: Charge): number =>
  a.at === b.at ? (a._id < b._id ? -1 : 1) : a.at < b.at ? -1 : 1;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
