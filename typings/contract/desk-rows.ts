import type { Instant, LocalDate, PhoneNumber, ReaderName, WordsWithCard } from './shapes';
import type { TitleFacts } from './title-record';
import type { Refusal } from './refusals';

export interface ShelfRow {
  holdId: string;
  title: TitleFacts;
  barcode: string;
  readerName: ReaderName;
  cardTail: string;
  pickUpBy: LocalDate;
  expired: boolean;
}

/** An item to fetch from the open shelf for a waiting reader. */
export interface FetchRow {
  title: TitleFacts;
  barcode: string;
  shelf: string;
  callNumber: string;
  waiting: number;
}

export interface TransitRow {
  barcode: string;
  title: TitleFacts;
  fromBranchName: string;
  toBranchName: string;
  why: 'hold' | 'home';
  since: Instant;
}

/** A reader with what of theirs is overdue at the branch, longest overdue first. */
export interface OverdueRow {
  readerId: string;
  readerName: ReaderName;
  phone: PhoneNumber;
  loans: {
    loanId: string;
    barcode: string;
    title: TitleFacts;
    dueOn: LocalDate;
    /** In words, by the hour where it was lent by the hour. */
    late: string;
    claimedReturned: boolean;
  }[];
  /** Why they cannot be reminded now; none: they can. */
  because: Refusal[];
}

export interface QueueRow {
  holdId: string;
  readerId: string;
  readerName: ReaderName;
  cardTail: string;
  position: number;
  status: 'waiting' | 'ready';
  pickUpBranchName: string;
  placedAt: Instant;
  startsOn?: LocalDate;
  /** Since this day no copy of the title could come to it. */
  hopelessSince?: LocalDate;
  barcode?: string;
  pickUpBy?: LocalDate;
  sharedWith: string[];
}

export interface LogRow {
  operationId: string;
  at: Instant;
  action: string;
  staffName: string;
  barcode: string;
  titleName: string;
  readerName: ReaderName;
  outcome: WordsWithCard;
  override?: { codes: string[]; comment: string };
}

export interface ConflictRow {
  conflictId: string;
  action: 'checkOut' | 'checkIn';
  barcode: string;
  titleName: string;
  readerName: ReaderName;
  scannedAt: Instant;
  arrivedAt: Instant;
  staffName: string;
  because: Refusal[];
}

/** What the hand does next with the book that was scanned in. */
export type NextStep =
  | { kind: 'shelve'; shelf: string; callNumber: string }
  | { kind: 'hold_shelf'; holdId: string; readerName: ReaderName; cardTail: string; pickUpBy: LocalDate }
  | { kind: 'transit'; toBranchId: string; toBranchName: string; why: 'hold' | 'home' }
  | { kind: 'set_aside'; status: 'lost' | 'in_repair' | 'withdrawn' };
