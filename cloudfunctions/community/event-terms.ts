import type { EventTerms } from '../../typings/contract/event-desk';
import type { EventLife, EventServices } from '../../typings/contract/events';
import type { EventDocument, Library } from '../documents';
import { KINDS } from './event-kinds';

/** What holds where an event says nothing else. */
export const DEFAULT_TERMS: EventTerms = {
  way: 'first_come',
  minAge: null,
  maxAge: null,
  categories: [],
  party: 1,
  guestNames: false,
  fields: [],
  cancelHours: 0,
  waiting: 'none',
  offerHours: 12,
  lastHours: 2,
  alone: false,
};

/** What a new event has beside what its makers say of it. */
export const NOTHING_YET = {
  door: 0,
  registered: 0,
  held: [],
  cancelled: false,
  lectureId: null,
  recapFrom: null,
  state: 'published',
  publishAt: null,
  terms: DEFAULT_TERMS,
  moreDates: [],
  agenda: [],
  bring: '',
  seriesId: null,
  served: 0,
  unserved: 0,
  odds: null,
  photos: [],
  nextAt: null,
  draw: null,
  tellings: [],
  turns: 0,
} satisfies Partial<EventDocument>;

/** What of a library's life around books it has: each kind, draws and recaps can be off. */
export const servicesOf = (library: Pick<Library, 'settings'>): EventServices => {
  const { kinds, lives, draws, lectures } = eventSettings(library);
  return { kinds: kinds ?? [...KINDS], lives: [...lives], draws, lectures };
};

/** How this library deals with events; what it does not say is as here. */
export const eventSettings = ({ settings }: Pick<Library, 'settings'>) => ({
  kinds: null,
  lives: [] as EventLife[],
  draws: true,
  lectures: true,
  quietHours: { from: '22:00', to: '08:00' },
  absences: { count: 3, withinDays: 90, days: 7 },
  ...settings.events,
});

/** Places that those who registered can have: the rest is for the door. */
export const places = ({ quota, door }: Pick<EventDocument, 'quota' | 'door'>): number => quota - door;

/** Places that came back and wait for those who wait. */
export const kept = (event: Pick<EventDocument, 'quota' | 'door' | 'free' | 'registered'>): number =>
  places(event) - event.free - event.registered;
