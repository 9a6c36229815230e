import type { Instant } from '../../typings/contract/shapes';
import type { EventPlan, EventTerms } from '../../typings/contract/event-desk';
import type { EventPhoto, WaitingOdds } from '../../typings/contract/events';

/**
 * Carries "never over the quota": whoever gets a place takes it out of `free` and into `held` by one write of
 * this document. What is neither held, nor free, nor for the door is kept for those who wait.
 */
export interface EventDocument extends EventPlan {
  _id: string;
  /** Anybody may take them now. */
  free: number;
  /** The sum of `held`. */
  registered: number;
  held: HeldPlaces[];
  cancelled: boolean;
  /** Its recap, begun or published. */
  lectureId: string | null;
  /** From when on readers see the recap; null: not yet. */
  recapFrom: Instant | null;
  /** A draft is seen by the staff alone; `closed`: who came is written down. */
  state: 'draft' | 'published' | 'closed';
  terms: EventTerms;
  /** Events of one series, each registered for by itself, know each other by this; null: it stands alone. */
  seriesId: string | null;
  /** So many who waited got a place, and so many did not: what the next ones are told of their chance. */
  served: number;
  unserved: number;
  odds: WaitingOdds | null;
  photos: EventPhoto[];
  /** When the timer has something to do with it; null: not before somebody changes it. */
  nextAt: Instant | null;
  /** Of an event that is drawn: what was published, and what came out. */
  draw: EventDraw | null;
  /** What all who registered are still to be told of; `id` names the occasion. `from`: not before then. */
  tellings: { id: string; kind: 'changed' | 'cancelled' | 'words' | 'recap'; text: string; from?: Instant }[];
  /** How often it was written by those who decide; the first write of each such transaction. */
  turns: number;
}

/** Places of one registration. `token` tells one taking from a later one of the same reader. */
export interface HeldPlaces {
  readerId: string;
  places: number;
  token: string;
}

export interface EventDraw {
  /** From which public figure the seed comes, told in advance, and until when it must be known. */
  source: string;
  seedAt: Instant;
  /** SHA-256 of our own share: published with the list, the share itself with the result. */
  commitment: string;
  share: string;
  /** Tickets in their order, and the SHA-256 of that list; absent: the list is not closed yet. */
  tickets?: { ticket: string; places: number }[];
  listHash?: string;
  publishedAt?: Instant;
  /** The public figure as it was typed in; absent: not drawn yet. */
  figure?: string;
  drawnAt?: Instant;
  /** All tickets in the order in which places go to them. */
  order?: string[];
}

/**
 * `_id` is `{eventId}_{readerId}`: one registration a reader and event. `order` is decided once, when the
 * registration reached the server; a draw decides it anew for all.
 */
export interface RegistrationDocument {
  _id: string;
  eventId: string;
  readerId: string;
  startsAt: Instant;
  endsAt: Instant;
  status: RegistrationStatus;
  at: Instant;
  order: string;
  places: number;
  guests: string[];
  answers: Record<string, string>;
  /** Of the places that are held for it; "": none. */
  token: string;
  /** Until when an offered place is held; null: none is offered. */
  offerEndsAt: Instant | null;
  /** The event was changed since: who registered may leave whatever the hour. */
  changed: boolean;
  /** `checkedIn` is there: what those who came are found by. */
  came: boolean;
  checkedIn: { at: Instant; how: 'code' | 'card' | 'name'; by: string } | null;
}

/**
 * `entered`: has a ticket of the draw. `expired`: an offer was not answered. `passed`: the event began
 * without a place.
 */
type RegistrationStatus =
  | 'registered'
  | 'offered'
  | 'waiting'
  | 'entered'
  | 'cancelled'
  | 'expired'
  | 'passed'
  | 'attended'
  | 'absent';
