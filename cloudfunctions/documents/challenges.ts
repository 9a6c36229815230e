import type { Instant, LocalDate } from '../../typings/contract/shapes';

/**
 * `_id` is `{eventId}_{readerId}`. Carries that a day counts once and how many were made up: every check-in
 * of a reader writes it, and nobody else does.
 */
export interface ChallengeRunDocument {
  _id: string;
  eventId: string;
  readerId: string;
  title: string;
  steps: number[];
  /** In the order of the calendar. */
  days: { on: LocalDate; madeUp: boolean }[];
  /** Days of it: what stays when the days themselves are forgotten. */
  count: number;
  /** The last of them; "": none yet. */
  lastOn: LocalDate | '';
  /** Of its team; "": none. */
  teamId: string;
  /** Last day of the challenge as it was last known here. */
  endsOn: LocalDate;
  /** The days are still there; after half a year the count alone is. */
  whole: boolean;
}

/** What a reader wrote on a day. `_id` is `{eventId}_{readerId}_{on}`. */
export interface ChallengeNoteDocument {
  _id: string;
  /** For others to name it by. */
  noteId: string;
  eventId: string;
  readerId: string;
  on: LocalDate;
  text: string;
  titleId: string;
  book: string;
  author: string;
  status: 'own' | 'waiting' | 'shown' | 'refused';
  why: string;
  checkedBy: string;
  at: Instant;
}

/**
 * `_id` is `{eventId}_{code}`: who knows the code finds it. Carries that it is never larger than it may be;
 * who is in it stands in their own runs.
 */
export interface ChallengeTeamDocument {
  _id: string;
  eventId: string;
  code: string;
  name: string;
  members: number;
  size: number;
  endsOn: LocalDate;
}
