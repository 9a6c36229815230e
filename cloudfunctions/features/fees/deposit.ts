import * as v from 'valibot';
import type { Receipt } from '../../../typings/contract/fees';
import type { Refusal } from '../../../typings/contract/refusals';
import type { ReaderDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { anAmount, yuan } from '../../kernel/fen';
import { writing, type Changed } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aComment, anId } from '../../kernel/validate';
import { ofFound } from '../../steps/found';
import { addLine, type NewLine } from '../../steps/money';
import { nextReceipt, receiptView } from './receipts';

const FOUND = [
  'readers',
  'readerId',
  (readerId: string): Refusal => ({ code: 'reader_not_found', scanned: readerId }),
] as const;

interface OfReader {
  readerId: string;
  amount: number;
}

/** Takes a deposit in. It stands on an account of its own and pays no fees. */
export const payDeposit = writing('fees.payDeposit', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount }),
  run: ofFound(FOUND, (context: StaffContext, { amount }: OfReader, transaction, reader) =>
    withReceipt(context, transaction, reader, { kind: 'deposit_paid', amount, reason: '押金' }),
  ),
});

/**
 * Gives a deposit back, at most what is there and only once nothing is on loan or owed. The reader's document
 * carries all three.
 */
export const returnDeposit = writing('fees.returnDeposit', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount, comment: aComment }),
  run: ofFound(
    FOUND,
    async (context: StaffContext, input: OfReader & { comment: string }, transaction, reader) => {
      const { amount, comment } = input;
      const { owes, deposit, openLoans } = reader;
      if (amount > deposit) return refuse({ code: 'amount_too_high', amount, open: Math.max(0, deposit) });
      if (openLoans.length > 0 || owes > 0)
        return refuse({
          code: 'account_not_settled',
          loans: openLoans.length,
          holds: 0,
          owes,
          deposit,
          children: 0,
        });
      const line = { kind: 'deposit_returned' as const, amount: -amount, reason: '退还押金', comment };
      return withReceipt(context, transaction, reader, line);
    },
  ),
});

/** A line on the reader's deposit, and its receipt. */
const withReceipt = async (
  context: StaffContext,
  transaction: Transaction,
  reader: ReaderDocument,
  line: Pick<NewLine, 'kind' | 'amount' | 'reason' | 'comment'>,
): Promise<Changed<Receipt>> => {
  const { staff } = context;
  const receipt = await nextReceipt(transaction);
  const added = await addLine(transaction, context, {
    ...line,
    _id: `deposit_${receipt}`,
    readerId: reader._id,
    account: 'deposit',
    staffName: staff.name,
    receipt,
  });
  const outcome = `${line.amount > 0 ? '收' : '退'}押金 ${yuan(Math.abs(line.amount))}，收据 ${receipt}`;
  return {
    value: receiptView(context, reader, receipt, [added]),
    log: { outcome, comment: line.comment, readerId: reader._id, branchId: staff.branchId },
  };
};
