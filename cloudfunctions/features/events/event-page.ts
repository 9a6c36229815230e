import type { EventPage } from '../../../typings/contract/events';
import type { EventDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { eventSummary } from '../../views/events';

/** One registration a reader and event: the id says so. */
export const registrationId = (eventId: string, readerId: string): string => `${eventId}_${readerId}`;

export const eventPage = (
  event: EventDocument,
  isRegistered: boolean,
  context: Pick<Context, 'library' | 'now'>,
): EventPage => ({
  ...eventSummary(event, isRegistered, context),
  speaker: event.speaker,
  about: event.about,
  audience: event.audience,
  opensAt: event.opensAt,
  closesAt: event.closesAt,
  ...(event.lectureId && event.endsAt <= context.now && { lectureId: event.lectureId }),
});
