import type { DeskEvent, EventDraft, EventPerson, EventPlan } from '../../typings/contract/event-desk';
import { branchName } from '../circulation/branches';
import { standing } from '../community/registering';
import type { EventDocument, RegistrationDocument } from '../documents';
import type { Context } from '../kernel/context';

export const deskEvent = (event: EventDocument, { library }: Pick<Context, 'library'>): DeskEvent => ({
  eventId: event._id,
  title: event.title,
  kind: event.kind,
  state: event.state,
  cancelled: event.cancelled,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  branchName: branchName(library, event.branchId),
  place: event.place,
  quota: event.quota,
  registered: event.registered,
  free: event.free,
});

/** What stands in an event as its form has it. */
export const plainPartOf = (of: EventPlan): Omit<EventPlan, 'quiz' | 'challenge'> => {
  const { title, kind, speaker, about, audience, branchId, place, startsAt, endsAt, opensAt, closesAt } = of;
  const { quota, door, agenda, bring, moreDates, publishAt } = of;
  return {
    ...{ title, kind, speaker, about, audience, branchId, place, startsAt, endsAt, opensAt, closesAt },
    ...{ quota, door, agenda, bring, moreDates, publishAt },
  };
};

/** The event as its form has it. */
export const draftOf = (event: EventDocument): EventDraft => {
  const { terms, draw } = event;
  return {
    ...plainPartOf(event),
    ...terms,
    ...(event.quiz && { quiz: event.quiz }),
    ...(event.challenge && { challenge: event.challenge }),
    source: draw?.source ?? '',
    seedAt: draw?.seedAt ?? null,
  };
};

export const eventPerson = (own: RegistrationDocument, name: string, now: string): EventPerson => ({
  readerId: own.readerId,
  name,
  status:
    own.status === 'cancelled' || (own.status === 'offered' && !standing(own, now)) ? 'expired' : own.status,
  places: own.places,
  guests: own.guests,
  answers: own.answers,
  at: own.at,
  ...(own.status === 'offered' && own.offerEndsAt !== null && { offerEndsAt: own.offerEndsAt }),
  ...(own.checkedIn && { checkedInAt: own.checkedIn.at }),
});
