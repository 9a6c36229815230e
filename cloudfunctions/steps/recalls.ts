import { isOnLoan } from '../circulation/open-loan';
import { recallCancelled } from '../circulation/recall';
import type { HoldDocument, ItemDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { barcodeOfLoan } from '../kernel/loan-id';
import { recallOver } from './loan-notices';
import { tell } from './notices';

/**
 * A hold that a loan was recalled for needs it no more: it has ended, or another copy (`servedBy`) came
 * first. While the copy is still with its borrower they keep it as long as before, and are told. What the
 * borrower's document knows of the due date is a lower bound and may stay.
 */
export const restoreRecalled = async (
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  { _id: holdId, recalledLoan }: HoldDocument,
  servedBy?: string | null,
): Promise<void> => {
  if (recalledLoan === undefined) return;
  const barcode = barcodeOfLoan(recalledLoan);
  if (barcode === servedBy) return;
  const item = await transaction.get('items', barcode);
  if (!item || !isOnLoan(item) || item.loan.loanId !== recalledLoan) return;
  if (item.loan.recall?.holdId !== holdId) return;
  const loan = recallCancelled(item.loan);
  const restored: ItemDocument = { ...item, loan, changedAt: context.now };
  await transaction.put('items', restored);
  await tell(transaction, context, recallOver(loan, item.title.title, loan.dueOn));
};

/** The hold once nothing is recalled for it any more. */
export const withoutRecall = ({ recalledLoan: _, ...hold }: HoldDocument): HoldDocument => hold;
