import type { LocalDate } from '../../typings/contract/shapes';
import type { NoShowRule, ReaderDocument } from '../documents';
import { addDays, daysBetween } from '../kernel/local-date';

interface NoShowFacts {
  rule: NoShowRule;
  /** Days on which holds ran out uncollected, the one of today included. */
  noShows: readonly LocalDate[];
  today: LocalDate;
}

/**
 * Last day without borrowing and holding after a hold that was not collected, or null while the rule lets it
 * pass.
 */
export const blockForNoShow = ({ rule, noShows, today }: NoShowFacts): LocalDate | null =>
  countedNoShows(rule, noShows, today) >= rule.count ? addDays(today, rule.blockDays) : null;

/** As many are remembered: no rule counts more. */
const MOST_NO_SHOWS = 20;

/**
 * What a reader's document says after one more hold ran out uncollected: it counts, and stops them when the
 * rules say so; then the count begins anew. A longer suspension stays.
 */
export const afterNoShow = (
  reader: Pick<ReaderDocument, 'noShows' | 'suspendedUntil' | 'holdsStoppedUntil'>,
  rule: NoShowRule | null,
  today: LocalDate,
): Partial<Pick<ReaderDocument, 'noShows' | 'suspendedUntil' | 'holdsStoppedUntil'>> => {
  const noShows = [...reader.noShows, today].slice(-MOST_NO_SHOWS);
  const until = rule && blockForNoShow({ rule, noShows, today });
  if (!until) return { noShows };
  const field = rule.onlyHolds ? 'holdsStoppedUntil' : 'suspendedUntil';
  const before = reader[field];
  return { noShows: [], [field]: before && before > until ? before : until };
};

/** Holds not collected that count today; today is the first of the days looked back. */
export const countedNoShows = (
  { withinDays }: Pick<NoShowRule, 'withinDays'>,
  noShows: readonly LocalDate[],
  today: LocalDate,
): number => noShows.filter((day) => withinDays === null || daysBetween(day, today) < withinDays).length;

/** What is left to count once a hold was collected: nothing where only those in a row count. */
export const noShowsAfterCollecting = (
  rule: NoShowRule | null,
  noShows: readonly LocalDate[],
): LocalDate[] => (rule?.inARow ? [] : [...noShows]);
