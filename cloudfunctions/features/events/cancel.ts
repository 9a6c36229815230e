import * as v from 'valibot';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { eventPage, registrationId } from './event-page';

/** Gives a place back, until the event begins. */
export const cancel = writing('events.cancel', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId }),
  prepare: async ({ db, openid }) => {
    const identity = await db.get('identities', openid);
    return identity ? { readerId: identity.readerId } : refuse({ code: 'no_card' });
  },
  run: async (context, { eventId }, transaction, { readerId }) => {
    const event = await transaction.get('events', eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    const registration = await transaction.get('registrations', registrationId(eventId, readerId));
    if (registration?.status !== 'registered') return refuse({ code: 'not_registered' });
    if (context.now >= event.startsAt)
      return refuse({ code: 'registration_closed', closedAt: event.startsAt });
    const counted = { ...event, registered: event.registered - 1 };
    await transaction.put('events', counted);
    await transaction.put('registrations', { ...registration, status: 'cancelled', at: context.now });
    return {
      value: eventPage(counted, false, context),
      log: { outcome: '取消报名', readerId, titleName: event.title, branchId: event.branchId },
    };
  },
});
