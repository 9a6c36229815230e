import * as v from 'valibot';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { eventPage, registrationId } from './event-page';

export const show = reading('events.show', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const { db, openid } = context;
    const [event, identity] = await Promise.all([db.get('events', eventId), db.get('identities', openid)]);
    if (!event) return refuse({ code: 'event_not_found' });
    const registration =
      identity && (await db.get('registrations', registrationId(eventId, identity.readerId)));
    return done(eventPage(event, registration?.status === 'registered', context));
  },
});
