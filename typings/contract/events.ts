import type { Instant } from './shapes';

export interface EventSummary {
  eventId: string;
  title: string;
  kind: 'talk' | 'salon' | 'festival' | 'training' | 'reading_aloud';
  startsAt: Instant;
  endsAt: Instant;
  branchName: string;
  place: string;
  quota: number;
  registered: number;
  /** What a reader can do now, from the rule that registers. */
  registration: 'open' | 'full' | 'not_yet' | 'closed' | 'registered' | 'cancelled';
}

export interface EventPage extends EventSummary {
  speaker: string;
  about: string[];
  audience: string;
  opensAt: Instant;
  closesAt: Instant;
  /** A recap exists once the event is over. */
  lectureId?: string;
}

export interface EventsApi {
  /** Coming events, soonest first; `mine` gives those that the reader registered for, past ones too. */
  'events.list'(input: { mine?: boolean; after?: string }): { list: EventSummary[]; next?: string };
  'events.show'(input: { eventId: string }): EventPage;
  'events.register'(input: { eventId: string }): EventPage;
  'events.cancel'(input: { eventId: string }): EventPage;
}
