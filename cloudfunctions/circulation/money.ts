import type { AccountLineDocument, ReaderDocument } from '../documents';

/** How the ids of charges for a damage begin, while their copy is told. */
export const DAMAGE_LINE = 'damage_';

type Charge = Pick<AccountLineDocument, '_id' | 'open'>;

/** A part of a charge that is settled. Fen. */
export interface Share {
  lineId: string;
  amount: number;
}

/** What is open of charges together, fen. */
export const openOf = (charges: readonly Pick<AccountLineDocument, 'open'>[]): number =>
  charges.reduce((sum, { open }) => sum + open, 0);

/**
 * Most that can be paid now: what is open of the charges, and no more than the reader owes once their credit
 * is taken off.
 */
export const mostToPay = ({ charges, owes }: { charges: readonly Charge[]; owes: number }): number =>
  Math.max(0, Math.min(openOf(charges), owes));

/** What readers owe together, fen; a credit of one child does not pay for another. */
export const owedBy = (readers: readonly Pick<ReaderDocument, 'owes'>[]): number =>
  readers.reduce((sum, { owes }) => sum + Math.max(0, owes), 0);

interface SettlementFacts {
  /** Those to be paid, in the order in which they are. */
  charges: readonly Charge[];
  /** All that is open, in the order in which credit settles it. */
  allOpen: readonly Charge[];
  owes: number;
  credit: number;
}

/**
 * Which charges a sum of money settles, one after the other, the last perhaps in part, and which are settled
 * out of the reader's credit: what is left once the money covers all that is owed, or all that the credit
 * reaches when no money is given.
 */
export const settlement = (
  { charges, allOpen, owes, credit }: SettlementFacts,
  amount: number,
): { money: Share[]; fromCredit: Share[] } => {
  const money = sharesOf(charges, amount);
  const paid = new Map(money.map((share) => [share.lineId, share.amount]));
  const left = allOpen.map(({ _id, open }) => ({ _id, open: open - (paid.get(_id) ?? 0) }));
  const usesCredit = amount === 0 || amount >= owes;
  return { money, fromCredit: usesCredit ? sharesOf(left, credit) : [] };
};

/** A sum over charges in their order, each in full as far as it goes. */
const sharesOf = (charges: readonly Charge[], amount: number): Share[] => {
  let left = amount;
  return charges.flatMap(({ _id, open }) => {
    const part = Math.min(left, open);
    if (part <= 0) return [];
    left -= part;
    return [{ lineId: _id, amount: part }];
  });
};

/** A charge after lines that settled some of it. @throws when they settle more than was open. */
export const afterSettling = <C extends Charge>(
  charge: C,
  lines: readonly Pick<AccountLineDocument, 'amount'>[],
): C => {
  const open = lines.reduce((left, { amount }) => left + amount, charge.open);
  if (open < 0) throw new Error(`charge ${charge._id} would be settled by ${-open} fen more than is open`);
  return { ...charge, open };
};

/**
 * Most that can be given back for a payment, or paid out of a credit: what was not given back before, and of
 * a credit what is left.
 */
export const mostToRefund = (
  paid: Pick<AccountLineDocument, 'kind' | 'amount' | 'refunded'>,
  reader: Pick<ReaderDocument, 'credit'>,
): number => {
  const left = Math.max(0, -paid.amount - (paid.refunded ?? 0));
  return paid.kind === 'credit' ? Math.min(left, Math.max(0, reader.credit)) : left;
};

/**
 * Money that was paid in, and credits that were given; what was settled out of a credit is no money to give
 * back, nor is a credit that was taken up.
 */
export const isRefundable = ({
  account,
  kind,
  amount,
  method,
}: Pick<AccountLineDocument, 'account' | 'kind' | 'amount' | 'method'>): boolean =>
  account === 'fees' && amount < 0 && (kind === 'credit' || (kind === 'payment' && method !== 'credit'));
