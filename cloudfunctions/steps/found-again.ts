import type { LocalDate } from '../../typings/contract/shapes';
import { refundOfLoss } from '../circulation/loss';
import type { AccountLineDocument, ItemDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { addLines, putSettled, settling, type NewLine } from './money';
import { lostFound } from './loan-notices';
import { tell } from './notices';

export interface GivenBack {
  readerId: string;
  readerName: string;
  /** Fen that are no longer asked for. */
  waived: number;
  /** Fen that were paid and stand as a credit on the account now. */
  credited: number;
}

/**
 * A copy that a reader lost is in somebody's hand again, however it is booked by now: within the days of the
 * rule that charged it, what is open of the charge for the copy is waived and what was paid becomes a credit,
 * which the desk pays out. Once a loan: the lines are named after it. What was paid and given back before is
 * not given back again.
 */
export const giveBackForFound = async (
  transaction: Transaction,
  context: Pick<Context, 'now' | 'today' | 'library'>,
  { lastLoan, title }: Pick<ItemDocument, 'lastLoan' | 'title'>,
  foundOn: LocalDate,
  staffName: string,
): Promise<GivenBack | null> => {
  if (lastLoan?.how !== 'lost') return null;
  const charge = await transaction.get('accountLines', `lost_${lastLoan.loanId}`);
  if (!charge || !isInTime(charge, foundOn)) return null;
  const payments = await paymentsOf(transaction, charge);
  const credited = payments.reduce((sum, payment) => sum + leftOf(payment), 0);
  const waived = charge.open;
  if (credited + waived === 0) return null;

  const lines = [
    ...(waived > 0
      ? [settling(charge, { _id: `found_waiver_${lastLoan.loanId}`, kind: 'waiver', amount: -waived })]
      : []),
    ...(credited > 0
      ? [
          {
            ...settling(charge, { _id: `found_${lastLoan.loanId}`, kind: 'credit', amount: -credited }),
            settles: null,
          },
        ]
      : []),
  ].map((line): NewLine => ({ ...line, reason: '遗失的图书已找回', staffName }));
  if (waived > 0)
    await putSettled(
      transaction,
      charge,
      lines.filter(({ kind }) => kind === 'waiver'),
    );
  for (const payment of payments.filter((each) => leftOf(each) > 0))
    await transaction.put('accountLines', { ...payment, refunded: -payment.amount });
  await addLines(transaction, context, charge.readerId, lines);
  await tell(transaction, context, lostFound(charge, title.title, { waived, credited }));
  return { readerId: charge.readerId, readerName: lastLoan.readerName, waived, credited };
};

const isInTime = ({ amount, on, refundDays }: AccountLineDocument, foundOn: LocalDate): boolean =>
  refundOfLoss({ refundDays: refundDays ?? null }, { forCopy: amount, lostOn: on, foundOn }) > 0;

/** Payments that settled some of a charge. */
const paymentsOf = async (
  transaction: Transaction,
  { settledBy = [] }: AccountLineDocument,
): Promise<AccountLineDocument[]> => {
  const payments: AccountLineDocument[] = [];
  for (const lineId of settledBy) {
    const line = await transaction.get('accountLines', lineId);
    if (line?.kind === 'payment') payments.push(line);
  }
  return payments;
};

const leftOf = ({ amount, refunded = 0 }: AccountLineDocument): number => -amount - refunded;
