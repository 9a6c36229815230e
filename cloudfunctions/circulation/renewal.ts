import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Renewal } from '../../typings/contract/loans';
import type { Refusal, RefusalCode } from '../../typings/contract/refusals';
import type { OpenLoan, Period, ReaderDocument, Rules } from '../documents';
import { addDays, daysBetween, instantOf } from '../kernel/local-date';
import { backBefore, endsBy, pastBooking } from './booked-ahead';
import { latestLoanDay, loanEnd, type BranchCalendar, type LoanEnd } from './due-date';
import { neededBy, type CallsBy, type OnShelves } from './fetching';
import { isFor, type Queue } from './hold-queue';
import { blocksOf, debtBlock, isBlock, isOverdue, type Blockable } from './reader-blocks';

type Reader = Blockable & Pick<ReaderDocument, '_id' | 'owes' | 'credit'>;

export interface RenewalFacts {
  loan: OpenLoan;
  item: OnShelves;
  reader: Reader;
  rules: Rules;
  queue: Queue;
  /** How copies call who waits, by the rules of those who wait. */
  callsBy: CallsBy;
  /** Copies of the title that stand free on a shelf. */
  shelf: readonly OnShelves[];
  /** From this day on the copy has to be there for somebody else. */
  bookedFrom?: LocalDate | null;
  /** Asked for by the reader online, not at the desk. */
  online: boolean;
  /** Other open loans of the reader that are overdue now. */
  otherOverdue: number;
  /** Of the branch of the loan. */
  calendar: BranchCalendar;
  today: LocalDate;
  now: Instant;
}

/**
 * Whether a loan can be renewed now and to when, or every reason why not. The same rule shows and
 * renews.
 */
export const renewalOf = (facts: RenewalFacts): Renewal => {
  const end = renewedEnd(facts);
  const because: Refusal[] = [
    ...kind(facts.loan),
    ...readerBlocks(facts),
    ...overdue(facts),
    ...limits(facts),
    ...window(facts),
    ...waiting(facts),
    ...(facts.rules.bookedAhead === 'refused' ? pastBooking(end.dueOn, facts.bookedFrom, facts.rules) : []),
    ...gainOf(end, facts),
  ];
  if (because.length > 0) return { allowed: false, because };
  return { allowed: true, newDueOn: end.dueOn, ...(end.dueAt !== null && { newDueAt: end.dueAt }) };
};

type EndFacts = Pick<RenewalFacts, 'rules' | 'calendar' | 'bookedFrom' | 'today' | 'now'> & {
  loan: Pick<OpenLoan, 'checkedOutOn' | 'dueOn' | 'dueAt'>;
  reader: Pick<Reader, 'expiresOn'>;
};

/**
 * When the loan would end if it were renewed now, whether or not it may be; cut off where the library lets no
 * loan go on for longer, or the copy has to be back for somebody.
 */
export const renewedEnd = (facts: EndFacts): LoanEnd => {
  const { bookedFrom = null, rules, calendar } = facts;
  const aged = endsBy(renewedEndOfAnyAge(facts), latestLoanDay(facts.loan.checkedOutOn, rules, calendar));
  return endsBy(aged, backBefore(bookedFrom, rules, calendar));
};

/**
 * The same for a loan that staff let go on for longer. Where counting from the old last day would leave it
 * overdue, it counts from today.
 */
export const renewedEndOfAnyAge = (facts: EndFacts): LoanEnd => {
  const { loan, rules, today, now } = facts;
  const fromToday = () => endFrom({ on: today, at: now }, facts);
  const isLate = isOverdue(loan, { today, now });
  if (rules.renewalBase === 'today' || (rules.renewalBase === 'due_or_today' && isLate)) return fromToday();
  const end = endFrom({ on: loan.dueOn, at: loan.dueAt ?? lastMinuteOf(loan.dueOn) }, facts);
  return isAhead(end, facts) ? end : fromToday();
};

/** Why a loan does not go past a day: with all its renewals it has been out for as long as any may. */
export const pastAge = (
  dueOn: LocalDate,
  { loan, rules, calendar }: Pick<EndFacts, 'rules' | 'calendar'> & { loan: Pick<OpenLoan, 'checkedOutOn'> },
): Refusal[] => {
  const until = latestLoanDay(loan.checkedOutOn, rules, calendar);
  return until !== null && dueOn > until ? [{ code: 'loan_age_reached', until }] : [];
};

const endFrom = (
  start: { on: LocalDate; at: Instant },
  { rules, reader, calendar, today }: EndFacts,
): LoanEnd => {
  // A card that has ended already cannot end the loan later; whether it may be renewed at all is a rule of
  // its own.
  const cardExpiresOn = reader.expiresOn < today ? null : reader.expiresOn;
  return loanEnd(start, renewalPeriodOf(rules), { ...calendar, rules, cardExpiresOn });
};

