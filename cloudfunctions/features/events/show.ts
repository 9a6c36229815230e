import * as v from 'valibot';
import { registrationId } from '../../community/registration-id';
import { reading } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { eventPage } from '../../views/events';
import { isShown, placeInLine } from './own';
import { seriesOf } from './series';

export const show = reading('events.show', {
  caller: 'visitor',
  schema: v.strictObject({ eventId: anId }),
  run: async (context, { eventId }) => {
    const [event, reader] = await Promise.all([context.db.get('events', eventId), readerAtOnce(context)]);
    if (!event || !isShown(event)) return refuse({ code: 'event_not_found' });
    const [own, series] = await Promise.all([
      reader && context.db.get('registrations', registrationId(eventId, reader._id)),
      seriesOf(context, event),
    ]);
    return done(
      eventPage(event, { reader, own }, context, { place: await placeInLine(context, own), series }),
    );
  },
});
