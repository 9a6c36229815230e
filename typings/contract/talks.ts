import type { Instant } from './shapes';

/** What a question is about, by which librarians take them. */
export type TalkSkill = 'general' | 'research' | 'local_history' | 'children' | 'technique';

/**
 * `waiting` in the queue; `talking` with a librarian; `left` as a message that is answered later; `answered`,
 * and open again with one word for a day; `closed`.
 */
export type TalkState = 'waiting' | 'talking' | 'left' | 'answered' | 'closed';

/** From where a reader asks. */
export type TalkContext =
  | { kind: 'title'; titleId: string; title: string }
  | { kind: 'search'; text: string }
  | { kind: 'page'; words: string };

/** Something of the library in a talk, to be opened. */
export type TalkCard =
  | { kind: 'title'; titleId: string; title: string; by: string }
  /** How something was searched for, to be run again and changed. */
  | { kind: 'search'; text: string; onShelf: boolean };

/** What is sent; the library fills in what a card says. */
export type TalkCardGiven =
  { kind: 'title'; titleId: string } | { kind: 'search'; text: string; onShelf: boolean };

export interface TalkLine {
  number: number;
  from: 'reader' | 'staff' | 'note' | 'library';
  by: string;
  text: string;
  card: TalkCard | null;
  at: Instant;
  takenBack: boolean;
}

/** The place in the queue, and how long the last ones waited there; no range where too few did. */
export interface TalkWait {
  place: number;
  minutes: { from: number; to: number } | null;
}

export interface TalkCardRow {
  talkId: string;
  state: TalkState;
  skill: TalkSkill;
  opening: string;
  /** Of the last line. */
  lastAt: Instant;
  /** There are lines of the library that this reader has not seen. */
  unseen: boolean;
}

export interface Talk {
  talkId: string;
  state: TalkState;
  skill: TalkSkill;
  context: TalkContext | null;
  /** Who answers, "" before. */
  librarian: string;
  wait: TalkWait | null;
  /** The last line that the other side has seen. */
  seenByOther: number;
  otherTypes: boolean;
  /** Lines that were taken back, by their numbers: a page may show them still. */
  gone: number[];
  faces: number | null;
}

/** What staff see of who asks: what helps to answer, and nothing else. */
interface TalkReader {
  name: string;
  categoryName: string;
  child: boolean;
}

export interface DeskTalkRow {
  talkId: string;
  state: TalkState;
  skill: TalkSkill;
  opening: string;
  readerName: string;
  askedAt: Instant;
  lastAt: Instant;
  /** Who has it, "". */
  librarian: string;
  /** It is this member of the staff's turn. */
  mine: boolean;
  /** The last word is the reader's. */
  unanswered: boolean;
  /** Came back because nobody answered. */
  first: boolean;
}

export type DeskTalk = Talk & { reader: TalkReader; mine: boolean; askedAt: Instant };

interface Given {
  text: string;
  card?: TalkCardGiven;
}

/** Whether librarians answer now; else when they do again. */
export interface TalkHours {
  open: boolean;
  /** "09:00 至 18:00", "" on a day without. */
  today: string;
  /** A librarian is there now. */
  staffed: boolean;
}

/** Asking a librarian, live or as a message. */
export interface TalksApi {
  'talks.mine'(input: { after?: string }): {
    hours: TalkHours;
    openTalkId: string;
    list: TalkCardRow[];
    next?: string;
  };
  /** Begins a talk; a reader has one at a time. */
  'talks.open'(input: Given & { skill: TalkSkill; context?: TalkContext }): Talk;
  /** The talk and its lines behind `after`; tells that the reader looks, and whether they are typing. */
  'talks.show'(input: { talkId: string; after?: number; typing?: boolean }): {
    talk: Talk;
    lines: TalkLine[];
  };
  'talks.say'(input: Given & { talkId: string }): { number: number; at: Instant };
  'talks.takeBack'(input: { talkId: string; number: number }): { number: number };
  'talks.close'(input: { talkId: string }): { talkId: string };
  'talks.rate'(input: { talkId: string; faces: number }): { talkId: string };
}

export interface TalkDeskApi {
  /** Who waits, what this member of the staff has, what was left; looking makes them be there. */
  'talkDesk.queue'(input: Record<string, never>): {
    here: boolean;
    limit: number;
    waiting: DeskTalkRow[];
    talking: DeskTalkRow[];
    left: DeskTalkRow[];
    colleagues: { name: string; talks: number }[];
  };
  'talkDesk.come'(input: { here: boolean; limit?: number }): { here: boolean };
  'talkDesk.take'(input: { talkId: string }): DeskTalk;
  'talkDesk.show'(input: { talkId: string; after?: number; typing?: boolean }): {
    talk: DeskTalk;
    lines: TalkLine[];
  };
  /** `note`: for colleagues alone. */
  'talkDesk.say'(input: Given & { talkId: string; note?: boolean }): { number: number; at: Instant };
  'talkDesk.takeBack'(input: { talkId: string; number: number }): { number: number };
  /** Back into the queue, for others; the note says why. */
  'talkDesk.handOver'(input: { talkId: string; skill: TalkSkill; note: string }): { talkId: string };
  'talkDesk.finish'(input: { talkId: string }): { talkId: string };
}
