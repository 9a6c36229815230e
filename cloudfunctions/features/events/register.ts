import * as v from 'valibot';
import type { RegisterInput } from '../../../typings/contract/events';
import type { Refusal } from '../../../typings/contract/refusals';
import { holds } from '../../community/passing-on';
import { refusalsOfForm, refusalsToRegister } from '../../community/registering';
import { orderOf, placesToken, registrationId } from '../../community/registration-id';
import type { EventDocument, ReaderDocument, RegistrationDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between, isIn, isNot } from '../../kernel/database';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { aLine, aText, anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { eventLine } from '../../steps/event-log';
import { eventPage } from '../../views/events';
import { isShown } from './own';

interface Found {
  event: EventDocument;
  reader: ReaderDocument;
  /** Of the places that are held for this registration; "": none were to be had. */
  token: string;
}

/**
 * Registers, or lines up. The event carries "never over the quota": places are taken before the transaction,
 * by one conditional write that waits for its turn and never fails, and the transaction writes only what is
 * this reader's. A call cut off in between is found by the timer (`settle`).
 */
export const register = writing('events.register', {
  caller: 'reader',
  schema: v.strictObject({
    eventId: anId,
    places: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
    guests: v.optional(v.pipe(v.array(aText(20)), v.maxLength(19))),
    answers: v.optional(v.record(anId, aLine(200))),
  }),
  prepare: async (context, input): Promise<Found | { refusals: Refusal[] }> => {
    const [reader, event] = await Promise.all([
      readerAtOnce(context),
      context.db.get('events', input.eventId),
    ]);
    if (!reader) return refuse({ code: 'no_card' });
    if (!event || !isShown(event)) return refuse({ code: 'event_not_found' });
    const refusals = [
      ...refusalsToRegister(event, { reader, own: null }, context),
      ...refusalsOfForm(event, formOf(input)),
    ];
    // Who holds places is told so, whatever else has become of the event since.
    if (refusals.length > 0 && !holds(event, reader._id) && refusals[0]?.code !== 'event_full')
      return { refusals };
    const other = event.terms.alone ? await otherEventThen(context, event, reader) : undefined;
    if (other) return refuse(other);
    return taken(context, event, reader, formOf(input).places);
  },
  run: async (context, input, transaction, { event, reader, token }) => {
    const id = registrationId(event._id, reader._id);
    const before = token === '' ? await transaction.get('registrations', id) : null;
    if (token === '') {
      const refusals = refusalsToRegister({ ...event, free: 0 }, { reader, own: before }, context);
      if (refusals.length > 0) return { refusals };
    }
    const own: RegistrationDocument = {
      _id: id,
      eventId: event._id,
      readerId: reader._id,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      status: token !== '' ? 'registered' : event.terms.way === 'draw' ? 'entered' : 'waiting',
      at: context.now,
      order: orderOf(context.now, context.newId()),
      ...formOf(input),
      token,
      offerEndsAt: null,
      changed: false,
      came: false,
      checkedIn: null,
    };
    await transaction.put('registrations', own);
    return {
      value: eventPage(event, { reader, own }, context),
      log: eventLine(
        { registered: '报名', entered: '参加抽签', waiting: '排候补' }[own.status as 'registered'],
        event,
        reader,
      ),
    };
  },
});

const formOf = ({ places = 1, guests = [], answers = {} }: RegisterInput) => ({ places, guests, answers });

/**
 * Takes the places if there are so many. Nothing is taken where the event was seen full: who waits costs the
 * event nothing. Places that a call cut off before took for this reader are theirs.
 */
const taken = async (
  context: Context,
  event: EventDocument,
  reader: ReaderDocument,
  count: number,
): Promise<Found> => {
  const before = holds(event, reader._id);
  if (before) return { event, reader, token: await lostToken(context, event, before.token) };
  if (event.terms.way === 'draw' || event.free < count) return { event, reader, token: '' };
  const token = placesToken(context.now, context.newId());
  const held = { readerId: reader._id, places: count, token };
  const done = await context.db.amendIf(
    'events',
    event._id,
    {
      free: between({ from: count }),
      'held.readerId': isNot(reader._id),
      cancelled: false,
      state: 'published',
    },
    { add: { free: -count, registered: count }, push: { held }, set: { nextAt: context.now } },
  );
  if (done)
    return {
      event: { ...event, free: event.free - count, registered: event.registered + count },
      reader,
      token,
    };
  // Somebody else was first, or the same reader on another phone.
  const now = (await context.db.get('events', event._id)) ?? event;
  return { event: now, reader, token: holds(now, reader._id)?.token ?? '' };
};

/** The token, where nobody has written a registration for it; else "". */
const lostToken = async ({ db }: Context, event: EventDocument, token: string): Promise<string> => {
  const readerId = event.held.find((each) => each.token === token)?.readerId ?? '';
  const own = await db.get('registrations', registrationId(event._id, readerId));
  return own?.token === token ? '' : token;
};

/** Another event of this reader at that time; a reader has one at a time. */
const otherEventThen = async (
  { db }: Context,
  event: EventDocument,
  reader: ReaderDocument,
): Promise<Refusal | undefined> => {
  const others = await db.find('registrations', {
    where: {
      readerId: reader._id,
      status: isIn(['registered', 'offered']),
      startsAt: between({ below: event.endsAt }),
    },
    orderBy: [['startsAt', 'desc']],
    limit: 20,
  });
  const clash = others.find(({ eventId, endsAt }) => eventId !== event._id && endsAt > event.startsAt);
  const other = clash && (await db.get('events', clash.eventId));
  return other ? { code: 'other_event_then', title: other.title, startsAt: other.startsAt } : undefined;
};
