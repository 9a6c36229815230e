import * as v from 'valibot';
import { refusalsToRegister } from '../../community/registering';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { eventPage, registrationId } from './event-page';

/** The event document carries "registered never passes the quota": every registration writes it. */
export const register = writing('events.register', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId }),
  prepare: async ({ db, openid }) => {
    const identity = await db.get('identities', openid);
    return identity ? { readerId: identity.readerId } : refuse({ code: 'no_card' });
  },
  run: async (context, { eventId }, transaction, { readerId }) => {
    const event = await transaction.get('events', eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    const id = registrationId(eventId, readerId);
    const before = await transaction.get('registrations', id);
    const refusals = refusalsToRegister(event, before?.status === 'registered', context.now);
    if (refusals.length > 0) return { refusals };
    const counted = { ...event, registered: event.registered + 1 };
    await transaction.put('events', counted);
    await transaction.put('registrations', {
      _id: id,
      eventId,
      readerId,
      startsAt: event.startsAt,
      status: 'registered',
      at: context.now,
    });
    return {
      value: eventPage(counted, true, context),
      log: { outcome: '报名', readerId, titleName: event.title, branchId: event.branchId },
    };
  },
});
