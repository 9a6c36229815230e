import type { EventSummary } from '../../typings/contract/events';
import type { Refusal } from '../../typings/contract/refusals';
import type { Instant } from '../../typings/contract/shapes';
import type { EventDocument, Library, ReaderDocument, RegistrationDocument } from '../documents';
import { ageOn, addMinutes, localDateOf } from '../kernel/local-date';
import { absentUntil } from './absences';
import { eventSettings } from './event-terms';

/** What decides whether somebody can register. */
type Terms = Pick<
  EventDocument,
  'cancelled' | 'opensAt' | 'closesAt' | 'startsAt' | 'quota' | 'free' | 'terms' | 'state' | 'draw'
>;
type Own = Pick<RegistrationDocument, 'status' | 'offerEndsAt' | 'changed'>;
type Comer = Pick<ReaderDocument, 'birthDate' | 'category' | 'missedEvents'>;

/** Who asks: null for a visitor, and for who has no registration. */
export interface Asking {
  reader: Comer | null;
  own: Own | null;
}

type At = { now: Instant; library: Pick<Library, 'settings'> };

const ONES_OWN = ['registered', 'offered', 'waiting', 'entered'] as const;
type Live = (typeof ONES_OWN)[number];

/** A registration that still stands, by the time: an offer that was not answered stands no more. */
export const standing = (own: Own | null, now: Instant): Live | null => {
  if (own?.status === 'attended' || own?.status === 'absent') return 'registered';
  const live = ONES_OWN.find((status) => status === own?.status);
  return live === 'offered' && (own?.offerEndsAt ?? '') <= now ? null : (live ?? null);
};

/** Why this event is not for this reader, whatever places there are. */
export const notFor = (
  { terms, startsAt }: Pick<Terms, 'terms' | 'startsAt'>,
  reader: Comer,
  at: At,
): Refusal[] => {
  const age = ageOn(reader.birthDate, localDateOf(startsAt));
  const { minAge, maxAge, categories } = terms;
  const until = absentUntil(reader, eventSettings(at.library).absences, localDateOf(at.now));
  return [
    ...((minAge !== null && age < minAge) || (maxAge !== null && age > maxAge)
      ? [{ code: 'age_not_fitting', age, minAge, maxAge } as const]
      : []),
    ...(categories.length > 0 && !categories.includes(reader.category)
      ? [{ code: 'category_not_fitting', categories: namesOf(categories, at) } as const]
      : []),
    ...(until ? [{ code: 'absent_too_often', until } as const] : []),
  ];
};

const namesOf = (categories: readonly string[], { library }: At): string[] =>
  categories.map((id) => library.settings.readerCategories.find((each) => each.id === id)?.name ?? id);

/** What a reader can do about an event now: the list, the page, its button and the act ask this. */
export const registrationState = (
  event: Terms,
  { reader, own }: Asking,
  at: At,
): EventSummary['registration'] => {
  if (event.cancelled) return 'cancelled';
  const stands = standing(own, at.now);
  if (stands) return stands;
  if (event.terms.way === 'come') return at.now < event.startsAt ? 'come' : 'closed';
  if (at.now < event.opensAt) return 'not_yet';
  if (at.now >= event.closesAt || event.state === 'closed') return 'closed';
  if (reader && notFor(event, reader, at).length > 0) return 'not_for_you';
  if (event.terms.way === 'draw') return event.draw?.listHash ? 'closed' : 'may_enter';
  if (event.free > 0) return 'open';
  return event.terms.waiting === 'none' ? 'full' : 'may_wait';
};

/** What keeps a reader from what is done at an event while it goes on. */
type Kept = 'over' | 'not_yet' | 'not_for_you' | 'register';

