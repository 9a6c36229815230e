import type { Instant } from '../../typings/contract/shapes';
import type { EventSummary } from '../../typings/contract/events';

/** `registered` never passes `quota`: this document carries the invariant. */
export interface EventDocument {
  _id: string;
  title: string;
  kind: EventSummary['kind'];
  speaker: string;
  about: string[];
  audience: string;
  branchId: string;
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  opensAt: Instant;
  closesAt: Instant;
  quota: number;
  registered: number;
  cancelled: boolean;
  lectureId: string | null;
}

/** `_id` is `{eventId}_{readerId}`: one registration a reader and event. */
export interface RegistrationDocument {
  _id: string;
  eventId: string;
  readerId: string;
  startsAt: Instant;
  status: 'registered' | 'cancelled';
  at: Instant;
}

export interface LectureDocument {
  _id: string;
  title: string;
  speaker: string;
  speakerAbout: string;
  heldAt: Instant;
  duration: number;
  lead: string;
  keyPoints: { text: string; at: number }[];
  quotes: { text: string; at: number }[];
  chapters: { title: string; at: number }[];
  replay: { source: 'file'; fileId: string } | { source: 'channel'; feedToken: string } | { source: 'none' };
  titleIds: string[];
}

/** `_id` is `{lectureId}_{readerId}`. */
export interface ReplayPositionDocument {
  _id: string;
  readerId: string;
  seconds: number;
  at: Instant;
}
