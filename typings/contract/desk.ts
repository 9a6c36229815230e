import type { Instant, LocalDate } from './answer';
import type { ReaderCategory } from './account';
import type { ItemStatus, TitleFacts } from './catalogue';
import type { Refusal } from './refusals';

export interface DeskLoan {
  loanId: string;
  barcode: string;
  title: TitleFacts;
  dueOn: LocalDate;
  daysLeft: number;
}

export interface DeskReader {
  readerId: string;
  name: string;
  cardNumber: string;
  category: ReaderCategory;
  expiresOn: LocalDate;
  blocks: Refusal[];
  loans: DeskLoan[];
  limit: number;
  /** On a hold shelf for this reader. */
  ready: { holdId: string; title: TitleFacts; barcode: string; branchName: string; pickUpBy: LocalDate }[];
}

/** What the hand does next with the book that was scanned in. */
export type NextStep =
  | { kind: 'shelve'; shelf: string; callNumber: string }
  | { kind: 'hold_shelf'; holdId: string; readerName: string; cardTail: string; pickUpBy: LocalDate }
  | { kind: 'transit'; toBranchId: string; toBranchName: string; why: 'hold' | 'home' }
  | { kind: 'set_aside'; status: 'lost' | 'in_repair' | 'withdrawn' };

export interface CheckedOut {
  loan: DeskLoan;
  reader: { readerId: string; name: string; loans: number; limit: number };
  /** The hold that this check-out filled. */
  filledHold: boolean;
}

export interface CheckedIn {
  barcode: string;
  title: TitleFacts;
  /** The loan that this ended; absent when the item was not on loan. */
  returned?: { readerName: string; dueOn: LocalDate; daysOverdue: number };
  next: NextStep;
}

export interface ShelfRow {
  holdId: string;
  title: TitleFacts;
  barcode: string;
  readerName: string;
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

export interface DeskToday {
  staffName: string;
  branchId: string;
  branchName: string;
  today: LocalDate;
  hours: string;
  counts: {
    checkedOut: number;
    checkedIn: number;
    onHoldShelf: number;
    expiredOnShelf: number;
    toFetch: number;
    overdue: number;
  };
}

export interface DeskApi {
  'desk.today'(input: { branchId?: string }): DeskToday;
  /** A reader by what was scanned: a card number or the signed code of the card page. */
  'desk.reader'(input: { scanned: string }): DeskReader;
  'desk.checkOut'(input: { readerId: string; barcode: string; branchId: string }): CheckedOut;
  'desk.checkIn'(input: { barcode: string; branchId: string }): CheckedIn;
  'desk.renew'(input: { loanId: string }): DeskLoan;
  'desk.item'(input: { barcode: string }): {
    barcode: string;
    title: TitleFacts;
    status: ItemStatus;
    branchName: string;
    dueOn?: LocalDate;
  };
  'desk.holdShelf'(input: { branchId: string; after?: string }): { list: ShelfRow[]; next?: string };
  'desk.toFetch'(input: { branchId: string; after?: string }): { list: FetchRow[]; next?: string };
  /** What was done at this branch lately, newest first. */
  'desk.log'(input: { branchId: string; after?: string }): {
    list: {
      at: Instant;
      action: string;
      staffName: string;
      barcode: string;
      titleName: string;
      outcome: string;
    }[];
    next?: string;
  };
}