/** A renewal is as long as the loan was, where the rules name no time of its own. */
export const renewalPeriodOf = ({
  renewalPeriod,
  loanPeriod,
}: Pick<Rules, 'renewalPeriod' | 'loanPeriod'>): Period => renewalPeriod ?? loanPeriod;

const lastMinuteOf = (day: LocalDate): Instant => instantOf(day, '23:59');

/** Loans that are not renewed whatever the numbers say. */
const kind = (loan: OpenLoan): Refusal[] => [
  ...(loan.onSite ? [{ code: 'loan_on_site' as const }] : []),
  ...(loan.recall ? [{ code: 'loan_recalled' as const, on: loan.recall.on }] : []),
  ...(loan.claimedReturnedAt !== null ? [{ code: 'loan_claimed_returned' as const }] : []),
];

const readerBlocks = ({ reader, rules, today }: RenewalFacts): Refusal[] => [
  ...blocksOf(reader, today, 'borrowing').filter(({ code }) => !isWaived(code, rules)),
  ...(rules.renewalWhenOwing
    ? []
    : debtBlock(reader, { ...rules, debtLimit: rules.renewalDebtLimit ?? rules.debtLimit })),
];

/** What the library does not mind where a loan is only to be renewed. */
const isWaived = (code: RefusalCode, rules: Rules): boolean =>
  code === 'card_expired' ? rules.renewalWhenExpired : isBlock(code) && rules.renewalWhenBlocked;

const overdue = ({ loan, rules, otherOverdue, today, now }: RenewalFacts): Refusal[] => {
  if (rules.renewalWhenOverdue === 'allowed') return [];
  const refusals: Refusal[] = [];
  if (isOverdue(loan, { today, now })) {
    refusals.push({ code: 'loan_overdue', days: Math.max(0, daysBetween(loan.dueOn, today)) });
  }
  if (rules.renewalWhenOverdue === 'none' && otherOverdue > 0) {
    refusals.push({ code: 'loans_overdue', count: otherOverdue, limit: 1 });
  }
  return refusals;
};

const limits = ({ loan, online, rules }: RenewalFacts): Refusal[] => {
  const { renewals, renewalsOnline = 0 } = loan;
  const { renewalLimit, onlineRenewalLimit } = rules;
  if (renewals >= renewalLimit)
    return [{ code: 'renewal_limit_reached', renewed: renewals, limit: renewalLimit }];
  return online && onlineRenewalLimit !== null && renewalsOnline >= onlineRenewalLimit
    ? [{ code: 'online_renewal_limit_reached', renewed: renewalsOnline, limit: onlineRenewalLimit }]
    : [];
};

/** First and last day on which the rules let a loan be renewed. */
export const renewalWindow = (
  { dueOn }: Pick<OpenLoan, 'dueOn'>,
  { renewalWindowDays, renewalClosesDays }: Pick<Rules, 'renewalWindowDays' | 'renewalClosesDays'>,
): { from: LocalDate | null; until: LocalDate | null } => ({
  from: renewalWindowDays === null ? null : addDays(dueOn, -renewalWindowDays),
  until: renewalClosesDays === null ? null : addDays(dueOn, -renewalClosesDays - 1),
});

const window = ({ loan, rules, today }: RenewalFacts): Refusal[] => {
  const { from, until } = renewalWindow(loan, rules);
  if (from !== null && today < from) return [{ code: 'renewal_too_early', from }];
  if (until !== null && today > until && today <= loan.dueOn) return [{ code: 'renewal_too_late', until }];
  return [];
};

/**
 * Readers who wait come first, unless free copies serve them all: where holds on copies that stand on the
 * shelf are not taken, none of those can serve.
 */
const waiting = ({ reader, item, rules, callsBy, ...facts }: RenewalFacts): Refusal[] => {
  const serves = rules.renewalWhenHeld === 'other_copies' && rules.holdsOnShelf !== 'all_out';
  const queue = facts.queue.filter((hold) => !isFor(hold, reader._id));
  const needed = neededBy(item, { queue, shelf: serves ? facts.shelf : [], callsBy });
  return needed ? [{ code: 'others_waiting', ...needed }] : [];
};

/** A renewal must move the end of a loan on, and past this moment. */
export const gainOf = (end: LoanEnd, facts: EndFacts): Refusal[] => {
  if (isLater(end, facts.loan) && isAhead(end, facts)) return [];
  const { dueOn } = renewedEndOfAnyAge(facts);
  const because = [...pastAge(dueOn, facts), ...pastBooking(dueOn, facts.bookedFrom, facts.rules)];
  return because.length > 0 ? because : [{ code: 'renewal_gains_nothing', dueOn: facts.loan.dueOn }];
};

const isLater = (end: LoanEnd, loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>): boolean =>
  end.dueAt !== null && loan.dueAt !== null ? end.dueAt > loan.dueAt : end.dueOn > loan.dueOn;

const isAhead = ({ dueOn, dueAt }: LoanEnd, { today, now }: Pick<RenewalFacts, 'today' | 'now'>): boolean =>
  dueAt === null ? dueOn > today : dueAt > now;
