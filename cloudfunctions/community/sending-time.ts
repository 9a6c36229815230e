import type { NoticeTimes } from '../../typings/contract/notices';
import type { Instant } from '../../typings/contract/shapes';
import type { Library, OutboxDocument, ReaderDocument } from '../documents';
import { addDays, instantOf, localDateOf, localTimeOf } from '../kernel/local-date';
import { eventSettings } from './event-terms';
import { awakeFrom } from './offers';

/** The evening, when most have time to read. */
const DIGEST_AT = '18:30';

/** When nobody said anything: the quiet hours of the library, and one message a day for what can wait. */
export const usualTimes = (library: Pick<Library, 'settings'>): NoticeTimes => ({
  quiet: eventSettings(library).quietHours,
  digestAt: DIGEST_AT,
});

export const noticeTimesOf = (
  { noticeTimes }: Pick<ReaderDocument, 'noticeTimes'>,
  library: Pick<Library, 'settings'>,
): NoticeTimes => noticeTimes ?? usualTimes(library);

/** The next time that a clock shows this, from a moment on. */
const nextAt = (now: Instant, time: string): Instant => {
  const day = localDateOf(now);
  return instantOf(localTimeOf(now) <= time ? day : addDays(day, 1), time);
};

/**
 * When a message may go out. What can wait goes with the day's one message, at the hour that the reader chose
 * even where that is a quiet one; what cannot wait at all goes at once; everything else goes outside quiet
 * hours.
 */
export const sendingTime = (
  { waits, gathered, urgent }: Pick<OutboxDocument, 'waits' | 'gathered' | 'urgent'>,
  { quiet, digestAt }: NoticeTimes,
  now: Instant,
): Instant => {
  if (urgent || gathered) return now;
  if (waits && digestAt !== null) return nextAt(now, digestAt);
  return quiet ? awakeFrom(now, quiet) : now;
};
