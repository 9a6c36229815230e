import type { EventSummary } from '../../../typings/contract/events';
import { servicesOf } from '../../community/event-terms';
import { hasRoom } from '../../community/registering';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { between } from '../../kernel/database';
import { eventSummary } from '../../views/events';

const LOOKED_AT = 20;

/** The reader's own next event, else the next one to which they can still come; none: nothing is offered. */
export const nextEventFor = async (
  context: Context,
  reader: ReaderDocument | null,
): Promise<EventSummary | undefined> => {
  const { db, now } = context;
  const registrations = reader
    ? await db.find('registrations', {
        where: { readerId: reader._id, status: 'registered', startsAt: between({ from: now }) },
        orderBy: [['startsAt', 'asc']],
        limit: 1,
      })
    : [];
  const [mine] = registrations;
  if (mine) {
    const event = await db.get('events', mine.eventId);
    if (event && !event.cancelled) return eventSummary(event, { reader, own: mine }, context);
  }
  const coming = await db.find('events', {
    where: { endsAt: between({ from: now }) },
    orderBy: [['endsAt', 'asc']],
    limit: LOOKED_AT,
  });
  const { kinds } = servicesOf(context.library);
  return coming
    .filter((each) => each.state === 'published' && kinds.includes(each.kind))
    .map((each) => eventSummary(each, { reader, own: null }, context))
    .find(({ registration }) => hasRoom(registration));
};
