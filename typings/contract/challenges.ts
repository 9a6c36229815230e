import type { Refusal } from './refusals';
import type { Instant, LocalDate } from './shapes';

/** What a reading challenge is, beside the event that it is. */
export interface ChallengePlan {
  /** So many days that were missed can be made up. */
  makeUps: number;
  /** A medal for so many days each, ascending. */
  steps: number[];
  /** Readers of one team; 0: there are no teams. */
  teamSize: number;
}

/** What a challenge is for a reader now. `register`: it takes a registration that this reader has not. */
type ChallengeState = 'not_yet' | 'open' | 'over' | 'register' | 'not_for_you' | 'cancelled';

/** `made_up`: done later. `missed`: gone by without a check-in. */
export interface ChallengeDay {
  on: LocalDate;
  state: 'done' | 'made_up' | 'missed' | 'today' | 'to_come';
}

/** One's own words of a day. `own`: shown to nobody else. */
export interface OwnNote {
  on: LocalDate;
  text: string;
  /** The book that it is about; "": none. */
  book: string;
  status: 'own' | 'waiting' | 'shown' | 'refused';
  why: string;
}

/** A team as its members see it: what all did together, and nobody's share in it. */
interface ChallengeTeam {
  code: string;
  name: string;
  members: number;
  size: number;
  /** Days of all together; absent: they are so few that one could tell whose. */
  days?: number;
}

export interface ChallengePage extends ChallengePlan {
  eventId: string;
  title: string;
  about: string[];
  startsAt: Instant;
  endsAt: Instant;
  state: ChallengeState;
  because: Refusal[];
  /** The library's day. */
  today: LocalDate;
  days: ChallengeDay[];
  /** Days checked in, made up ones among them. */
  count: number;
  streak: number;
  longest: number;
  daysLeft: number;
  makeUpsLeft: number;
  medals: number[];
  notes: OwnNote[];
  /** Books that the reader has at home: what a note may be about. */
  books: { titleId: string; title: string }[];
  /** Words can be shown to other readers here. */
  mayShare: boolean;
  team?: ChallengeTeam;
}

/** What a reader wrote on a day, as others read it. */
export interface SharedNote {
  noteId: string;
  author: string;
  on: LocalDate;
  text: string;
  book: string;
  titleId: string;
  mine: boolean;
}

export interface ChallengesApi {
  'challenges.show'(input: { eventId: string }): ChallengePage;
  /**
   * Checks in for the day that the reader saw as today (`makeUp` false), or makes up one that was missed.
   * Once a day. Words and a book are kept with it; `share`: others may read them once they were checked.
   */
  'challenges.checkIn'(input: {
    eventId: string;
    on: LocalDate;
    makeUp: boolean;
    text: string;
    titleId: string;
    share: boolean;
  }): ChallengePage;
  /** Takes one's words of a day away; the day stays. */
  'challenges.dropNote'(input: { eventId: string; on: LocalDate }): ChallengePage;
  'challenges.notes'(input: { eventId: string; after?: string }): { list: SharedNote[]; next?: string };
  'challenges.makeTeam'(input: { eventId: string; name: string }): ChallengePage;
  'challenges.joinTeam'(input: { eventId: string; code: string }): ChallengePage;
  'challenges.leaveTeam'(input: { eventId: string }): ChallengePage;
}

/** Words that wait for staff. */
interface NoteToCheck {
  noteId: string;
  author: string;
  on: LocalDate;
  text: string;
  book: string;
  at: Instant;
}

export interface ChallengeFigures {
  title: string;
  joined: number;
  /** Checked in today. */
  today: number;
  /** Check-ins of each of the last days, the latest last. */
  lately: { on: LocalDate; readers: number }[];
  /** How many have reached each step. */
  reached: { step: number; readers: number }[];
  teams: number;
  waiting: number;
}

/** A challenge in numbers, and the words that wait, for staff of the role `events`. */
export interface ChallengeDeskApi {
  'challengeDesk.figures'(input: { eventId: string }): ChallengeFigures;
  'challengeDesk.notes'(input: { eventId: string; after?: string }): { list: NoteToCheck[]; next?: string };
  /** Decides on the words that were read (`at`). */
  'challengeDesk.decide'(input: { noteId: string; at: Instant; allow: boolean; why: string }): {
    noteId: string;
  };
}
