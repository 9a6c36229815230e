import type { NoticeTopic, ReaderCategory } from '../../typings/contract/account';
import type { NoticeTimes } from '../../typings/contract/notices';
import type { Instant, LocalDate } from '../../typings/contract/shapes';
import type { StaffRole } from '../../typings/contract/staff-roles';
import type { ItemType } from '../../typings/contract/catalogue';

/**
 * The document carries the reader's limits: what is open now stands in it and is changed in the same
 * transaction.
 */
export interface ReaderDocument {
  _id: string;
  name: string;
  /** The card in use now. */
  cardNumber: string;
  category: ReaderCategory;
  birthDate: LocalDate;
  phone: string;
  /** A guardian who said so themselves: in their own WeChat, or at the desk. */
  guardianReaderId: string | null;
  /** True for a child who may not do anything before a guardian has confirmed; absent: no. */
  awaitsGuardian?: boolean;
  /** The request to a guardian that waits for an answer; absent or null: none. */
  guardianRequestId?: string | null;
  /** Whose guardian this reader is. */
  childReaderIds: string[];
  expiresOn: LocalDate;
  /** `pending` waits for staff; `closed` was given up by the reader. */
  standing: 'active' | 'pending' | 'closed';
  /** Set by staff; null when nothing stands in the way. */
  /** `stops` names the one thing it stops; absent: borrowing and holds. */
  block: { reason: string; until: LocalDate | null; stops?: 'borrowing' | 'holds' } | null;
  /** Days without borrowing for bringing back late or not collecting; the last of them. */
  suspendedUntil: LocalDate | null;
  /** Last day without new holds, after holds that were not collected; borrowing goes on. Absent: none. */
  holdsStoppedUntil?: LocalDate | null;
  openLoans: KnownLoan[];
  openHolds: { holdId: string; titleId: string; placedOn: LocalDate }[];
  /** Holds placed on the day of the last one, those that have ended since included; absent: none. */
  holdsPlaced?: { on: LocalDate; count: number };
  /** How many book lists this reader has; absent: none. */
  bookLists?: number;
  /** Books asked for in the month of the last one; absent: none. */
  wishes?: { month: string; count: number };
  /** The month of the last loan, for how many readers borrow; absent: none since this is kept. */
  borrowedIn?: string;
  /** Loans of late, without what was lent: for limits "so many within so many days". */
  lately: { on: LocalDate; itemType: ItemType }[];
  /** Days on which a ready hold ran out, newest last; a collected hold empties what counts in a row. */
  noShows: LocalDate[];
  /** Days of events at which this reader had a place and was not; those that still count. Absent: none. */
  missedEvents?: LocalDate[];
  /** What the lines of the fees account sum to, fen; positive: owes. */
  owes: number;
  /** Part of it that are credits, as a positive number. */
  credit: number;
  /** What the lines of the deposit account sum to, fen. */
  deposit: number;
  /** The WeChat identity linked now, or null. */
  openid: string | null;
  topics: Record<NoticeTopic, boolean>;
  /** When messages may come; absent: as the library has it (`community/sending-time.ts`). */
  noticeTimes?: NoticeTimes;
  /** Keeps what was read after it was brought back; false: it is made anonymous. */
  keepsHistory: boolean;
  /** Ids of the words that the reader chose (`recommending/interests.ts`). */
  interests: string[];
  language: 'zh' | 'en';
  /**
   * Of an application that was declined, or that no guardian has confirmed: it is forgotten after this day.
   */
  lapsesOn?: LocalDate;
  /**
   * Present until the nightly job has forgotten what was read up to then: the history was switched off, or
   * the account closed.
   */
  forgetUpTo?: Instant;
  /** Beside `forgetUpTo`, of an account that was closed: the WeChat that it was linked with. */
  forgetOpenid?: string;
  joinedAt: Instant;
}

/** What a reader's document knows of an open loan. */
export interface KnownLoan {
  loanId: string;
  barcode: string;
  titleId: string;
  itemType: ItemType;
  branchId: string;
  shelf: string;
  onSite: boolean;
  /**
   * The last day as it was when last written here: a renewal moves the loan's own to a later day and leaves
   * this one.
   */
  dueOnOrLater: LocalDate;
  /** Claimed returned: does not count in limits. */
  claimed: boolean;
}

