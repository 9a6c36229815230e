import type { Opening } from '../../typings/contract/branches';
import type { Instant } from '../../typings/contract/shapes';
import type { BranchDocument, CalendarDocument } from '../documents';
import { addDays, localDateOf, localTimeOf } from '../kernel/local-date';
import { hoursOn, spansOf } from './calendar';

/** A branch that opens on none of these days is not said to open again. */
const DAYS_AHEAD = 60;

/**
 * Whether the doors of a branch are open at a moment: until when, or else when they open next. The minute of
 * opening is open, that of closing is closed.
 */
export const openingAt = (
  branch: BranchDocument,
  calendars: readonly CalendarDocument[],
  now: Instant,
): Opening => {
  const today = localDateOf(now);
  const time = localTimeOf(now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const on = addDays(today, ahead);
    const hours = hoursOn(branch, calendars, on);
    const span = hours && spansOf(hours).find(({ to }) => ahead > 0 || to > time);
    if (span)
      return ahead === 0 && span.from <= time
        ? { open: true, until: span.to }
        : { open: false, on, from: span.from };
  }
  return { open: false };
};
