import * as v from 'valibot';
import type { EventCheckIn } from '../../../typings/contract/event-desk';
import { orderOf, placesToken, registrationId } from '../../community/registration-id';
import { withHeld } from '../../community/passing-on';
import type { EventDocument, ReaderDocument, RegistrationDocument } from '../../documents';
import { countedAttendance, NO_ATTENDANCE } from '../../figures/line-counts';
import { eventCode, readEventCode } from '../../kernel/event-code';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { addMinutes } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { aScan, anId, anInstant } from '../../kernel/validate';
import { forReaderWithin } from '../../reads/asking';
import { readerByCard } from '../../reads/card-shown';
import { eventLine } from '../../steps/event-log';
import { eventWithin } from '../../steps/event-places';
import { eventPage } from '../../views/events';

/** So many minutes before it begins the door opens. */
const DOOR_MINUTES = 30;
const MS_OF_A_DAY = 86_400_000;

const refusalAtDoor = (event: EventDocument, now: string) => {
  const from = addMinutes(event.startsAt, -DOOR_MINUTES);
  if (event.cancelled) return refuse({ code: 'event_cancelled' });
  if (event.state === 'closed') return refuse({ code: 'event_already_closed' });
  return now < from ? refuse({ code: 'check_in_too_early', from }) : undefined;
};

/** Who comes is counted with the first of their scans. */
const checkedInLine = (event: EventDocument, before: RegistrationDocument, reader: ReaderDocument) => ({
  ...eventLine('活动签到', event, reader),
  counts: before.checkedIn ? NO_ATTENDANCE : countedAttendance(event, before),
});

/** The code on the screen at the door; a new one before it runs out. */
export const code = reading('eventDesk.code', {
  role: 'events',
  schema: v.strictObject({ eventId: anId }),
  run: async ({ db, now, library }, { eventId }) =>
    (await db.get('events', eventId))
      ? done(eventCode(eventId, now, library.keys))
      : refuse({ code: 'event_not_found' }),
});

/** A reader scans the code at the door. */
export const checkInSelf = writing('events.checkIn', {
  caller: 'reader',
  schema: v.strictObject({ code: aScan }),
  run: forReaderWithin(async (context, input: { code: string }, transaction, reader) => {
    const eventId = readEventCode(input.code, context.now, context.library.keys);
    if (eventId === null) return refuse({ code: 'event_code_not_valid' });
    const event = await transaction.get('events', eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    const no = refusalAtDoor(event, context.now);
    if (no) return no;
    const own = await transaction.get('registrations', registrationId(eventId, reader._id));
    if (own?.status !== 'registered') return refuse({ code: 'not_registered' });
    const checkedIn = own.checkedIn ?? { at: context.now, how: 'code' as const, by: '' };
    const after = { ...own, came: true, checkedIn };
    await transaction.put('registrations', after);
    return {
      value: eventPage(event, { reader, own: after }, context),
      log: checkedInLine(event, own, reader),
    };
  }),
});

/**
 * Staff check somebody in, by card or by name, in the order of the scans: of two the earlier one counts. Who
 * has not registered gets a place when there is one.
 */
export const checkIn = writing('eventDesk.checkIn', {
  role: 'events',
  schema: v.strictObject({
    eventId: anId,
    scanned: v.optional(aScan),
    readerId: v.optional(anId),
    at: v.optional(anInstant),
  }),
  run: async (context, { eventId, scanned, readerId, at }, transaction) => {
    const when = scanTime(at, context.now);
    // A code that was good when it was scanned without network was shown by who stood there.
    const then = { ...context, now: when };
    const shown =
      scanned === undefined ? null : await readerByCard(transaction, then, { scanned, isLookedUp: true });
    if (shown && 'refusals' in shown) return shown;
    const reader = shown?.reader ?? (await transaction.get('readers', readerId ?? ''));
    if (!reader) return refuse({ code: 'reader_not_found', scanned: '' });
    const own = await transaction.get('registrations', registrationId(eventId, reader._id));
    const event =
      own?.status === 'registered'
        ? await transaction.get('events', eventId)
        : await eventWithin(transaction, eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    const no = refusalAtDoor(event, when);
    if (no) return no;
    const mark = {
      at: when,
      how: scanned === undefined ? ('name' as const) : ('card' as const),
      by: context.staff.name,
    };
    const has = own?.status === 'registered' ? own : await walkIn(transaction, context, event, reader, own);
    if (!has) return refuse({ code: 'no_place_left', quota: event.quota });
    const before = has.checkedIn !== null && has.checkedIn.at <= when;
    const checkedIn = before ? has.checkedIn : mark;
    await transaction.put('registrations', { ...has, came: true, checkedIn });
    const value: EventCheckIn = {
      name: reader.name,
      places: has.places,
      at: checkedIn?.at ?? when,
      before: has.checkedIn !== null,
    };
    return {
      value,
      log: checkedInLine(event, has, reader),
    };
  },
});

/** A scan that was kept on a phone counts from when it was made, if that is believable. */
const scanTime = (at: string | undefined, now: string): string =>
  at !== undefined && at < now && Date.parse(now) - Date.parse(at) < MS_OF_A_DAY ? at : now;

/** A place for somebody at the door, if one is left of all there are. */
const walkIn = async (
  transaction: Transaction,
  context: Context,
  event: EventDocument,
  { _id: readerId }: ReaderDocument,
  before: RegistrationDocument | null,
): Promise<RegistrationDocument | null> => {
  const offered = before?.status === 'offered' ? before : null;
  const own: RegistrationDocument = offered ?? {
    _id: registrationId(event._id, readerId),
    eventId: event._id,
    readerId,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    status: 'registered',
    at: context.now,
    order: orderOf(context.now, context.newId()),
    places: 1,
    guests: [],
    answers: {},
    token: placesToken(context.now, context.newId()),
    offerEndsAt: null,
    changed: false,
    came: false,
    checkedIn: null,
  };
  if (offered) return { ...offered, status: 'registered', offerEndsAt: null };
  if (event.quota - event.registered < 1) return null;
  const fromDoor = event.door > 0;
  const after = withHeld(event, [{ readerId, places: 1, token: own.token }]);
  await transaction.put('events', {
    ...after,
    door: event.door - (fromDoor ? 1 : 0),
    free: fromDoor ? event.free : Math.max(0, event.free - 1),
  });
  return own;
};
