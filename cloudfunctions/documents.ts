import type { Instant, LocalDate } from '../typings/contract/answer';
import type { NoticeTopic, ReaderCategory } from '../typings/contract/account';
import type { ItemStatus } from '../typings/contract/catalogue';
import type { EventSummary } from '../typings/contract/events';
import type { HoldStatus } from '../typings/contract/holds';

/** What the collections of the cloud database hold. Moments are ISO text in UTC, days are library-local text: text order is time order. */

export interface TitleDocument {
  _id: string;
  title: string;
  subtitle: string;
  contributors: { name: string; role: string }[];
  publisher: string;
  /** 0 when unknown. */
  year: number;
  /** ISBN-13 without hyphens, check digit verified. */
  isbns: string[];
  clc: string;
  callNumber: string;
  language: string;
  subjects: string[];
  summary: string;
  /** Folded search terms of title, authors and ISBNs (see search/terms.ts). Multikey index. */
  terms: string[];
  addedAt: Instant;
  /** How often it was checked out: the last word in ranking. */
  popularity: number;
  /** Where the record came from: "demo", or the file and its control number; an import finds its own record by it. */
  source: string;
}

export type ItemType = 'book' | 'children' | 'periodical' | 'audiovisual';

/** A copy. `_id` is its barcode. The document carries the invariants "at most one open loan" and "at most one ready hold". */
export interface ItemDocument {
  _id: string;
  titleId: string;
  itemType: ItemType;
  homeBranchId: string;
  /** Where it stands now, or where it is going while in transit. */
  branchId: string;
  shelf: string;
  callNumber: string;
  status: ItemStatus;
  referenceOnly: boolean;
  /** Price in fen; 0 when unknown. */
  price: number;
  /** Present while on loan. The due date stands in the loan alone, so that a renewal writes one document. */
  loan: { loanId: string; readerId: string } | null;
  /** Present while on the hold shelf or in transit to one. On the hold shelf without a hold: to be cleared from it. */
  hold: { holdId: string; readerId: string; pickUpBy: LocalDate | null } | null;
  /** Present while in transit. */
  transit: { fromBranchId: string; toBranchId: string; why: 'hold' | 'home' } | null;
  /** Moment of the last event of this copy. */
  changedAt: Instant;
  source: string;
}

/** The document carries the reader's limits: what is open now stands in it and is changed in the same transaction. */
export interface ReaderDocument {
  _id: string;
  name: string;
  cardNumber: string;
  category: ReaderCategory;
  birthDate: LocalDate;
  phone: string;
  guardianReaderId: string | null;
  expiresOn: LocalDate;
  /** Set by staff; null when nothing stands in the way. */
  block: { reason: string; until: LocalDate | null } | null;
  openLoans: { loanId: string; barcode: string; titleId: string; itemType: ItemType }[];
  openHolds: { holdId: string; titleId: string }[];
  /** The WeChat identity linked now, or null. */
  openid: string | null;
  topics: Record<NoticeTopic, boolean>;
  joinedAt: Instant;
}

/** `_id` is the card number. Unique by nature, so that a card leads to one reader. */
export interface CardDocument {
  _id: string;
  readerId: string;
  /** scrypt, "salt:hash" in hexadecimal; empty when no password was set. */
  password: string;
  wrongTries: number;
  lockedUntil: Instant | null;
}

/** `_id` is the openid: one WeChat identity leads to at most one reader. */
export interface IdentityDocument {
  _id: string;
  readerId: string;
  linkedAt: Instant;
}

/** `_id` is the openid of a member of the staff. */
export interface StaffDocument {
  _id: string;
  name: string;
  branchId: string;
  roles: string[];
  active: boolean;
}

export interface LoanDocument {
  _id: string;
  readerId: string;
  barcode: string;
  titleId: string;
  itemType: ItemType;
  /** Branch of the check-out: its policy and calendar govern the loan. */
  branchId: string;
  checkedOutAt: Instant;
  checkedOutOn: LocalDate;
  dueOn: LocalDate;
  renewals: number;
  status: 'open' | 'closed';
  closedAt: Instant | null;
}

export interface HoldDocument {
  _id: string;
  titleId: string;
  readerId: string;
  pickUpBranchId: string;
  status: HoldStatus;
  placedAt: Instant;
  /** The copy on its way or on the shelf for this hold. */
  barcode: string | null;
  pickUpBy: LocalDate | null;
  closedAt: Instant | null;
}

/** `_id` is the title: its whole queue in one document, which carries the order and "each copy serves one hold". */
export interface HoldQueueDocument {
  _id: string;
  /** In the order of service. A hold with a barcode is being brought or is ready. */
  holds: QueuedHold[];
}

