import type { EventSummary } from '../../typings/contract/events';
import type { EventDocument } from '../documents';
import type { Context } from '../kernel/context';
import { branchName } from './branches';

/** What a reader can do about an event now. */
export const registrationState = (
  event: Pick<EventDocument, 'cancelled' | 'opensAt' | 'closesAt' | 'quota' | 'registered'>,
  isRegistered: boolean,
  now: string,
): EventSummary['registration'] => {
  if (event.cancelled) return 'cancelled';
  if (isRegistered) return 'registered';
  if (now < event.opensAt) return 'not_yet';
  if (now >= event.closesAt) return 'closed';
  return event.registered >= event.quota ? 'full' : 'open';
};

export const eventSummary = (
  event: EventDocument,
  isRegistered: boolean,
  { library, now }: Pick<Context, 'library' | 'now'>,
): EventSummary => ({
  eventId: event._id,
  title: event.title,
  kind: event.kind,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  branchName: branchName(library, event.branchId),
  place: event.place,
  quota: event.quota,
  registered: event.registered,
  registration: registrationState(event, isRegistered, now),
});
