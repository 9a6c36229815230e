import type { ItemOnLoan } from '../circulation/open-loan';
import type { Transaction } from '../kernel/database';

/**
 * A loan that ends earlier now: what its borrower's document knows of the due date is never later than it, or
 * nobody would see that the loan is overdue.
 */
export const bringForward = async (
  transaction: Transaction,
  { loan }: Pick<ItemOnLoan, 'loan'>,
): Promise<void> => {
  const borrower = await transaction.get('readers', loan.readerId);
  if (!borrower) throw new Error(`reader ${loan.readerId} of loan ${loan.loanId} does not exist`);
  await transaction.put('readers', {
    ...borrower,
    openLoans: borrower.openLoans.map((known) =>
      known.loanId === loan.loanId && known.dueOnOrLater > loan.dueOn
        ? { ...known, dueOnOrLater: loan.dueOn }
        : known,
    ),
  });
};
