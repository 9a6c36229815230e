import type { Instant } from '../../typings/contract/shapes';
import type { Refusal } from '../../typings/contract/refusals';
import type { EventSummary } from '../../typings/contract/events';
import type { EventDocument } from '../documents';

/** What decides whether somebody can register. */
type Terms = Pick<EventDocument, 'cancelled' | 'opensAt' | 'closesAt' | 'quota' | 'registered'>;

/** What a reader can do about an event now. */
export const registrationState = (
  event: Terms,
  isRegistered: boolean,
  now: Instant,
): EventSummary['registration'] => {
  if (event.cancelled) return 'cancelled';
  if (isRegistered) return 'registered';
  if (now < event.opensAt) return 'not_yet';
  if (now >= event.closesAt) return 'closed';
  return event.registered >= event.quota ? 'full' : 'open';
};

/** Why nobody can be registered now; none: there is a place. */
export const refusalsToRegister = (event: Terms, isRegistered: boolean, now: Instant): Refusal[] => {
  const state = registrationState(event, isRegistered, now);
  switch (state) {
    case 'open':
      return [];
    case 'full':
      return [{ code: 'event_full', quota: event.quota }];
    case 'not_yet':
      return [{ code: 'registration_not_open', opensAt: event.opensAt }];
    case 'closed':
      return [{ code: 'registration_closed', closedAt: event.closesAt }];
    case 'registered':
      return [{ code: 'already_registered' }];
    case 'cancelled':
      return [{ code: 'event_cancelled' }];
  }
};
