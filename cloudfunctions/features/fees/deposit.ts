import * as v from 'valibot';
import { anAmount, yuan } from '../../kernel/fen';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aComment, anId } from '../../kernel/validate';
import { addLine } from '../../steps/money';
import { nextReceipt, receiptView } from './receipts';

/** Takes a deposit in. It stands on an account of its own and pays no fees. */
export const payDeposit = writing('fees.payDeposit', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount }),
  run: async (context, { readerId, amount }, transaction) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
    const receipt = await nextReceipt(transaction);
    const line = await addLine(transaction, context, {
      _id: `deposit_${receipt}`,
      readerId,
      account: 'deposit',
      kind: 'deposit_paid',
      amount,
      reason: '押金',
      staffName: context.staff.name,
      receipt,
    });
    return {
      value: receiptView(context, reader, receipt, [line]),
      log: {
        outcome: `收押金 ${yuan(amount)}，收据 ${receipt}`,
        readerId,
        branchId: context.staff.branchId,
      },
    };
  },
});

/**
 * Gives a deposit back, at most what is there and only once nothing is on loan or owed. The reader's document
 * carries all three.
 */
export const returnDeposit = writing('fees.returnDeposit', {
  role: 'circulation',
  schema: v.strictObject({ readerId: anId, amount: anAmount, comment: aComment }),
  run: async (context, { readerId, amount, comment }, transaction) => {
    const reader = await transaction.get('readers', readerId);
    if (!reader) return refuse({ code: 'reader_not_found', scanned: readerId });
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
    const receipt = await nextReceipt(transaction);
    const line = await addLine(transaction, context, {
      _id: `deposit_${receipt}`,
      readerId,
      account: 'deposit',
      kind: 'deposit_returned',
      amount: -amount,
      reason: '退还押金',
      staffName: context.staff.name,
      comment,
      receipt,
    });
    return {
      value: receiptView(context, reader, receipt, [line]),
      log: {
        outcome: `退押金 ${yuan(amount)}，收据 ${receipt}`,
        comment,
        readerId,
        branchId: context.staff.branchId,
      },
    };
  },
});
