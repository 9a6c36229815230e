import type {
  EventKind,
  EventPhoto,
  EventServices,
  EventSummary,
  OwnRegistration,
  PublishedDraw,
} from './events';
import type { ChallengePlan } from './challenges';
import type { QuizPlan } from './quizzes';
import type { Instant, ReaderName, TableWithNames } from './shapes';

/** What an event is. */
export interface EventPlan {
  title: string;
  kind: EventKind;
  speaker: string;
  about: string[];
  audience: string;
  branchId: string;
  /** A room of the branch: no two events stand in it at once. */
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  opensAt: Instant;
  closesAt: Instant;
  quota: number;
  /** Of the quota, for who comes without having registered. */
  door: number;
  agenda: { time: string; text: string }[];
  bring: string;
  /** Further dates of one that is registered for together; it begins and ends at its first. */
  moreDates: { startsAt: Instant; endsAt: Instant }[];
  /** Of a draft: when readers see it; null: when somebody says so. */
  publishAt: Instant | null;
  /** Of a quiz: what is asked, and how. */
  quiz?: QuizPlan;
  /** Of a reading challenge: how it forgives, and what is reached. */
  challenge?: ChallengePlan;
}

/** Who may come and how: what every rule of registering reads. Bounds that are null bind nobody. */
export interface EventTerms {
  /** `come`: without registering. */
  way: 'first_come' | 'draw' | 'come';
  /** Full years on the day of the event; null: no bound. */
  minAge: number | null;
  maxAge: number | null;
  /** None: readers of all categories. */
  categories: string[];
  /** Most places of one registration, the reader's own included; they come together or not at all. */
  party: number;
  guestNames: boolean;
  /** Asked of who registers; without choices any text. */
  fields: { id: string; label: string; required: boolean; choices: string[] }[];
  /** A place can be given back until so many hours before the beginning. */
  cancelHours: number;
  /** What a full event offers. `at_once`: who is next has the place without being asked. */
  waiting: 'none' | 'offer' | 'at_once';
  /** So long an offer holds a place, at most. */
  offerHours: number;
  /** From so many hours before the beginning a place that comes back is anybody's. */
  lastHours: number;
  /** A reader has one event at a time. */
  alone: boolean;
}

/** What the staff say of an event. */
export interface EventDraft extends EventPlan, EventTerms {
  /** Of an event that is drawn: from which public figure, known from when on. */
  source: string;
  seedAt: Instant | null;
}

export interface DeskEvent extends Omit<EventSummary, 'registration'> {
  state: 'draft' | 'published' | 'closed';
  cancelled: boolean;
}

export interface DeskEventPage extends DeskEvent {
  services: EventServices;
  draft: EventDraft;
  photos: EventPhoto[];
  waiting: number;
  entered: number;
  attended: number;
  draw?: PublishedDraw;
}

export interface EventPerson {
  readerId: string;
  name: ReaderName;
  status: OwnRegistration['status'];
  places: number;
  guests: ReaderName[];
  answers: Record<string, string>;
  at: Instant;
  offerEndsAt?: Instant;
  checkedInAt?: Instant;
}

/** What became of a scan at the door. `before`: checked in already, and when. */
export interface EventCheckIn {
  name: ReaderName;
  places: number;
  at: Instant;
  before: boolean;
}

/** Events as the staff of role `events` make and run them. */
export interface EventDeskApi {
  /** Everything from a day on, drafts too, in the order of their end. */
  'eventDesk.list'(input: { from?: Instant; after?: string }): { list: DeskEvent[]; next?: string };
  'eventDesk.event'(input: { eventId: string }): DeskEventPage;
  /** Makes an event (`eventId` "") or changes one: who registered is told what changed and may leave. */
  'eventDesk.save'(
    input: EventDraft & {
      eventId: string;
      publish: boolean;
      /** A new one joins the series of this event. */
      besides?: string;
    },
  ): DeskEvent;
  'eventDesk.cancel'(input: { eventId: string; why: string }): DeskEvent;
  /** Who registered, waits or has a ticket. */
  'eventDesk.people'(input: { eventId: string; after?: string }): { list: EventPerson[]; next?: string };
  /** A message to all who come, wait or have a ticket. */
  'eventDesk.message'(input: { eventId: string; words: string }): { eventId: string };
  /** The code for the screen at the door: good for half a minute. */
  'eventDesk.code'(input: { eventId: string }): { code: string; validUntil: Instant };
  /**
   * Checks somebody in by their card or by name (`readerId`); who has not registered gets a place when there
   * is one. `at`: when it was scanned without network.
   */
  'eventDesk.checkIn'(input: {
    eventId: string;
    scanned?: string;
    readerId?: string;
    at?: Instant;
  }): EventCheckIn;
  /** The event is over: who came and who did not is written down. */
  'eventDesk.close'(input: { eventId: string }): DeskEvent;
  /** Who registered and who came, as a table; formulas in it are neutralised. */
  'eventDesk.exportPeople'(input: { eventId: string }): { fileName: string; csv: TableWithNames };
  /** Pictures of an event that is over, in their order. */
  'eventDesk.setPhotos'(input: { eventId: string; photos: EventPhoto[] }): DeskEvent;
  /** What the library has of events; a manager changes it. */
  'eventDesk.services'(input: Record<string, never>): EventServices;
  'eventDesk.setServices'(input: EventServices): EventServices;
  /** Draws by the public figure that was named in advance. */
  'eventDesk.draw'(input: { eventId: string; figure: string }): DeskEvent;
}
