import type { Refusal } from './refusals';
import type { Instant, LocalDate, ReaderName } from './shapes';

export type EventKind =
  | 'talk'
  | 'salon'
  | 'festival'
  | 'training'
  | 'reading_aloud'
  | 'contest'
  | 'quiz'
  | 'challenge'
  | 'drifting'
  | 'donation'
  | 'exhibition';

/** Kinds that are no hour at a place: works are sent in, books wander or are given. */
export type EventLife = 'contest' | 'reading_aloud' | 'drifting' | 'donation';

/** What the library has of events: a kind that is off appears nowhere. */
export interface EventServices {
  kinds: EventKind[];
  /** What readers take part in without a seat; each has places of its own. */
  lives: EventLife[];
  draws: boolean;
  /** There are recaps. */
  lectures: boolean;
}

/**
 * What a reader can do about an event now, from the rule that registers. `full`: and nobody waits in line;
 * `may_wait`: full, but there is a waiting list; `may_enter`: places are drawn; `come`: without registering.
 */
type RegistrationState =
  | 'open'
  | 'full'
  | 'may_wait'
  | 'may_enter'
  | 'come'
  | 'not_yet'
  | 'closed'
  | 'not_for_you'
  | 'registered'
  | 'offered'
  | 'waiting'
  | 'entered'
  | 'cancelled';

export interface EventSummary {
  eventId: string;
  title: string;
  kind: EventKind;
  startsAt: Instant;
  endsAt: Instant;
  branchName: string;
  place: string;
  quota: number;
  registered: number;
  /** Anybody may take them now; what came back for those who wait is not among them. */
  free: number;
  registration: RegistrationState;
}

/** One's own registration, and what can be done with it. */
export interface OwnRegistration {
  status: 'registered' | 'offered' | 'waiting' | 'entered' | 'expired' | 'passed' | 'attended' | 'absent';
  places: number;
  guests: string[];
  /** Until when it can be given back; absent: not any more. */
  cancelUntil?: Instant;
  /** Of an offer: until when the place is held. */
  offerEndsAt?: Instant;
  /** At the door already. */
  checkedIn?: boolean;
  /** In the waiting list. */
  place?: number;
  /** Of who came: the name for a certificate. */
  name?: ReaderName;
  /** Of a ticket of the draw: what it is called in the published list. */
  ticket?: string;
}

/** What was published of a draw; everything that is needed to do it again. */
export interface PublishedDraw {
  eventId: string;
  method: 'RFC 3797';
  /** So many places are drawn. */
  places: number;
  source: string;
  seedAt: Instant;
  commitment: string;
  tickets: { ticket: string; places: number }[];
  listHash: string;
  publishedAt: Instant;
  /** Known once it was drawn. */
  figure?: string;
  share?: string;
  order?: string[];
}

export interface EventPage extends EventSummary {
  speaker: string;
  about: string[];
  audience: string;
  opensAt: Instant;
  closesAt: Instant;
  address: string;
  /** Whose page says more; "": it has none. */
  branchId: string;
  /** Where the branch stands, where the library has said so. */
  location?: { latitude: number; longitude: number };
  agenda: { time: string; text: string }[];
  bring: string;
  moreDates: { startsAt: Instant; endsAt: Instant }[];
  /** Most places of one registration. */
  party: number;
  guestNames: boolean;
  fields: { id: string; label: string; required: boolean; choices: string[] }[];
  door: number;
  waiting: 'none' | 'offer' | 'at_once';
  minAge: number | null;
  maxAge: number | null;
  own?: OwnRegistration;
  /** Why this reader cannot register. */
  because: Refusal[];
  draw?: { source: string; seedAt: Instant; closed: boolean; drawn: boolean };
  /** Other dates of the same series, each registered for by itself. */
  series: { eventId: string; startsAt: Instant; endsAt: Instant; cancelled: boolean }[];
  /** What became of those who waited at past events of the kind; absent: they were too few to say. */
  odds?: WaitingOdds;
  photos: EventPhoto[];
  libraryName: string;
  /** A recap exists once the event is over. */
  lectureId?: string;
}

export interface EventPhoto {
  fileId: string;
  caption: string;
}

/** Of so many who waited at so many past events of the kind, how many got a place. */
export interface WaitingOdds {
  events: number;
  waited: number;
  served: number;
}

/** What a reader says when they register. */
export interface RegisterInput {
  eventId: string;
  places?: number;
  guests?: string[];
  answers?: Record<string, string>;
}

export interface EventsApi {
  /** Coming events, soonest first; `mine` gives those that the reader registered for, past ones too. */
  'events.list'(input: {
    mine?: boolean;
    kind?: EventKind;
    branchId?: string;
    /** Full years of whoever is to come. */
    age?: number;
    free?: boolean;
    after?: string;
  }): { list: EventSummary[]; next?: string; services: EventServices };
  /** The events of a month, "2026-12", by day. */
  'events.month'(input: { month: string }): { days: { on: LocalDate; events: EventSummary[] }[] };
  'events.show'(input: { eventId: string }): EventPage;
  'events.register'(input: RegisterInput): EventPage;
  /** Takes an offered place. */
  'events.confirm'(input: { eventId: string }): EventPage;
  /** Gives a place back, declines an offered one, leaves the waiting list or the draw. */
  'events.cancel'(input: { eventId: string }): EventPage;
  /** Scans the code on the screen at the door. */
  'events.checkIn'(input: { code: string }): EventPage;
  /** The list of tickets, and what came out. */
  'events.draw'(input: { eventId: string }): PublishedDraw;
}
