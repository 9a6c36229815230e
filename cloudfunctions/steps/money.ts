import { afterSettling } from '../circulation/money';
import type { LocalDate } from '../../typings/contract/shapes';
import type { AccountLineDocument, Library } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { addDays } from '../kernel/local-date';

export type NewLine = Pick<AccountLineDocument, '_id' | 'readerId' | 'kind' | 'amount' | 'reason'> &
  Partial<AccountLineDocument>;

/**
 * What lines sum to: the counters of their reader, which change only with them. A credit is given by a line
 * of its own, and taken up by another or paid out by a refund.
 */
export const countersOf = (
  lines: readonly Pick<AccountLineDocument, 'account' | 'kind' | 'amount'>[],
): { owes: number; credit: number; deposit: number } => {
  const sum = (of: typeof lines) => of.reduce((all, { amount }) => all + amount, 0);
  const fees = lines.filter(({ account }) => account === 'fees');
  return {
    owes: sum(fees),
    // No −0: it would stand in the database.
    credit: 0 - sum(fees.filter(({ kind }) => kind === 'credit' || kind === 'refund')),
    deposit: sum(lines.filter(({ account }) => account === 'deposit')),
  };
};

/** What is so of a line that does not say otherwise. */
export const unsaid = ({ kind, amount }: Pick<AccountLineDocument, 'kind' | 'amount'>) => ({
  settles: null,
  open: kind === 'charge' ? amount : 0,
  ...{ loanId: '', barcode: '', titleName: '', staffName: '', comment: '', receipt: '' },
});

/**
 * Adds lines to a reader's account and moves the reader's counters, which are their sums, in one transaction.
 * Fen; positive: owes more. A line's id carries "charged once": a second one of the same id fails with
 * `DuplicateId`.
 */
export const addLines = async (
  transaction: Transaction,
  { now, today, library }: Pick<Context, 'now' | 'today' | 'library'>,
  readerId: string,
  lines: readonly NewLine[],
): Promise<AccountLineDocument[]> => {
  if (lines.length === 0) return [];
  const whole = lines.map((line): AccountLineDocument => ({
    bookUntil: bookUntil(line, today, library),
    account: 'fees',
    at: now,
    on: today,
    ...unsaid(line),
    ...line,
  }));
  for (const line of whole) await transaction.add('accountLines', line);
  // Lines that cancel each other out, a payment credited and paid out at once, move no counter.
  const add = Object.fromEntries(Object.entries(countersOf(whole)).filter(([, by]) => by !== 0));
  if (Object.keys(add).length > 0) await transaction.amend('readers', readerId, { add });
  return whole;
};

/** As long as the log names readers, and as long as the money for a lost copy can be given back. */
const bookUntil = (
  { barcode, titleName, comment, refundDays }: NewLine,
  today: LocalDate,
  { settings }: Library,
): LocalDate | null =>
  barcode || titleName || comment
    ? addDays(today, Math.max(settings.anonymiseAfterDays, refundDays ?? 0))
    : null;

/** Adds one line; see `addLines`. */
export const addLine = async (
  transaction: Transaction,
  context: Pick<Context, 'now' | 'today' | 'library'>,
  line: NewLine,
): Promise<AccountLineDocument> => {
  const [added] = await addLines(transaction, context, line.readerId, [line]);
  if (!added) throw new Error(`line ${line._id} was not added`);
  return added;
};

/** A line that settles some of a charge: names the charge, and tells of the same copy. */
export const settling = (
  charge: AccountLineDocument,
  line: Pick<AccountLineDocument, '_id' | 'kind' | 'amount'> & Partial<AccountLineDocument>,
): NewLine => ({
  readerId: charge.readerId,
  reason: charge.reason,
  settles: charge._id,
  loanId: charge.loanId,
  barcode: charge.barcode,
  titleName: charge.titleName,
  ...line,
});

/** Writes a charge of which lines settled some; what is open of it can never be less than nothing. */
export const putSettled = async (
  transaction: Transaction,
  charge: AccountLineDocument,
  lines: readonly Pick<AccountLineDocument, '_id' | 'amount'>[],
): Promise<AccountLineDocument> => {
  const settled: AccountLineDocument = {
    ...afterSettling(charge, lines),
    settledBy: [...(charge.settledBy ?? []), ...lines.map(({ _id }) => _id)],
  };
  await transaction.put('accountLines', settled);
  return settled;
};
