import { claimedReturned, countsNoMore } from '../circulation/claims';
import type { ItemOnLoan } from '../circulation/open-loan';
import type { ReaderDocument } from '../documents';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';

/** Notes on a loan that its reader says to have brought the copy back, or takes that off again. */
export const claim = async (
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  item: ItemOnLoan,
  reader: ReaderDocument,
  { claimed, by }: { claimed: boolean; by: 'reader' | 'desk' },
): Promise<ItemOnLoan> => {
  const changed: ItemOnLoan = {
    ...item,
    loan: claimedReturned(item.loan, claimed ? now : null, by),
    changedAt: now,
  };
  await transaction.put('items', changed);
  await transaction.put('readers', {
    ...reader,
    openLoans: reader.openLoans.map((loan) =>
      loan.loanId === item.loan.loanId ? { ...loan, claimed: countsNoMore(changed.loan) } : loan,
    ),
  });
  return changed;
};
