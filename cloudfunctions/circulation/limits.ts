import type { LocalDate } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument, KnownLoan, LoanLimit, ReaderDocument, Rules } from '../documents';
import { daysBetween } from '../kernel/local-date';

type Reader = Pick<ReaderDocument, 'openLoans' | 'openHolds' | 'lately'>;

interface LimitFacts {
  reader: Reader;
  item: Pick<ItemDocument, 'itemType' | 'shelf'>;
  rules: Pick<Rules, 'loanLimit' | 'loanLimitCounts' | 'limits' | 'onSiteCounts' | 'onSiteLimit'>;
  /** Where it would be lent. */
  branchId: string;
  onSite: boolean;
  today: LocalDate;
}

/** Limits of loans that one more loan would pass: of all, of parts, and of the reading room apart. */
export const passedLimits = (facts: LimitFacts): Refusal[] => {
  const apart = facts.onSite && !facts.rules.onSiteCounts;
  return [...(apart ? [] : [...ofAll(facts), ...ofParts(facts)]), ...ofReadingRoom(facts)];
};

/**
 * Loans that count against the limits: not those said to be brought back, and of the reading room only where
 * it counts.
 */
const countedLoans = (
  { openLoans }: Pick<Reader, 'openLoans'>,
  { onSiteCounts }: Pick<Rules, 'onSiteCounts'>,
): KnownLoan[] => openLoans.filter((loan) => !loan.claimed && (onSiteCounts || !loan.onSite));

/**
 * Loans and holds together, where one more of either would pass their limit; `filled` holds become loans and
 * count once.
 */
export const passedTogether = (
  reader: Reader,
  rules: Pick<Rules, 'loansAndHoldsLimit' | 'onSiteCounts'>,
  filled = 0,
): Refusal[] => {
  const limit = rules.loansAndHoldsLimit;
  const current = countedLoans(reader, rules).length + reader.openHolds.length;
  return limit !== null && current - filled >= limit
    ? [{ code: 'loans_and_holds_limit_reached', current, limit }]
    : [];
};

/** Of these loans, those that a row's own limit counts: of its branch, of its type, or all. */
const inScope = (loans: readonly KnownLoan[], { rules, branchId, item }: LimitFacts): KnownLoan[] => {
  const counts = rules.loanLimitCounts;
  return loans.filter(
    (loan) =>
      (counts === 'all' || counts === 'type' || loan.branchId === branchId) &&
      (counts === 'all' || counts === 'branch' || loan.itemType === item.itemType),
  );
};

const ofAll = (facts: LimitFacts): Refusal[] => {
  const { reader, rules } = facts;
  const current = inScope(countedLoans(reader, rules), facts).length;
  return rules.loanLimit !== null && current >= rules.loanLimit
    ? [{ code: 'loan_limit_reached', current, limit: rules.loanLimit }]
    : [];
};

const ofParts = (facts: LimitFacts): Refusal[] =>
  facts.rules.limits.filter((limit) => concerns(limit, facts)).flatMap((limit) => ofPart(limit, facts));

/** A limit says something about a loan only when the loan itself falls under it. */
const concerns = ({ itemTypes, branchId, shelf }: LoanLimit, facts: LimitFacts): boolean =>
  (itemTypes === undefined || itemTypes.includes(facts.item.itemType)) &&
  (branchId === undefined || branchId === facts.branchId) &&
  (shelf === undefined || shelf === facts.item.shelf);

const ofPart = (limit: LoanLimit, facts: LimitFacts): Refusal[] => {
  const { most, ...part } = limit;
  const current = limit.withinDays === undefined ? openNow(limit, facts) : madeLately(limit, facts);
  return current >= most ? [{ code: 'part_limit_reached', current, limit: most, ...part }] : [];
};

const openNow = ({ itemTypes, branchId, shelf }: LoanLimit, { reader, rules }: LimitFacts): number =>
  countedLoans(reader, rules).filter(
    (loan) =>
      (itemTypes === undefined || itemTypes.includes(loan.itemType)) &&
      (branchId === undefined || branchId === loan.branchId) &&
      (shelf === undefined || shelf === loan.shelf),
  ).length;

/**
 * Today is the first of the days looked back. Of past loans only the type is kept, so branch and shelf select
 * nothing here.
 */
const madeLately = ({ itemTypes, withinDays = 0 }: LoanLimit, { reader, today }: LimitFacts): number =>
  reader.lately.filter(
    (loan) =>
      daysBetween(loan.on, today) < withinDays &&
      (itemTypes === undefined || itemTypes.includes(loan.itemType)),
  ).length;

/** Loans for the reading room have a limit of their own, whether or not they count in the others. */
const ofReadingRoom = (facts: LimitFacts): Refusal[] => {
  const { onSite } = facts;
  const { onSiteLimit } = facts.rules;
  const here = facts.reader.openLoans.filter((loan) => loan.onSite && !loan.claimed);
  const current = inScope(here, facts).length;
  return onSite && onSiteLimit !== null && current >= onSiteLimit
    ? [{ code: 'on_site_limit_reached', current, limit: onSiteLimit }]
    : [];
};
