import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { Refusal, RefusalCode } from '../../typings/contract/refusals';
import { ageOn } from '../kernel/local-date';
import { GUARDIAN_AGE } from './guardian-age';
import type { OpenLoan, ReaderDocument, Rules } from '../documents';

/** The part of a reader's document that can stand in their way. */
export type Blockable = Pick<
  ReaderDocument,
  'expiresOn' | 'block' | 'suspendedUntil' | 'holdsStoppedUntil' | 'standing' | 'awaitsGuardian' | 'birthDate'
>;

/**
 * What a reader's own document says against borrowing, holding or renewing. Every date named is the last
 * day on which it holds. A block by staff may stop one of borrowing and holds alone; asked for neither, it is
 * named whatever it stops.
 */
export const blocksOf = (reader: Blockable, today: LocalDate, doing?: 'borrowing' | 'holds'): Refusal[] => {
  const { expiresOn, block, suspendedUntil, standing, awaitsGuardian, birthDate } = reader;
  const blocks: Refusal[] = [];
  if (standing === 'pending') blocks.push({ code: 'application_pending' });
  if (standing === 'closed') blocks.push({ code: 'account_closed' });
  if (awaitsGuardian && ageOn(birthDate, today) < GUARDIAN_AGE) blocks.push({ code: 'guardian_unconfirmed' });
  if (expiresOn < today) blocks.push({ code: 'card_expired', expiredOn: expiresOn });
  if (block && (block.until === null || block.until >= today) && stops(block, doing)) {
    const { reason, until, stops: only } = block;
    blocks.push({ code: 'reader_blocked', reason, ...(until && { until }), ...(only && { stops: only }) });
  }
  if (suspendedUntil && suspendedUntil >= today) {
    blocks.push({ code: 'reader_suspended', until: suspendedUntil });
  }
  const { holdsStoppedUntil } = reader;
  if (holdsStoppedUntil && holdsStoppedUntil >= today && doing !== 'borrowing')
    blocks.push({ code: 'holds_stopped', until: holdsStoppedUntil });
  return blocks;
};

const stops = (
  block: NonNullable<ReaderDocument['block']>,
  doing: 'borrowing' | 'holds' | undefined,
): boolean => block.stops === undefined || doing === undefined || block.stops === doing;

/** Set by staff, or following from lateness and holds that were not collected. */
export const isBlock = (code: RefusalCode): boolean =>
  code === 'reader_blocked' || code === 'reader_suspended';

/** A loan is overdue from the day after its last day, one in hours from the moment after its last. */
export const isOverdue = (
  loan: Pick<OpenLoan, 'dueOn' | 'dueAt'>,
  { today, now }: { today: LocalDate; now: Instant },
): boolean => (loan.dueAt === null ? loan.dueOn < today : loan.dueAt < now);

/** So many overdue loans stop new ones. */
export const overdueBlock = (overdue: number, { overdueLimit }: Pick<Rules, 'overdueLimit'>): Refusal[] =>
  stoppedByOverdue(overdue, overdueLimit);

/** A count of overdue loans against a limit of its own; null and nothing overdue stop nobody. */
export const stoppedByOverdue = (overdue: number, limit: number | null): Refusal[] =>
  limit !== null && overdue > 0 && overdue >= limit ? [{ code: 'loans_overdue', count: overdue, limit }] : [];

/** What a reader owes where a limit of debts is asked, fen: with the credits taken off or not. */
const debtOf = (
  { owes, credit }: Pick<ReaderDocument, 'owes' | 'credit'>,
  { creditCounts }: Pick<Rules, 'creditCounts'>,
): number => (creditCounts ? owes : owes + credit);

/** Owing more than the limit; exactly the limit stops nobody. */
export const debtBlock = (
  reader: Pick<ReaderDocument, 'owes' | 'credit'>,
  rules: Pick<Rules, 'debtLimit' | 'creditCounts'>,
): Refusal[] => {
  const owes = debtOf(reader, rules);
  return rules.debtLimit !== null && owes > rules.debtLimit
    ? [{ code: 'owes_too_much', owes, limit: rules.debtLimit }]
    : [];
};

/** What the children of a guardian owe together, fen. */
export const childrenDebtBlock = (
  owes: number,
  { childrenDebtLimit: limit }: Pick<Rules, 'childrenDebtLimit'>,
): Refusal[] => (limit !== null && owes > limit ? [{ code: 'children_owe_too_much', owes, limit }] : []);

export const depositBlock = (
  { deposit }: Pick<ReaderDocument, 'deposit'>,
  { deposit: needed }: Pick<Rules, 'deposit'>,
): Refusal[] => (deposit < needed ? [{ code: 'deposit_missing', deposit, needed }] : []);
