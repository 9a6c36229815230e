import type { Instant } from '../../typings/contract/shapes';
import { lastCall } from '../community/offers';
import { takenAt } from '../community/registration-id';
import { publishedList } from '../community/draw';
import { waitingWay } from '../community/passing-on';
import type { EventDocument, RegistrationDocument } from '../documents';
import type { JobContext } from '../kernel/context';
import type { Transaction } from '../kernel/database';
import { addMinutes } from '../kernel/local-date';
import { followEvent } from './event-following';
import { listOver, offerPassed } from './event-notices';
import { earliest, eventWithin, nextInLine, passOn } from './event-places';
import { tell, type Telling } from './notices';

/** Places of a call that was cut off before it wrote its registration come back after so long. */
const LOST_AFTER_MINUTES = 1;
const MOST_AT_ONCE = 25;
/** Of one call; the timer goes on. */
const MOST_TURNS = 40;
/** Tickets of one draw: more readers than that are of no library. */
const MOST_TICKETS = 1000;

/**
 * Brings an event to what it is by now: offers that ran out are passed on, places of calls that were cut off
 * come back, a list that is over is told so, a draft is shown at its time, a draw publishes its list. All in
 * one transaction that looks again at every registration it changes; what it did not get through is next.
 */
const settleEvent = async (context: JobContext, eventId: string): Promise<EventDocument | null> => {
  const { db, now } = context;
  const seen = await db.get('events', eventId);
  if (!seen) return null;
  const [inLine, holders, tickets] = await Promise.all([
    nextInLine(db, eventId),
    holdersOf(context, seen),
    ticketsDue(seen, now) ? entered(context, eventId) : [],
  ]);
  const known = new Map(holders.map((each) => [each.token, each]));
  const offered = holders.filter(({ status }) => status === 'offered');
  const lost = seen.held.filter(
    ({ token }) => !known.has(token) && takenAt(token) <= addMinutes(now, -LOST_AFTER_MINUTES),
  );
  const young = seen.held.some(
    ({ token }) => !known.has(token) && takenAt(token) > addMinutes(now, -LOST_AFTER_MINUTES),
  );
  const over = offered.filter(({ offerEndsAt }) => (offerEndsAt ?? '') <= now);
  const ended = waitingWay(seen.terms) !== 'none' && now >= lastCall(seen) && ticketsDue(seen, now) === false;
  return db.transact(async (transaction) => {
    const event = await eventWithin(transaction, eventId);
    if (!event) return null;
    const released = [
      ...(await endEach(transaction, context, event, over.slice(0, MOST_AT_ONCE), OFFER_OVER)),
      ...(await stillLost(transaction, event, lost.slice(0, MOST_AT_ONCE))),
    ];
    const last = inLine.slice(0, MOST_AT_ONCE);
    const leaving = ended ? await endEach(transaction, context, event, last, LIST_OVER) : [];
    const more =
      over.length > MOST_AT_ONCE || lost.length > MOST_AT_ONCE || (ended && inLine.length > last.length);
    const unserved = event.unserved + leaving.length;
    const next = shownByNow({ ...event, unserved, nextAt: null }, now);
    const nextAt =
      more || next.state !== event.state
        ? now
        : earliest(
            ...offered.filter((each) => !over.includes(each)).map(({ offerEndsAt }) => offerEndsAt),
            ...next.tellings.map(({ from = null }) => from),
            young ? addMinutes(now, LOST_AFTER_MINUTES) : null,
            next.state === 'draft' ? next.publishAt : null,
            next.draw && !next.draw.listHash && !next.cancelled ? next.closesAt : null,
            next.state === 'published' ? endedAt(next) : null,
          );
    const drawn = ticketsDue(next, now)
      ? { ...next, draw: next.draw && publishedList(next, tickets, now) }
      : next;
    return passOn(
      transaction,
      context,
      { ...drawn, nextAt: ticketsDue(next, now) ? null : nextAt },
      {
        released,
        inLine: ended ? [] : inLine,
      },
    );
  });
};

/** The registrations that places are held for. */
const holdersOf = ({ db }: JobContext, { _id, held }: EventDocument): Promise<RegistrationDocument[]> =>
  db.getMany(
    'registrations',
    held.slice(0, 1000).map(({ readerId }) => `${_id}_${readerId}`),
  );

const entered = ({ db }: JobContext, eventId: string): Promise<RegistrationDocument[]> =>
  db.find('registrations', {
    where: { eventId, status: 'entered' },
    orderBy: [['_id', 'asc']],
    limit: MOST_TICKETS,
  });

const ticketsDue = ({ draw, cancelled, closesAt }: EventDocument, now: Instant): boolean =>
  draw !== null && !draw.listHash && !cancelled && now >= closesAt;

/** A day after its end an event is over, whether somebody said so or not. */
const endedAt = ({ endsAt }: EventDocument): Instant => addMinutes(endsAt, 24 * 60);

const shownByNow = (event: EventDocument, now: Instant): EventDocument => {
  if (event.state === 'published' && now >= endedAt(event)) return { ...event, state: 'closed' };
  return event.state === 'draft' && event.publishAt !== null && event.publishAt <= now
    ? { ...event, state: 'published' }
    : event;
};

/** An end that a registration comes to without its reader: whether it still does, and what is then so. */
interface Ending {
  isDue(own: RegistrationDocument, now: Instant): boolean;
  after: Partial<RegistrationDocument>;
  told: (event: EventDocument, own: RegistrationDocument, context: JobContext) => Telling;
}

const OFFER_OVER: Ending = {
  isDue: ({ status, offerEndsAt }, now) => status === 'offered' && (offerEndsAt ?? '') <= now,
  after: { status: 'expired', token: '', offerEndsAt: null },
  told: (event, own, context) => offerPassed(event, own, own.token, context),
};

/** Told once to each who still stands in the list. */
const LIST_OVER: Ending = {
  isDue: ({ status }) => status === 'waiting',
  after: { status: 'passed' },
  told: listOver,
};

/**
 * Each is read again: a place may have been taken, or given back, in the last moment. The places' tokens of
 * those that ended are given back.
 */
const endEach = async (
  transaction: Transaction,
  context: JobContext,
  event: EventDocument,
  seen: readonly RegistrationDocument[],
  { isDue, after, told }: Ending,
): Promise<string[]> => {
  const ended: string[] = [];
  for (const { _id } of seen) {
    const own = await transaction.get('registrations', _id);
    if (!own || !isDue(own, context.now)) continue;
    await transaction.put('registrations', { ...own, ...after });
    await tell(transaction, context, told(event, own, context));
    ended.push(own.token);
  }
  return ended;
};

const stillLost = async (
  transaction: Transaction,
  event: EventDocument,
  lost: EventDocument['held'],
): Promise<string[]> => {
  const released: string[] = [];
  for (const { readerId, token } of lost) {
    const own = await transaction.get('registrations', `${event._id}_${readerId}`);
    if (own?.token !== token) released.push(token);
  }
  return released;
};

/** As long as something is due at an event: for what is to be seen at once, and for the timer. */
export const settleWhileDue = async (context: JobContext, eventId: string): Promise<void> => {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await followEvent(context, eventId);
    const event = await settleEvent(context, eventId);
    if (!event?.nextAt || event.nextAt > context.now) return;
  }
};
