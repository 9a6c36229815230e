import * as v from 'valibot';
import { givenUp } from '../../community/passing-on';
import { refusalsToCancel } from '../../community/registering';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';
import { anId } from '../../kernel/validate';
import { readerAtOnce } from '../../reads/asking';
import { eventLine } from '../../steps/event-log';
import { eventPage } from '../../views/events';
import { nextInLine, passOn } from '../../steps/event-places';
import { ownWithin } from './own';

/**
 * Gives places back, declines offered ones, leaves the list or the draw. Who is next gets the places in the
 * same transaction.
 */
export const cancel = writing('events.cancel', {
  caller: 'reader',
  schema: v.strictObject({ eventId: anId }),
  prepare: async (context, { eventId }) => {
    const [reader, inLine] = await Promise.all([readerAtOnce(context), nextInLine(context.db, eventId)]);
    return reader ? { reader, inLine } : refuse({ code: 'no_card' });
  },
  run: async (context, { eventId }, transaction, { reader, inLine }) => {
    const { event, own } = await ownWithin(transaction, eventId, reader);
    if (!event || !own) {
      const known = await context.db.get('events', eventId);
      return refuse({ code: known ? 'not_registered' : 'event_not_found' });
    }
    const refusals = refusalsToCancel(event, own, context.now);
    if (refusals.length > 0) return { refusals };
    await transaction.put('registrations', givenUp(own, context.now));
    const released = own.token === '' ? [] : [own.token];
    const others = inLine.filter(({ _id }) => _id !== own._id);
    const after = await passOn(transaction, context, event, { released, inLine: others });
    return {
      value: eventPage(after, { reader, own: null }, context),
      log: eventLine(own.status === 'offered' ? '放弃保留的名额' : '取消报名', event, reader),
    };
  },
});
