import type { Refusal } from '../../typings/contract/refusals';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { ItemDocument, OpenLoan, Rules } from '../documents';
import { byCalendar, type BranchCalendar } from './due-date';
import { loanAfter } from './lives';
import { isOverdue } from './reader-blocks';

export interface RecallFacts {
  loan: OpenLoan;
  rules: Pick<Rules, 'recall' | 'dueDateMode'>;
  /** Of the branch of the loan. */
  calendar: BranchCalendar;
  today: LocalDate;
  now: Instant;
}

/**
 * Last day of a loan that is wanted back now: the borrower keeps it for the days that were guaranteed and has
 * the days of notice, whichever end later, by the calendar. Never later than it is due anyway; a loan that is
 * overdue, or counts in hours, keeps its end.
 */
export const recalledDue = ({ loan, rules, calendar, today, now }: RecallFacts): LocalDate => {
  if (!rules.recall || loan.dueAt !== null || isOverdue(loan, { today, now })) return loan.dueOn;
  const facts = { ...calendar, rules };
  const guaranteed = byCalendar(loan.checkedOutOn, rules.recall.guaranteedDays, facts);
  const noticed = byCalendar(today, rules.recall.noticeDays, facts);
  const earliest = guaranteed > noticed ? guaranteed : noticed;
  return earliest < loan.dueOn ? earliest : loan.dueOn;
};

/** Every reason why a loan is not recalled now. */
export const refusalsToRecall = (facts: RecallFacts): Refusal[] => {
  const { loan, rules } = facts;
  if (!rules.recall) return [{ code: 'recall_not_offered' }];
  if (loan.recall) return [{ code: 'loan_recalled', on: loan.recall.on }];
  if (loan.onSite) return [{ code: 'loan_on_site' }];
  if (loan.claimedReturnedAt !== null) return [{ code: 'loan_claimed_returned' }];
  return recalledDue(facts) < loan.dueOn ? [] : [{ code: 'recall_gains_nothing', dueOn: loan.dueOn }];
};

/** The loan once it is recalled for a hold. */
export const recalled = (facts: RecallFacts, holdId: string): OpenLoan =>
  loanAfter('recall', facts.loan, {
    ...facts.loan,
    dueOn: recalledDue(facts),
    recall: { holdId, on: facts.today, dueOnBefore: facts.loan.dueOn },
  });

/**
 * The loan once nobody wants it back any more: it is due when it was. One that is not recalled stays as it
 * is.
 */
export const recallCancelled = (loan: OpenLoan): OpenLoan =>
  loan.recall
    ? loanAfter('end_recall', loan, { ...loan, dueOn: loan.recall.dueOnBefore, recall: null })
    : loan;

/**
 * Which copy of a title is asked back: the one that is due soonest, of those that are not asked for yet and
 * that can be.
 */
export const itemToRecall = <I extends Pick<ItemDocument, '_id' | 'use' | 'loan'>>(
  items: readonly I[],
): (I & { loan: OpenLoan }) | undefined =>
  items
    .filter((item): item is I & { loan: OpenLoan } => item.use === 'loan' && canBeAsked(item.loan))
    .sort((a, b) => compare(a.loan.dueOn, b.loan.dueOn) || compare(a._id, b._id))[0];

const canBeAsked = (loan: OpenLoan | null): boolean =>
  loan !== null && !loan.onSite && loan.recall === null && loan.claimedReturnedAt === null;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
