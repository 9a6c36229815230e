import type { EventPage, EventSummary, OwnRegistration } from '../../typings/contract/events';
import { branchName } from '../circulation/branches';
import {
  cancelUntil,
  registrationState,
  refusalsToRegister,
  standing,
  type Asking,
} from '../community/registering';
import { servicesOf } from '../community/event-terms';
import { ticketOf } from '../community/tickets';
import type { EventDocument, ReaderDocument, RegistrationDocument } from '../documents';
import type { Context } from '../kernel/context';

type At = Pick<Context, 'library' | 'now'>;

export const eventSummary = (event: EventDocument, asking: Asking, at: At): EventSummary => ({
  eventId: event._id,
  title: event.title,
  kind: event.kind,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  branchName: branchName(at.library, event.branchId),
  place: event.place,
  quota: event.quota,
  registered: event.registered,
  free: event.free,
  registration: registrationState(event, asking, at),
});

/** What the page of an event shows to whoever asks. `place`: in the waiting list, counted from 1. */
export const eventPage = (
  event: EventDocument,
  asking: { reader: ReaderDocument | null; own: RegistrationDocument | null },
  at: At,
  { place, series = [] }: { place?: number | undefined; series?: EventDocument[] } = {},
): EventPage => {
  const { terms } = event;
  const branch = at.library.branches.find(({ _id }) => _id === event.branchId);
  const summary = eventSummary(event, asking, at);
  const own = asking.own && ownRegistration(event, asking.own, at, place);
  const came = asking.own?.status === 'attended' && asking.reader ? { name: asking.reader.name } : {};
  return {
    ...summary,
    speaker: event.speaker,
    about: event.about,
    audience: event.audience,
    opensAt: event.opensAt,
    closesAt: event.closesAt,
    address: branch?.address ?? '',
    branchId: branch?._id ?? '',
    ...(branch?.location && { location: branch.location }),
    agenda: event.agenda,
    bring: event.bring,
    moreDates: event.moreDates,
    party: terms.party,
    guestNames: terms.guestNames,
    fields: terms.fields,
    door: event.door,
    waiting: terms.waiting,
    minAge: terms.minAge,
    maxAge: terms.maxAge,
    ...(own && { own: { ...own, ...came } }),
    series: series.map(({ _id, startsAt, endsAt, cancelled }) => ({
      eventId: _id,
      startsAt,
      endsAt,
      cancelled,
    })),
    ...(event.odds && { odds: event.odds }),
    photos: event.photos,
    libraryName: at.library.settings.name,
    because: summary.registration === 'not_for_you' ? refusalsToRegister(event, asking, at) : [],
    ...(event.draw && {
      draw: {
        source: event.draw.source,
        seedAt: event.draw.seedAt,
        closed: event.draw.listHash !== undefined,
        drawn: event.draw.order !== undefined,
      },
    }),
    ...(event.lectureId && hasRecap(event, at) && { lectureId: event.lectureId }),
  };
};

/** A recap that is begun is none; one that is announced for a moment to come is none yet. */
const hasRecap = ({ endsAt, recapFrom }: EventDocument, { now, library }: At): boolean =>
  servicesOf(library).lectures && endsAt <= now && recapFrom !== null && recapFrom <= now;

const ownRegistration = (
  event: EventDocument,
  own: RegistrationDocument,
  { now }: At,
  place?: number,
): OwnRegistration | undefined => {
  if (own.status === 'cancelled') return undefined;
  const stands = standing(own, now);
  const until = cancelUntil(event, own);
  return {
    status: own.status === 'offered' && !stands ? 'expired' : own.status,
    places: own.places,
    guests: own.guests,
    ...(stands && now < until && { cancelUntil: until }),
    ...(stands === 'offered' && own.offerEndsAt !== null && { offerEndsAt: own.offerEndsAt }),
    ...(own.checkedIn && { checkedIn: true }),
    ...(place !== undefined && { place }),
    ...(event.draw && { ticket: ticketOf(event._id, own.readerId) }),
  };
};
