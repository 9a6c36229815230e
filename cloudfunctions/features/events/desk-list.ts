import * as v from 'valibot';
import { publishedDraw } from '../../community/draw';
import { servicesOf } from '../../community/event-terms';
import { between, isIn } from '../../kernel/database';
import { reading } from '../../kernel/operation';
import { aPageStart, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId, anInstant } from '../../kernel/validate';
import { namesOf } from '../../reads/readers';
import { deskEvent, draftOf, eventPerson } from '../../views/event-desk';

export const deskList = reading('eventDesk.list', {
  role: 'events',
  schema: v.strictObject({ from: v.optional(anInstant), after: aPageStart }),
  run: async (context, { from = context.now, after }) => {
    const query = { where: { endsAt: between({ from }) }, orderBy: [['endsAt', 'asc'] as ['endsAt', 'asc']] };
    const { list, next } = await pageFrom(context.db, 'events', query, after);
    return done({
      list: list.map((event) => deskEvent(event, context)),
      ...(next !== undefined && { next }),
    });
  },
});

export const deskPage = reading('eventDesk.event', {
  role: 'events',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const { db } = context;
    const count = (status: string) => db.count('registrations', { eventId, status });
    const [event, waiting, entered, attended] = await Promise.all([
      db.get('events', eventId),
      count('waiting'),
      count('entered'),
      count('attended'),
    ]);
    if (!event) return refuse({ code: 'event_not_found' });
    const draw = publishedDraw(event);
    return done({
      ...deskEvent(event, context),
      services: servicesOf(context.library),
      draft: draftOf(event),
      photos: event.photos,
      waiting,
      entered,
      attended,
      ...(draw && { draw }),
    });
  },
});

const SHOWN = ['registered', 'offered', 'waiting', 'entered', 'attended', 'absent'];

export const people = reading('eventDesk.people', {
  role: 'events',
  schema: v.strictObject({ eventId: anId, after: aPageStart }),
  run: async ({ db, now }, { eventId, after }) => {
    const { list, next } = await pageFrom(
      db,
      'registrations',
      {
        where: { eventId, status: isIn(SHOWN) },
        orderBy: [
          ['status', 'asc'],
          ['order', 'asc'],
        ],
      },
      after,
    );
    const nameOf = await namesOf(
      db,
      list.map(({ readerId }) => readerId),
    );
    return done({
      list: list.map((own) => eventPerson(own, nameOf(own.readerId), now)),
      ...(next !== undefined && { next }),
    });
  },
});
