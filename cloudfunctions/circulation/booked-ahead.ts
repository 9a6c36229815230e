import type { Refusal } from '../../typings/contract/refusals';
import type { LocalDate } from '../../typings/contract/shapes';
import type { QueuedHold, Rules } from '../documents';
import { addDays, instantOf } from '../kernel/local-date';
import { nearestOpenDay } from './calendar';
import type { BranchCalendar, LoanEnd } from './due-date';
import { goWithout, type OnShelves, type Waited } from './fetching';
import { inOrderOfService, isFor, isServable, isWaiting } from './hold-queue';

interface BookingFacts extends Waited {
  readerId: string;
  item: OnShelves;
}

type Booked = Pick<Rules, 'bookedAhead' | 'dueDateMode'>;

/**
 * From which day on this very copy has to be there for a reader who asked for it from then on; null: for
 * nobody. Copies that stand free serve those who have started, then the next, as they would be fetched.
 */
export const bookedFrom = ({ readerId, item, queue, ...waited }: BookingFacts): LocalDate | null => {
  const day = waited.callsBy(item);
  const others = queue.filter((hold) => isWaiting(hold) && !isFor(hold, readerId));
  const isLater = (hold: QueuedHold) => hold.startsOn !== null && !isServable(hold, day);
  if (!others.some(isLater)) return null;
  const started = inOrderOfService(others, day.today).map((hold) => ({ ...hold, startsOn: null }));
  const without = new Set(goWithout(item, { ...waited, queue: started }).map(({ holdId }) => holdId));
  const unserved = others.filter((hold) => isLater(hold) && without.has(hold.holdId));
  return unserved.flatMap(({ startsOn }) => startsOn ?? []).sort()[0] ?? null;
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
