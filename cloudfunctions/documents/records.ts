import type { NoticeTopic } from '../../typings/contract/account';
import type { UnreleasedBuild } from '../../typings/contract/notices';
import type { Figure } from '../../typings/contract/figures';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { TitleFacts } from '../../typings/contract/title-record';
import type { Refusal } from '../../typings/contract/refusals';
import type { HoldDocument, QueuedHold } from './holds';
import type { ItemDocument } from './items';
import type { KnownLoan } from './readers';

/** `_id` names the occasion (`due_soon_{loanId}_{dueOn}`), so that an occasion is told once. */
export interface NoticeDocument {
  _id: string;
  readerId: string;
  topic: NoticeTopic;
  title: string;
  body: string;
  link: string;
  at: Instant;
  read: boolean;
  /** False: whom it told, and what, is forgotten; that the occasion was told stays. */
  named: boolean;
  /** The announcement or the article that this tells of: what is taken back is found by it. */
  of?: string;
}

/**
 * A subscription message to send; `_id` is that of its notice. Written with the change, sent once by the
 * jobs.
 */
export interface OutboxDocument {
  _id: string;
  /** "" of a spreading, which is to no reader but to many. */
  readerId: string;
  topic: NoticeTopic;
  /** Values by the field names of the topic's template. */
  fields: Record<string, string>;
  page: string;
  /**
   * `switched_off`: the reader does not want messages of the topic; `in_digest`: told by the one message of
   * that day; `outdated`: what it tells of is so no more.
   */
  status:
    'pending' | 'sending' | 'sent' | 'in_digest' | 'not_subscribed' | 'switched_off' | 'outdated' | 'failed';
  /** When it was told, as its notice says; absent of those before 0.4.0. */
  at?: Instant;
  attempts: number;
  nextAttemptAt: Instant;
  error: string;
  /** It can wait for the one message of a day. Absent: it goes at its time. */
  waits?: true;
  /** Its day's message is the one that it waits for: it goes now, with all others that wait. */
  gathered?: true;
  /** It goes at any hour of the day. */
  urgent?: true;
  /** What has to be so still when it goes. */
  still?: StillSo;
  /** The announcement or the article that this tells of. */
  of?: string;
  /** Tells many, a part of them at a time. */
  spread?: Spread;
}

/** A hold that stands on the shelf; a loan that is open and due on that day. */
export type StillSo = { holdId: string } | { loanId: string; dueOn: LocalDate };

/** What is told to many, and how far it has come: `after` is the last one that was told. */
export interface Spread {
  kind: 'announcement' | 'article' | 'wish';
  id: string;
  after: string;
}

/** `_id` is `{readerId}_{topic}`: how many messages WeChat still lets us send. */
export interface SubscriptionDocument {
  _id: string;
  readerId: string;
  topic: NoticeTopic;
  balance: number;
  /** Which build its messages open; none: the released one. */
  opens?: UnreleasedBuild;
}

/**
 * `_id` is the caller and the request id: the log of everything done and, at once, what makes a repeat
 * harmless.
 */
export interface OperationDocument {
  _id: string;
  action: string;
  /** openid of the caller, or "jobs". */
  by: string;
  at: Instant;
  /** Branch of a desk operation, else "". */
  branchId: string;
  staffName: string;
  readerId: string;
  barcode: string;
  titleName: string;
  /** In the library's own words: it names nobody, since it stays. */
  outcome: string;
  /** In the words of whoever did it, and who and which card it was about; goes with the names. */
  comment: string;
  /** Refusals that staff set aside and why; null when none. */
  override: { codes: string[]; comment: string } | null;
  /** The loan that this ended: a reader who keeps their history finds it by this. null when none. */
  ended: { loanId: string; title: TitleFacts; checkedOutOn: LocalDate; returnedOn: LocalDate } | null;
  /** The title that this lent; absent: none, or it was taken back. */
  lent?: string;
  /** What figures count of it, where the act alone does not tell. */
  counts?: LineCounts;
  /** Which line this took back, for figures. */
  undid?: { action: string; at: Instant; counts?: LineCounts };
  /** `override` is there: what the log finds it by. */
  overridden: boolean;
  /** `ended` is there: what a reader's history is found by. */
  endsLoan: boolean;
  /**
   * What stood before a check-out or a check-in, so that the desk can take it back; null when it cannot be.
   */
  undo: UndoRecord | null;
  /** Whom it names, and what was answered, is kept up to this day; null: gone through already. */
  namedUntil: LocalDate | null;
  /** A keyed digest of action and input, to tell a repeat from a reuse of the id. */
  fingerprint: string;
  answer: unknown;
}

/** Of a loan also the reader's category and the class: names and titles go, figures stay. */
export interface LineCounts {
  figures: Partial<Record<Figure, number>>;
  category?: string;
  clc?: string;
  /** The kind of an event. */
  event?: string;
}

/** The documents as they were before a scan at the desk, and what it charged. */
export interface UndoRecord {
  item: ItemDocument;
  /** The queue before, when the scan changed it. */
  queue: QueuedHold[] | null;
  /** The hold before that the scan filled or called. */
  hold: HoldDocument | null;
  /** What the reader's document knew of the loan that a check-in ended. */
  known: KnownLoan | null;
  /** The month in which the reader had borrowed last; absent: none, or a check-in. */
  borrowedIn?: string;
  /** Line of the account that was added, or "". */
  lineId: string;
}

/** A scan made without network whose time has passed over it: staff decide. `_id` is `{device}-{number}`. */
export interface ConflictDocument {
  _id: string;
  branchId: string;
  action: 'checkOut' | 'checkIn';
  barcode: string;
  /** Former versions kept what was scanned for the reader; it goes with the names. */
  card?: string;
  /** Whose card it was, one that did not do as well; "" for a check-in or a number that is nobody's. */
  readerId: string;
  readerName: string;
  titleName: string;
  /** When it was scanned, by the device. */
  scannedAt: Instant;
  arrivedAt: Instant;
  /** Whose card it was still stands here; absent: it was written before this was kept. */
  named?: boolean;
  staffName: string;
  why: Refusal[];
  status: 'open' | 'settled';
  settledBy: string;
  settledAt: Instant | null;
  comment: string;
}

/** `_id` is `{job}_{day}`: a job's work of a day, resumable. */
export interface JobRunDocument {
  _id: string;
  /** One; several that had nothing to do in their first run of the day stand together. */
  jobs: string[];
  day: LocalDate;
  startedAt: Instant;
  finishedAt: Instant | null;
  /** Where a run that was cut off goes on. */
  after: string | null;
  done: number;
}
