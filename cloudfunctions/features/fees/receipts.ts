import type { Receipt } from '../../../typings/contract/fees';
import type { AccountLineDocument, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';

const DIGITS = 8;

/**
 * The next receipt number. The counter's document carries "numbers without gaps, given once": it changes only
 * with what it numbers.
 */
export const nextReceipt = async (transaction: Transaction): Promise<string> => {
  const counter = await transaction.get('settings', 'receipt-counter');
  const last = counter?._id === 'receipt-counter' ? counter.last + 1 : 1;
  await transaction.put('settings', { _id: 'receipt-counter', last });
  return `R${String(last).padStart(DIGITS, '0')}`;
};

/**
 * A receipt from the lines that carry its number: what was paid for, and as a deduction what a credit paid.
 * The total is the money that changed hands; less than 0 when the library gave it back.
 */
export const receiptView = (
  { library }: Pick<Context, 'library'>,
  reader: Pick<ReaderDocument, 'name' | 'cardNumber'>,
  receipt: string,
  lines: readonly AccountLineDocument[],
): Receipt => {
  // Deposits stand on the account as what the reader has, fees as what they owe.
  const paid = ({ account, amount }: AccountLineDocument) => (account === 'deposit' ? amount : -amount);
  return {
    receipt,
    libraryName: library.settings.name,
    at: lines[0]?.at ?? '',
    staffName: lines[0]?.staffName ?? '',
    readerName: reader.name,
    cardTail: reader.cardNumber.slice(-4),
    lines: lines.map((line) => ({
      reason: line.reason,
      titleName: line.titleName,
      amount: paid(line),
    })),
    total: lines.reduce((sum, line) => sum + paid(line), 0),
  };
};
