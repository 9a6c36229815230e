import type { Loan } from '../../typings/contract/loans';
import { branchName } from '../circulation/branches';
import { fineOfLoan } from '../circulation/open-loan';
import { renewalOf } from '../circulation/renewal';
import type { LoanFacts } from '../circulation/renewal-facts';
import type { Library } from '../documents';
import { daysBetween } from '../kernel/local-date';

/** A loan as its reader sees it, with whether it can be renewed. */
export const loanView = (library: Library, facts: LoanFacts): Loan => {
  const { item, loan, now, today } = facts;
  const daysLeft = daysBetween(today, loan.dueOn);
  return {
    loanId: loan.loanId,
    title: item.title,
    barcode: item._id,
    branchName: branchName(library, loan.branchId),
    checkedOutOn: loan.checkedOutOn,
    dueOn: loan.dueOn,
    ...(loan.dueAt && { dueAt: loan.dueAt }),
    daysLeft,
    dueSoon: daysLeft <= library.settings.dueSoonDays,
    renewals: { used: loan.renewals, limit: facts.rules.renewalLimit },
    ...(loan.recall && { recalled: { on: loan.recall.on, dueOnBefore: loan.recall.dueOnBefore } }),
    claimedReturned: loan.claimedReturnedAt !== null,
    onSite: loan.onSite,
    fineToday: fineOfLoan(library, item, { now, returnedOn: today }),
    renewal: renewalOf(facts),
  };
};
