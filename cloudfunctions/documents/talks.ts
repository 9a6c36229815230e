import type { Instant } from '../../typings/contract/shapes';
import type { TalkCard, TalkContext, TalkSkill, TalkState } from '../../typings/contract/talks';

/**
 * A talk of a reader with the library. The document carries its state, who has it and the order of its
 * lines: whatever changes one of them writes it.
 */
export interface TalkDocument {
  _id: string;
  readerId: string;
  /** The WeChat in which it was asked: whose bell is rung. */
  openid: string;
  skill: TalkSkill;
  /** As it was when last written. Time moves it on: `talkNow` says what it is. */
  state: TalkState;
  /** From where it was begun. */
  context: TalkContext | null;
  /** How the question begins, for lists. */
  opening: string;
  /** First arrival; who is put back into the queue, or handed over, keeps it. */
  askedAt: Instant;
  /** Stands before those who only arrived. */
  first: boolean;
  /** Since when it waits in the queue this time; "" where it does not. */
  waitsSince: Instant | '';
  /** Of the member of the staff who has it, or had it last; "". */
  takenBy: string;
  takenByName: string;
  takenAt: Instant | '';
  /** Colleagues who were asked in: they answer, too, as long as it goes on. */
  invited: { id: string; name: string }[];
  /** The place in the queue at its arrival. */
  askedPlace: number;
  /** Seconds from arrival to the first take, by that place; null before it, and of a message. */
  secondsAPlace: number | null;
  /** Lines so far: the next one has the number behind it. */
  lines: number;
  /** Numbers of those that were taken back. */
  gone: number[];
  /** Pictures, voices and files in it, which go with it. */
  media: string[];
  lastFrom: 'reader' | 'staff';
  lastReaderAt: Instant;
  lastStaffAt: Instant | '';
  /** When it was answered or closed; "" before. */
  endedAt: Instant | '';
  /** One to five, once the reader has said; null before. */
  faces: number | null;
}

/** `_id` is `{talkId}_{number}`, the number in six digits. */
export interface TalkLineDocument {
  _id: string;
  talkId: string;
  readerId: string;
  number: number;
  /** `note`: of staff among themselves, never for readers. `library`: what happened. */
  from: 'reader' | 'staff' | 'note' | 'library';
  /** The name that a member of the staff goes by; "" for readers. */
  by: string;
  /** Openid of that member; "" for readers. Leaves no answer. */
  staffId: string;
  text: string;
  card: TalkCard | null;
  at: Instant;
  /** Taken back: the text is gone. */
  takenBack: boolean;
}

/**
 * What both sides tell one another by and by. Apart from the talk, and outside the log: it changes with every
 * look. `_id` is that of the talk.
 */
export interface TalkMarkDocument {
  _id: string;
  readerId: string;
  /** Last line that was seen. */
  readerSeen: number;
  staffSeen: number;
  /** Looked last. */
  readerAt: Instant | '';
  staffAt: Instant | '';
  readerTypesUntil: Instant | '';
  staffTypesUntil: Instant | '';
}

/** `_id` is the openid of a member of the staff: who is there for questions. */
export interface TalkPresenceDocument {
  _id: string;
  name: string;
  /** There until then, unless they look again. */
  until: Instant;
  /** Talks at a time. */
  limit: number;
  /** What they answer; absent or none: everything. */
  skills?: TalkSkill[];
}

/**
 * Rung when something has happened for its owner; phones watch it and ask the door what. Nothing else stands
 * in it: of all collections clients read this one themselves. `_id` is the owner: an openid, or "desk".
 */
export interface BellDocument {
  _id: string;
  owner: string;
  /** Of a reader; "" of staff. */
  readerId: string;
  rings: number;
  at: Instant;
}

/** `_id` is the reader's id: carries that a reader has one talk open. */
export interface OpenTalkDocument {
  _id: string;
  readerId: string;
  talkId: string;
}
