import type { LocalDate } from '../../typings/contract/answer';
import type { Renewal } from '../../typings/contract/loans';
import type { Refusal } from '../../typings/contract/refusals';
import type { LoanDocument, PolicyDocument, ReaderDocument } from '../documents';
import { addDays, daysBetween } from '../kernel/local-date';
import { dueOnAfter, type DueDateFacts } from './due-date';
import { waitingOthers, type Queue } from './hold-queue';
import { blocksOf, isOverdue } from './reader-blocks';

export interface RenewalFacts {
  loan: LoanDocument;
  reader: Pick<ReaderDocument, '_id' | 'expiresOn' | 'block'>;
  policy: PolicyDocument;
  queue: Queue;
  /** Copies of the title that stand free on a shelf and could serve those who wait. */
  freeCopies: number;
  calendar: Pick<DueDateFacts, 'branch' | 'calendars'>;
  today: LocalDate;
}

/** Whether a loan can be renewed today and to when, or every reason why not. The same rule shows and renews. */
export const renewalOf = (facts: RenewalFacts): Renewal => {
  const { loan, policy, today } = facts;
  if (loan.status === 'closed') return { allowed: false, because: [{ code: 'loan_closed' }] };
  const newDueOn = dueOnAfter(policy.renewalBase === 'due' ? loan.dueOn : today, policy.renewalDays, {
    policy,
    ...facts.calendar,
    cardExpiresOn: facts.reader.expiresOn,
  });
  const because: Refusal[] = [
    ...blocksOf(facts.reader, today),
    ...overdue(loan, today),
    ...limit(loan, policy),
    ...window(loan, policy, today),
    ...waiting(facts),
    ...(newDueOn <= loan.dueOn ? [{ code: 'renewal_gains_nothing' as const, dueOn: loan.dueOn }] : []),
  ];
  return because.length > 0 ? { allowed: false, because } : { allowed: true, newDueOn };
};

const overdue = (loan: LoanDocument, today: LocalDate): Refusal[] =>
  isOverdue(loan.dueOn, today) ? [{ code: 'loan_overdue', days: daysBetween(loan.dueOn, today) }] : [];

const limit = (loan: LoanDocument, { renewalLimit }: PolicyDocument): Refusal[] =>
  loan.renewals >= renewalLimit
    ? [{ code: 'renewal_limit_reached', renewed: loan.renewals, limit: renewalLimit }]
    : [];

const window = (loan: LoanDocument, { renewalWindowDays }: PolicyDocument, today: LocalDate): Refusal[] => {
  if (renewalWindowDays === null) return [];
  const from = addDays(loan.dueOn, -renewalWindowDays);
  return today < from ? [{ code: 'renewal_too_early', from }] : [];
};

/** Readers who wait come first, unless a free copy stands on the shelf for each of them. */
const waiting = ({ queue, reader, freeCopies }: RenewalFacts): Refusal[] => {
  const others = waitingOthers(queue, reader._id);
  return others > freeCopies ? [{ code: 'others_waiting', waiting: others, free: freeCopies }] : [];
};
