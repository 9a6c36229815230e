import type { Instant } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument } from '../documents';
import { addDays, localDateOf } from '../kernel/local-date';

/** A device without network for longer is a case for people. */
const MOST_DAYS = 7;

/**
 * Why a scan without network comes too late to count by itself: what it shows of a card was good for a
 * moment, and nobody can tell any more whether that moment was then.
 */
export const scanTooOld = (scannedAt: Instant, now: Instant): Refusal | null =>
  localDateOf(scannedAt) < addDays(localDateOf(now), -MOST_DAYS)
    ? { code: 'scan_too_old', at: scannedAt, mostDays: MOST_DAYS }
    : null;

/**
 * Why a scan that was made without network may not be applied any more: something happened to the copy after
 * it, so that the scan no longer tells where the copy is. Scans of the same moment count in the order in
 * which they arrive.
 */
export const laterEvent = (
  { changedAt, status }: Pick<ItemDocument, 'changedAt' | 'status'>,
  scannedAt: Instant,
): Refusal | null => (changedAt > scannedAt ? { code: 'later_event', at: changedAt, what: status } : null);