export interface QueuedHold {
  holdId: string;
  readerId: string;
  pickUpBranchId: string;
  placedAt: Instant;
  status: 'waiting' | 'ready';
  barcode: string | null;
  pickUpBy: LocalDate | null;
}

/** One row of the policy matrix; `*` matches all, the most specific row wins. */
export interface PolicyDocument {
  _id: string;
  readerCategory: ReaderCategory | '*';
  itemType: ItemType | '*';
  branchId: string;
  loanDays: number;
  /** All open loans of the reader together. */
  loanLimit: number;
  renewalLimit: number;
  renewalDays: number;
  /** Renewable from this many days before the due date; null: any time. */
  renewalWindowDays: number | null;
  /** New due date counts from the old one, or from today. */
  renewalBase: 'due' | 'today';
  holdLimit: number;
  /** Open days on the hold shelf. */
  holdShelfDays: number;
  /** Holds of titles that stand on the shelf. */
  holdsOnShelf: boolean;
  /** This many overdue loans stop new ones. */
  overdueLimit: number;
  dueDateMode: 'plain' | 'next_open_day' | 'previous_open_day';
}

export interface BranchDocument {
  _id: string;
  name: string;
  address: string;
  phone: string;
  pickUp: boolean;
  /** Sunday first; null: closed. */
  weeklyHours: (OpeningHours | null)[];
  /** Single closed days with their reason, and single openings. */
  exceptions: Record<LocalDate, { open: OpeningHours | null; why: string }>;
  /** Public holidays of the calendar close this branch. */
  closedOnPublicHolidays: boolean;
  order: number;
}

export interface OpeningHours {
  from: string;
  to: string;
}

/** `_id` is the year, "2026": public holidays and make-up working days of China. */
export interface CalendarDocument {
  _id: string;
  holidays: Record<LocalDate, string>;
  workdays: Record<LocalDate, string>;
}

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
  seconds: number;
  at: Instant;
}

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
}

/** A subscription message to send; `_id` is that of its notice. Written with the change, sent once by the jobs. */
export interface OutboxDocument {
  _id: string;
  readerId: string;
  topic: NoticeTopic;
  /** Values by the field names of the topic's template. */
  fields: Record<string, string>;
  page: string;
  status: 'pending' | 'sending' | 'sent' | 'not_subscribed' | 'failed';
  attempts: number;
  nextAttemptAt: Instant;
  error: string;
}

/** `_id` is `{readerId}_{topic}`: how many messages WeChat still lets us send. */
export interface SubscriptionDocument {
  _id: string;
  readerId: string;
  topic: NoticeTopic;
  balance: number;
}

/** `_id` is the caller and the request id: the log of everything done and, at once, what makes a repeat harmless. */
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
  outcome: string;
  /** The input as text, to tell a repeat from a reuse of the id. */
  fingerprint: string;
  answer: unknown;
}

/** `_id` is `{job}_{day}`: a job's work of a day, resumable. */
export interface JobRunDocument {
  _id: string;
  job: string;
  day: LocalDate;
  startedAt: Instant;
  finishedAt: Instant | null;
  /** Where a run that was cut off goes on. */
  after: string | null;
  done: number;
}

/** `_id` "library": name, card prefix, subscription templates. `_id` "card-key": the key that signs card codes. */
export type SettingDocument =
  | {
      _id: 'library';
      name: string;
      /** First digits of a new card number. */
      cardPrefix: string;
      cardYears: number;
      dueSoonDays: number;
      templates: Partial<Record<NoticeTopic, TemplateSetting>>;
    }
  | { _id: 'card-key'; key: string }
  | { _id: 'card-counter'; last: number };

export interface TemplateSetting {
  templateId: string;
  /** Our value → the template's field, `{ title: 'thing1', day: 'date2' }`. */
  fields: Record<string, string>;
}

export interface Documents {
  titles: TitleDocument;
  items: ItemDocument;
  readers: ReaderDocument;
  cards: CardDocument;
  identities: IdentityDocument;
  staff: StaffDocument;
  loans: LoanDocument;
  holds: HoldDocument;
  holdQueues: HoldQueueDocument;
  policies: PolicyDocument;
  branches: BranchDocument;
  calendars: CalendarDocument;
  events: EventDocument;
  registrations: RegistrationDocument;
  lectures: LectureDocument;
  replayPositions: ReplayPositionDocument;
  notices: NoticeDocument;
  outbox: OutboxDocument;
  subscriptions: SubscriptionDocument;
  operations: OperationDocument;
  jobRuns: JobRunDocument;
  settings: SettingDocument;
}

export type CollectionName = keyof Documents;
