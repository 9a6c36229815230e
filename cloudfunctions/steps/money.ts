import type { AccountLineDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';

type Line = Pick<AccountLineDocument, '_id' | 'readerId' | 'kind' | 'amount' | 'reason'> &
  Partial<AccountLineDocument>;

/** How a line of each kind moves the counters of its reader: they are sums of lines and change only with them. */
const counters = ({ account, kind, amount }: AccountLineDocument) =>
  account === 'deposit' ? { deposit: amount } : { owes: amount, ...(kind === 'credit' && { credit: -amount }) };

/**
 * Adds a line to a reader's account and moves the reader's counters with it, in one transaction. Fen; positive: owes more.
 * The line's id carries "charged once": a second one of the same id fails with `DuplicateId`.
 */
export const addLine = async (
  transaction: Transaction,
  { now, today }: Pick<Context, 'now' | 'today'>,
  line: Line,
): Promise<AccountLineDocument> => {
  const whole: AccountLineDocument = {
    account: 'fees',
    at: now,
    on: today,
    settles: null,
    open: line.kind === 'charge' ? line.amount : 0,
    loanId: '',
    barcode: '',
    titleName: '',
    staffName: '',
    comment: '',
    receipt: '',
    ...line,
  };
  await transaction.add('accountLines', whole);
  await transaction.amend('readers', whole.readerId, { add: counters(whole) });
  return whole;
};
