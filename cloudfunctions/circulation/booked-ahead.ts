import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { Rules } from '../documents';
import { addDays, instantOf } from '../kernel/local-date';
import { nearestOpenDay } from './calendar';
import type { BranchCalendar, LoanEnd } from './due-date';
import { isFor, isServable, isWaiting, takes, type LookAhead, type Queue } from './hold-queue';

interface BookingFacts {
  queue: Queue;
  readerId: string;
  barcode: string;
  /** Other copies that stand free for those who wait. */
  free: number;
  today: LocalDate;
  lookAheadDays: LookAhead;
}

type Booked = Pick<Rules, 'bookedAhead' | 'dueDateMode'>;

/**
 * From which day on this very copy has to be there for a reader who asked for it from then on; null: for
 * nobody. Copies that stand free serve those who have started, then the next; a hold that wants this copy is
 * served by no other.
 */
export const bookedFrom = ({ queue, readerId, barcode, free, ...day }: BookingFacts): LocalDate | null => {
  const others = queue.filter(
    (hold) =>
      isWaiting(hold) &&
      !isFor(hold, readerId) &&
      takes(hold, barcode) &&
      (hold.neededUntil === null || hold.neededUntil >= day.today),
  );
  const later = others.filter((hold) => !isServable(hold, day));
  const left = Math.max(0, free - (others.length - later.length));
  const starts = (holds: Queue) => holds.flatMap(({ startsOn }) => startsOn ?? []).sort();
  const wanting = starts(later.filter((hold) => hold.wants !== null));
  const unserved = starts(later.filter((hold) => hold.wants === null)).slice(left);
  return [...wanting, ...unserved].sort()[0] ?? null;
};

/** Last day of a loan so that the copy is back: the day before, an open one where last days are. */
export const backBefore = (
  from: LocalDate | null,
  { bookedAhead, dueDateMode }: Booked,
  { branch, calendars }: BranchCalendar,
): LocalDate | null => {
  if (from === null || bookedAhead !== 'cut') return null;
  const day = addDays(from, -1);
  return dueDateMode === 'plain' ? day : nearestOpenDay(branch, calendars, day, -1);
};

/** A loan cut off at a last day. */
export const endsBy = (end: LoanEnd, latest: LocalDate | null): LoanEnd =>
  latest === null || end.dueOn <= latest
    ? end
    : { dueOn: latest, dueAt: end.dueAt && instantOf(latest, '23:59') };

/** Why a loan does not go on to a day: the copy is asked for by then. */
export const pastBooking = (
  dueOn: LocalDate,
  from: LocalDate | null | undefined,
  { bookedAhead }: Pick<Rules, 'bookedAhead'>,
): Refusal[] => (bookedAhead !== 'ignored' && from && dueOn >= from ? [{ code: 'booked_ahead', from }] : []);
