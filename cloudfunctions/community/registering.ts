import type { Instant } from '../../typings/contract/shapes';
import type { EventSummary } from '../../typings/contract/events';
import type { EventDocument } from '../documents';

/** What a reader can do about an event now. */
export const registrationState = (
  event: Pick<EventDocument, 'cancelled' | 'opensAt' | 'closesAt' | 'quota' | 'registered'>,
  isRegistered: boolean,
  now: Instant,
): EventSummary['registration'] => {
  if (event.cancelled) return 'cancelled';
  if (isRegistered) return 'registered';
  if (now < event.opensAt) return 'not_yet';
  if (now >= event.closesAt) return 'closed';
  return event.registered >= event.quota ? 'full' : 'open';
};
