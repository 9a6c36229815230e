import type { Instant } from '../../typings/contract/shapes';
import { passedOn, waitingWay, withHeld, without } from '../community/passing-on';
import { eventSettings } from '../community/event-terms';
import { lastCall } from '../community/offers';
import { placesToken } from '../community/registration-id';
import type { EventDocument, RegistrationDocument } from '../documents';
import type { Context } from '../kernel/context';
import { NothingAmended, type Database, type Transaction } from '../kernel/database';
import { placeGiven } from './event-notices';
import { tell } from './notices';

type At = Pick<Context, 'now' | 'library' | 'newId'>;

/** So many of those who wait are looked at together; the timer goes on with the others. */
const MOST_LOOKED_AT = 60;
/** So many are given places in one transaction. */
const MOST_GIVEN = 12;

/**
 * An event that a transaction is going to change. It is written before it is read: so it is held from the
 * first moment, and taps that take places wait for it instead of making it fail.
 */
export const eventWithin = async (
  transaction: Transaction,
  eventId: string,
): Promise<EventDocument | null> => {
  try {
    await transaction.amend('events', eventId, { add: { turns: 1 } });
  } catch (error) {
    if (error instanceof NothingAmended) return null;
    throw error;
  }
  return transaction.get('events', eventId);
};

/** Those who are next in line, looked up before a transaction that gives places. */
export const nextInLine = (db: Pick<Database, 'find'>, eventId: string): Promise<RegistrationDocument[]> =>
  db.find('registrations', {
    where: { eventId, status: 'waiting' },
    orderBy: [['order', 'asc']],
    limit: MOST_LOOKED_AT,
  });

/** Takes places away from registrations and passes on what there is, down the list. Writes the event. */
export const passOn = async (
  transaction: Transaction,
  context: At,
  before: EventDocument,
  { released = [], inLine }: { released?: readonly string[]; inLine: readonly RegistrationDocument[] },
): Promise<EventDocument> => {
  const quiet = eventSettings(context.library).quietHours;
  const event = without(before, new Set(released));
  const gone = new Set<string>();
  for (;;) {
    const waiting = inLine.filter(({ _id }) => !gone.has(_id));
    const { given, free } = passedOn(event, waiting, { now: context.now, quiet });
    const first = given.slice(0, MOST_GIVEN);
    const stillWaiting: RegistrationDocument[] = [];
    for (const { to } of first) {
      const now = await transaction.get('registrations', to._id);
      if (now?.status === 'waiting' && now.places === to.places) stillWaiting.push(now);
      else gone.add(to._id);
    }
    if (stillWaiting.length < first.length) continue;
    const all = given.length === first.length && inLine.length < MOST_LOOKED_AT;
    return give(
      transaction,
      context,
      { ...event, free: all ? free : event.free },
      {
        to: stillWaiting,
        offerEndsAt: first[0]?.offerEndsAt ?? null,
        all,
      },
    );
  }
};

/** Writes what was decided: registrations with their places, the event, and what they are told. */
const give = async (
  transaction: Transaction,
  context: At,
  event: EventDocument,
  { to, offerEndsAt, all }: { to: RegistrationDocument[]; offerEndsAt: string | null; all: boolean },
): Promise<EventDocument> => {
  const held = to.map(({ readerId, places }) => ({
    readerId,
    places,
    token: placesToken(context.now, context.newId()),
  }));
  for (const [n, registration] of to.entries()) {
    const token = held[n]?.token ?? '';
    await transaction.put('registrations', {
      ...registration,
      status: offerEndsAt === null ? 'registered' : 'offered',
      token,
      offerEndsAt,
    });
    await tell(transaction, context, placeGiven(event, registration, token, offerEndsAt, context));
  }
  const after = withHeld(event, held);
  const room = after.quota - after.door - after.registered;
  const next = {
    ...after,
    free: Math.max(0, Math.min(after.free, room)),
    served: event.served + to.length,
    nextAt: all ? earliest(event.nextAt, offerEndsAt, lastCallOf(event, context.now)) : context.now,
  };
  await transaction.put('events', next);
  return next;
};

/** When those who still wait are told that the list is over; null: there is no list, or they were told. */
const lastCallOf = (event: EventDocument, now: Instant): Instant | null => {
  const end = lastCall(event);
  return waitingWay(event.terms) === 'none' || end <= now ? null : end;
};

/** The first of these moments; null counts for none. */
export const earliest = (...moments: (Instant | null)[]): Instant | null =>
  moments.filter((at): at is Instant => at !== null).sort()[0] ?? null;
