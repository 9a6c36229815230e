import type { DeliveryKind } from './deliveries';
import type { MediaKind, MediaState } from './media';
import type { SearchFilters } from './search';
import type { Instant, ReaderName } from './shapes';

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
  /** What was searched for, to be run again and changed. */
  | { kind: 'search'; text: string; onShelf: boolean }
  /** How a librarian went about it, step by step: each can be run again, changed and kept. */
  | { kind: 'steps'; steps: SearchStep[] }
  /** A picture, a voice or a file of one of the two. */
  | TalkMedia
  /** A document that a librarian proposes to get from elsewhere; its reader asks for it, or does not. */
  | { kind: 'delivery'; document: ProposedDocument };

/** `transcript`: what is said in a voice, where the library has it heard; "". */
interface TalkMedia {
  kind: 'media';
  mediaId: string;
  what: MediaKind;
  name: string;
  seconds: number;
  bytes: number;
  transcript: string;
}

/** What of a document a librarian knows already. */
export interface ProposedDocument {
  kind: DeliveryKind;
  title: string;
  author: string;
  within: string;
  year: string;
}

/** What is sent; the library fills in what a card says. */
export type TalkCardGiven =
  | { kind: 'title'; titleId: string }
  | { kind: 'search'; text: string; onShelf: boolean }
  | { kind: 'media'; mediaId: string };

/** Librarians show how they went about it, too. */
export type DeskCardGiven =
  | TalkCardGiven
  | { kind: 'steps'; steps: SearchStepGiven[] }
  | { kind: 'delivery'; document: ProposedDocument };

/** `found`: how many titles that search had. */
type StepOfSearch = { kind: 'search'; query: string; filters: SearchFilters; found: number };
type StepOfClass = { kind: 'class'; clc: string };

export type SearchStepGiven =
  | StepOfSearch
  | StepOfClass
  | { kind: 'title'; titleId: string }
  /** `words`: what was searched for there. */
  | { kind: 'resource'; resourceId: string; words?: string };

export type SearchStep =
  | StepOfSearch
  | StepOfClass
  | { kind: 'title'; titleId: string; title: string; by: string }
  | { kind: 'resource'; resourceId: string; name: string; words?: string };

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
  /** What became of pictures, voices and files in it. */
  media: { mediaId: string; state: MediaState }[];
  faces: number | null;
}

/** What staff see of who asks: what helps to answer, and nothing else. */
interface TalkReader {
  name: ReaderName;
  categoryName: string;
  child: boolean;
}

export interface DeskTalkRow {
  talkId: string;
  state: TalkState;
  skill: TalkSkill;
  opening: string;
  readerName: ReaderName;
  askedAt: Instant;
  lastAt: Instant;
  /** Who has it, "". */
  librarian: string;
  /** It is this member of the staff's turn. */
  mine: boolean;
  /** A colleague has it and asked this member of the staff in. */
  invited: boolean;
  /** The last word is the reader's. */
  unanswered: boolean;
  /** Came back because nobody answered. */
  first: boolean;
  /** What waits is about something that this member of the staff answers. */
  forMe: boolean;
  /** It is their turn, by how many everybody has. */
  myTurn: boolean;
  /** It has waited longer than a reader should. */
  late: boolean;
}

export type DeskTalk = Talk & {
  reader: TalkReader;
  mine: boolean;
  /** This member of the staff answers here, as who has it or as a colleague who was asked in. */
  joined: boolean;
  /** Colleagues who were asked in. */
  with: string[];
  askedAt: Instant;
};

/** A canned answer; `fields` are what stands in braces in it, to be filled before it is sent. */
export interface Phrase {
  phraseId: string;
  title: string;
  text: string;
  fields: string[];
}

interface Given {
  text: string;
  card?: TalkCardGiven;
}

interface DeskGiven {
  text: string;
  card?: DeskCardGiven;
}

/** Whether librarians answer now; else when they do again. */
export interface TalkHours {
  open: boolean;
  /** "09:00–18:00", "" on a day without. */
  today: string;
  /** A librarian is there now. */
  staffed: boolean;
}

/** Asking a librarian, live or as a message. */
export interface TalksApi {
  'talks.mine'(input: { after?: string }): {
    hours: TalkHours;
    /** This library gets documents from elsewhere. */
    deliversDocuments: boolean;
    /** It watches subjects for readers. */
    watchesSubjects: boolean;
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
    deliversDocuments: boolean;
  };
  'talks.say'(input: Given & { talkId: string }): { number: number; at: Instant };
  /** A link for minutes to a picture, a voice or a file of one's own talk. */
  'talks.openMedia'(input: { talkId: string; mediaId: string }): { fileId: string };
  'talks.takeBack'(input: { talkId: string; number: number }): { number: number };
  'talks.close'(input: { talkId: string }): { talkId: string };
  'talks.rate'(input: { talkId: string; faces: number }): { talkId: string };
}

export interface TalkDeskApi {
  /** Who waits, what this member of the staff has, what was left; looking makes them be there. */
  'talkDesk.queue'(input: Record<string, never>): {
    here: boolean;
    limit: number;
    /** None: everything. */
    skills: TalkSkill[];
    waiting: DeskTalkRow[];
    talking: DeskTalkRow[];
    left: DeskTalkRow[];
    colleagues: { memberId: string; name: string; talks: number }[];
  };
  'talkDesk.come'(input: { here: boolean; limit?: number; skills?: TalkSkill[] }): { here: boolean };
  'talkDesk.take'(input: { talkId: string }): DeskTalk;
  'talkDesk.show'(input: { talkId: string; after?: number; typing?: boolean }): {
    talk: DeskTalk;
    lines: TalkLine[];
    deliversDocuments: boolean;
  };
  /** `note`: for colleagues alone. */
  'talkDesk.say'(input: DeskGiven & { talkId: string; note?: boolean }): { number: number; at: Instant };
  'talkDesk.openMedia'(input: { talkId: string; mediaId: string }): { fileId: string };
  'talkDesk.takeBack'(input: { talkId: string; number: number }): { number: number };
  /** Back into the queue, for others; the note says why. */
  'talkDesk.handOver'(input: { talkId: string; skill: TalkSkill; note: string }): { talkId: string };
  /** Asks a colleague who is there into the talk: both answer, and it stays with who has it. */
  'talkDesk.invite'(input: { talkId: string; memberId: string }): { talkId: string };
  /** A colleague who was asked in goes again. */
  'talkDesk.leave'(input: { talkId: string }): { talkId: string };
  /** Canned answers, and what their fields are by themselves. */
  'talkDesk.phrases'(input: Record<string, never>): {
    list: Phrase[];
    known: { name: string; value: string }[];
  };
  /** `phraseId`: "" for a new one. */
  'talkDesk.savePhrase'(input: { phraseId: string; title: string; text: string }): Phrase;
  'talkDesk.removePhrase'(input: { phraseId: string }): { phraseId: string };
  'talkDesk.finish'(input: { talkId: string }): { talkId: string };
}