/** Null: nothing does. */
export const keptFromTakingPart = (
  event: Pick<EventDocument, 'terms' | 'startsAt' | 'endsAt'>,
  { reader, own }: Asking,
  at: At,
): Kept | null => {
  if (at.now >= event.endsAt) return 'over';
  if (at.now < event.startsAt) return 'not_yet';
  if (!reader) return null;
  if (notFor(event, reader, at).length > 0) return 'not_for_you';
  return event.terms.way !== 'come' && standing(own, at.now) !== 'registered' ? 'register' : null;
};

/** The same told to who tries all the same: only before and after has each kind of event its own words. */
export const refusalsToTakePartIn = (
  event: Pick<Terms, 'terms' | 'startsAt'>,
  kept: Kept | 'cancelled',
  reader: Comer | null,
  at: At,
  times: { over: Refusal; notYet: Refusal },
): Refusal[] => {
  switch (kept) {
    case 'cancelled':
      return [{ code: 'event_cancelled' }];
    case 'over':
      return [times.over];
    case 'not_yet':
      return [times.notYet];
    case 'register':
      return [{ code: 'not_registered' }];
    case 'not_for_you':
      return reader ? notFor(event, reader, at) : [];
  }
};

/** Whether somebody who is not registered can still come without waiting, now or once it opens. */
export const hasRoom = (state: EventSummary['registration']): boolean =>
  state === 'open' || state === 'may_enter' || state === 'come' || state === 'not_yet';

/** Why nobody can be registered now; none: there is a place, or one in the list or the draw. */
export const refusalsToRegister = (event: Terms, asking: Asking, at: At): Refusal[] => {
  const state = registrationState(event, asking, at);
  switch (state) {
    case 'open':
    case 'may_wait':
    case 'may_enter':
      return [];
    case 'full':
      return [{ code: 'event_full', quota: event.quota }];
    case 'not_yet':
      return [{ code: 'registration_not_open', opensAt: event.opensAt }];
    case 'closed':
      return [{ code: 'registration_closed', closedAt: event.closesAt }];
    case 'come':
      return [{ code: 'no_registration_needed' }];
    case 'not_for_you':
      return asking.reader ? notFor(event, asking.reader, at) : [];
    case 'registered':
    case 'offered':
    case 'waiting':
    case 'entered':
      return [{ code: 'already_registered' }];
    case 'cancelled':
      return [{ code: 'event_cancelled' }];
  }
};

/** What is said on the form, held to what the event asks. */
interface Form {
  places: number;
  guests: string[];
  answers: Record<string, string>;
}

export const refusalsOfForm = (
  { terms }: Pick<Terms, 'terms'>,
  { places, guests, answers }: Form,
): Refusal[] => [
  ...(places > terms.party ? [{ code: 'party_too_large', most: terms.party } as const] : []),
  ...(terms.guestNames && guests.filter((name) => name !== '').length < places - 1
    ? [{ code: 'guests_missing', places } as const]
    : []),
  ...terms.fields
    .filter(({ id, required, choices }) => {
      const answer = answers[id] ?? '';
      return answer === '' ? required : choices.length > 0 && !choices.includes(answer);
    })
    .map(({ label }) => ({ code: 'form_field_missing', label }) as const),
];

/** Until when a registration can be given back. Who was told of a change may leave until it begins. */
export const cancelUntil = (event: Pick<Terms, 'startsAt' | 'terms'>, own: Own): Instant =>
  own.status === 'registered' && !own.changed
    ? addMinutes(event.startsAt, -60 * event.terms.cancelHours)
    : event.startsAt;

/** Why a registration cannot be given back now. */
export const refusalsToCancel = (
  event: Pick<Terms, 'startsAt' | 'terms'>,
  own: Own | null,
  now: Instant,
): Refusal[] => {
  if (!own || !ONES_OWN.some((status) => status === own.status)) return [{ code: 'not_registered' }];
  if (now >= event.startsAt) return [{ code: 'registration_closed', closedAt: event.startsAt }];
  const until = cancelUntil(event, own);
  return now >= until ? [{ code: 'too_late_to_cancel', until }] : [];
};
