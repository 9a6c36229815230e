import type { EventSummary } from '../../typings/contract/events';
import { branchName } from '../circulation/branches';
import { registrationState } from '../community/registering';
import type { EventDocument } from '../documents';
import type { Context } from '../kernel/context';

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
