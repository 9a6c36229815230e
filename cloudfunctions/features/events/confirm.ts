import * as v from 'valibot';
import { standing } from '../../community/registering';
import { registrationId } from '../../community/registration-id';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { forReaderWithin } from '../../reads/asking';
import { eventLine } from '../../steps/event-log';
import { eventPage } from '../../views/events';

/**
 * Takes an offered place, which the event holds already. The registration carries that an offer is either
 * taken or has run out: both write it.
 */
export const confirm = writing('events.confirm', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId }),
  run: forReaderWithin(async (context, { eventId }: { eventId: string }, transaction, reader) => {
    const event = await transaction.get('events', eventId);
    if (!event) return refuse({ code: 'event_not_found' });
    const own = await transaction.get('registrations', registrationId(eventId, reader._id));
    if (own?.status === 'registered') return refuse({ code: 'already_registered' });
    if (event.cancelled) return refuse({ code: 'event_cancelled' });
    if (!own || standing(own, context.now) !== 'offered') return refuse({ code: 'offer_over' });
    const taken = { ...own, status: 'registered' as const, offerEndsAt: null };
    await transaction.put('registrations', taken);
    return {
      value: eventPage(event, { reader, own: taken }, context),
      log: eventLine('确认候补名额', event, reader),
    };
  }),
});