/** `_id` is the card number. Unique by nature, so that a card leads to one reader. */
export interface CardDocument {
  _id: string;
  readerId: string;
  /** scrypt, "salt:hash" in hexadecimal; empty when no password was set. */
  password: string;
  wrongTries: number;
  lockedUntil: Instant | null;
  /** A card reported lost or replaced opens nothing. */
  status: 'active' | 'lost' | 'replaced';
}

/** `_id` is the openid: one WeChat identity leads to one reader at a time, and may know several cards. */
export interface IdentityDocument {
  _id: string;
  /** The card that acts now. */
  readerId: string;
  /** All linked cards, the acting one included. */
  readerIds: string[];
  linkedAt: Instant;
}

/**
 * `_id` is the openid: wrong card numbers and passwords from one WeChat, whatever the cards they were tried
 * on.
 */
export interface LinkTriesDocument {
  _id: string;
  /** Moments of the tries that still count, oldest first: wrong passwords, and guardians' cards named. */
  at: Instant[];
}

/**
 * A child asked somebody to be its guardian. `_id` tells nothing of either. It is written whether
 * somebody has the named card or not, so that naming a card tells nothing of it.
 */
export interface GuardianRequestDocument {
  _id: string;
  childReaderId: string;
  /** Who was asked; "" when nobody is asked by that number. */
  guardianReaderId: string;
  at: Instant;
}

/** `_id` is the openid of a member of the staff. */
export interface StaffDocument {
  _id: string;
  name: string;
  branchId: string;
  roles: StaffRole[];
  active: boolean;
  /** When this WeChat was shut out, newest last; null: it still is. Absent: never. */
  shutOut?: { from: Instant; until: Instant | null }[];
}

/** `_id` is the openid: by which a member of the staff says that it is them. */
export interface StaffPinDocument {
  _id: string;
  /** scrypt, "salt:hash" in hexadecimal. */
  pin: string;
  setAt: Instant;
  wrongTries: number;
  lockedUntil: Instant | null;
  /** Sensitive acts go on until then; null: they ask. */
  confirmedUntil: Instant | null;
}

/** `_id` is `{readerId}_{day}_{staff openid}`: who looked at a record, one line a day and person. */
export interface RecordLookDocument {
  _id: string;
  readerId: string;
  staffName: string;
  day: LocalDate;
  at: Instant;
  /** What was looked at: "desk.reader". */
  action: string;
  times: number;
}

/** One consent given or taken back. `_id` is the request's own. */
export interface ConsentDocument {
  _id: string;
  readerId: string;
  at: Instant;
  what: 'privacy' | 'history' | 'guardian' | 'recommendations';
  given: boolean;
  /** Version of the text that was shown. */
  version: string;
}

/**
 * A line of a reader's account; the sum is never kept without its lines. Positive: the reader owes more.
 * Fen.
 */
export interface AccountLineDocument {
  /** `fine_{loanId}`, `lost_{loanId}` for a charge that can only be made once, else unique. */
  _id: string;
  readerId: string;
  account: 'fees' | 'deposit';
  at: Instant;
  on: LocalDate;
  kind: 'charge' | 'payment' | 'waiver' | 'refund' | 'credit' | 'deposit_paid' | 'deposit_returned';
  amount: number;
  /** In words for the reader. */
  reason: string;
  /** The line that this one settles, or null. */
  settles: string | null;
  /** Of a charge: what is still open of it, fen. */
  open: number;
  loanId: string;
  barcode: string;
  titleName: string;
  staffName: string;
  comment: string;
  /** Number on the receipt of a payment, "" when none. */
  receipt: string;
  /** The copy is told up to this day, once all is settled; null: it tells of none, or no more. */
  bookUntil: LocalDate | null;
  /** Of a payment: how it was made; `credit`: out of a credit that the reader had. */
  method?: 'cash' | 'wechat' | 'card' | 'credit';
  /** Of a payment or a credit: what of it was given back, fen; absent: nothing. */
  refunded?: number;
  /** Of a charge: the lines that settled some of it, in their order; absent: none. */
  settledBy?: string[];
  /**
   * Of the charge for a lost copy: given back when it is found within so many days, as the rule was then;
   * null: never.
   */
  refundDays?: number | null;
}
