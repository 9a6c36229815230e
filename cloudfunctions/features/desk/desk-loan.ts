import type { DeskLoan } from '../../../typings/contract/desk';
import type { ItemOnLoan } from '../../circulation/open-loan';
import type { Context } from '../../kernel/context';
import { daysBetween } from '../../kernel/local-date';

export const deskLoan = (
  { _id: barcode, title, loan }: ItemOnLoan,
  { today }: Pick<Context, 'today'>,
): DeskLoan => ({
  loanId: loan.loanId,
  barcode,
  title,
  dueOn: loan.dueOn,
  ...(loan.dueAt && { dueAt: loan.dueAt }),
  daysLeft: daysBetween(today, loan.dueOn),
  onSite: loan.onSite,
  claimedReturned: loan.claimedReturnedAt !== null,
  recalled: loan.recall !== null,
});

/** The last four digits: staff and reader know each other by name and these. */
export const cardTail = (cardNumber: string): string => cardNumber.slice(-4);
