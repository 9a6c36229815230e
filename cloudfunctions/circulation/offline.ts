import type { Instant } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { ItemDocument } from '../documents';

/**
 * Why a scan that was made without network may not be applied any more: something happened to the copy after
 * it, so that the scan no longer tells where the copy is. Scans of the same moment count in the order in
 * which they arrive.
 */
export const laterEvent = (
  { changedAt, status }: Pick<ItemDocument, 'changedAt' | 'status'>,
  scannedAt: Instant,
): Refusal | null => (changedAt > scannedAt ? { code: 'later_event', at: changedAt, what: status } : null);
