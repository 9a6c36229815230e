import type { Instant } from '../../typings/contract/shapes';
import type { EventTerms } from '../../typings/contract/event-desk';
import type { EventDocument, HeldPlaces, OpeningHours, RegistrationDocument } from '../documents';
import { kept, places } from './event-terms';
import { lastCall, offerEnd } from './offers';

type Waiting = Pick<RegistrationDocument, 'readerId' | 'places' | 'order'>;
type Places = Pick<
  EventDocument,
  'quota' | 'door' | 'free' | 'registered' | 'held' | 'cancelled' | 'startsAt' | 'closesAt' | 'terms'
>;

/** What becomes of places that came back. */
interface PassedOn<W> {
  /** Those who get places, in their order. */
  given: { to: W; offerEndsAt: Instant | null }[];
  /** So many more are anybody's. */
  free: number;
}

/**
 * Places that came back go down the list: a registration for more places than there are is passed over and
 * keeps its place, and the first one behind it that fits is next. What fits nobody is anybody's.
 */
export const passedOn = <W extends Waiting>(
  event: Places,
  waiting: readonly W[],
  { now, quiet }: { now: Instant; quiet: OpeningHours },
): PassedOn<W> => {
  let left = kept(event) + event.free;
  const way = waitingWay(event.terms);
  const endsAt = way === 'offer' ? offerEnd(event, now, quiet) : null;
  const asks = !event.cancelled && way !== 'none' && now < lastCall(event);
  const given: PassedOn<W>['given'] = [];
  if (asks && (way === 'at_once' || endsAt !== null))
    for (const to of inTurn(waiting)) {
      if (to.places > left || holds(event, to.readerId)) continue;
      left -= to.places;
      given.push({ to, offerEndsAt: endsAt });
    }
  return { given, free: left };
};

/** Who was drawn has the place, where nothing else is said. */
export const waitingWay = ({ way, waiting }: EventTerms): EventTerms['waiting'] =>
  way === 'draw' && waiting === 'none' ? 'at_once' : waiting;

/** In the order that was decided once. */
const inTurn = <W extends Waiting>(waiting: readonly W[]): W[] =>
  [...waiting].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));

export const holds = ({ held }: Pick<EventDocument, 'held'>, readerId: string): HeldPlaces | undefined =>
  held.find((each) => each.readerId === readerId);

type Counted = Pick<EventDocument, 'held' | 'registered'>;

/**
 * The event when these places are held no more: they are kept until they are passed on. What is counted is
 * moved and not counted anew: an event that is over holds nothing, and knows how many had places.
 */
export const without = <E extends Counted>(event: E, tokens: ReadonlySet<string>): E => {
  const gone = event.held.filter(({ token }) => tokens.has(token));
  const held = event.held.filter(({ token }) => !tokens.has(token));
  return { ...event, held, registered: event.registered - placesOf(gone) };
};

/** The event with more places held. */
export const withHeld = <E extends Counted>(event: E, more: HeldPlaces[]): E => ({
  ...event,
  held: [...event.held, ...more],
  registered: event.registered + placesOf(more),
});

const placesOf = (held: readonly HeldPlaces[]): number => held.reduce((sum, each) => sum + each.places, 0);

/** A registration that its reader gives back. */
export const givenUp = (own: RegistrationDocument, now: Instant): RegistrationDocument => ({
  ...own,
  status: 'cancelled',
  token: '',
  offerEndsAt: null,
  at: now,
});

/** With another quota: more places come as if they had come back, fewer are taken from what is free. */
export const withQuota = <E extends Places>(event: E, quota: number, door: number): E => {
  const free = Math.max(0, Math.min(event.free, quota - door - event.registered));
  return { ...event, quota, door, free };
};

/** Whether so many places would be below what is held. */
export const isBelowHeld = (event: Pick<EventDocument, 'registered'>, quota: number, door: number): boolean =>
  places({ quota, door }) < event.registered;
