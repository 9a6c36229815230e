import type { TitleFacts } from '../../../typings/contract/catalogue';
import type { DeskLoan } from '../../../typings/contract/desk';
import type { LoanDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { daysBetween } from '../../kernel/local-date';

export const deskLoan = (
  loan: LoanDocument,
  title: TitleFacts,
  { today }: Pick<Context, 'today'>,
): DeskLoan => ({
  loanId: loan._id,
  barcode: loan.barcode,
  title,
  dueOn: loan.dueOn,
  daysLeft: daysBetween(today, loan.dueOn),
});

/** The last four digits: staff and reader know each other by name and these. */
export const cardTail = (cardNumber: string): string => cardNumber.slice(-4);
