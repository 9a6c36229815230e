import type { Instant } from '../../typings/contract/shapes';
import type { EventDocument, OpeningHours } from '../documents';
import {
  addDays,
  addMinutes,
  instantOf,
  localDateOf,
  localTimeOf,
  minutesBetween,
} from '../kernel/local-date';

/** Less than this leaves nobody the time to answer: the place is anybody's then. */
const LEAST_MINUTES = 30;

/** Whether nobody is disturbed at this moment; quiet hours may go over midnight, or be none at all. */
const isQuiet = (at: Instant, { from, to }: OpeningHours): boolean => {
  const time = localTimeOf(at);
  return from <= to ? from <= time && time < to : time >= from || time < to;
};

/** The end of the quiet hours that a moment lies in; the moment itself when it lies in none. */
export const awakeFrom = (at: Instant, quiet: OpeningHours): Instant => {
  if (!isQuiet(at, quiet)) return at;
  const day = localDateOf(at);
  return instantOf(localTimeOf(at) < quiet.to ? day : addDays(day, 1), quiet.to);
};

/** The beginning of the next quiet hours after a moment outside them. */
const quietFrom = (at: Instant, { from }: OpeningHours): Instant => {
  const day = localDateOf(at);
  return instantOf(localTimeOf(at) < from ? day : addDays(day, 1), from);
};

/** So many minutes later, of those outside quiet hours. */
const afterAwake = (at: Instant, minutes: number, quiet: OpeningHours): Instant => {
  if (quiet.from === quiet.to) return addMinutes(at, minutes);
  const start = awakeFrom(at, quiet);
  const evening = quietFrom(start, quiet);
  const left = minutesBetween(start, evening);
  return minutes <= left ? addMinutes(start, minutes) : afterAwake(evening, minutes - left, quiet);
};

/** Up to when places that come back go down the list; from then on they are anybody's. */
export const lastCall = ({
  startsAt,
  closesAt,
  terms,
}: Pick<EventDocument, 'startsAt' | 'closesAt' | 'terms'>) => {
  const before = addMinutes(startsAt, -60 * terms.lastHours);
  return terms.way === 'draw' || before < closesAt ? before : closesAt;
};

/**
 * Until when a place offered now is held: the event's hours, or a quarter of the time that is left where that
 * is shorter, counted outside quiet hours, and never beyond the last call. null: there is no time to ask.
 */
export const offerEnd = (
  event: Pick<EventDocument, 'startsAt' | 'closesAt' | 'terms'>,
  now: Instant,
  quiet: OpeningHours,
): Instant | null => {
  const end = lastCall(event);
  const start = awakeFrom(now, quiet);
  const left = minutesBetween(start, end);
  if (left < LEAST_MINUTES) return null;
  const minutes = Math.max(LEAST_MINUTES, Math.min(60 * event.terms.offerHours, Math.floor(left / 4)));
  const full = afterAwake(start, minutes, quiet);
  return full < end ? full : end;
};
