import type { BirthDate, CardNumber, Instant, LocalDate, PhoneNumber, ReaderName } from './shapes';
import type { TitleFacts } from './title-record';
import type { ReaderCategory } from './account';
import type { ItemStatus } from './catalogue';
import type { Refusal } from './refusals';
import type { DeskToday } from './desk-today';
import type {
  NextStep,
  ShelfRow,
  FetchRow,
  TransitRow,
  OverdueRow,
  QueueRow,
  LogRow,
  ConflictRow,
} from './desk-rows';

export interface DeskLoan {
  loanId: string;
  barcode: string;
  title: TitleFacts;
  dueOn: LocalDate;
  dueAt?: Instant;
  daysLeft: number;
  onSite: boolean;
  claimedReturned: boolean;
  recalled: boolean;
}

export interface DeskReader {
  readerId: string;
  name: ReaderName;
  cardNumber: CardNumber;
  category: ReaderCategory;
  categoryName: string;
  expiresOn: LocalDate;
  standing: 'active' | 'pending' | 'closed';
  blocks: Refusal[];
  loans: DeskLoan[];
  /** null: no limit. */
  limit: number | null;
  /** Fen. */
  owes: number;
  deposit: number;
  guardianName?: ReaderName;
  children: { readerId: string; name: ReaderName }[];
  /** Sent with what is lent to them; absent where they were only looked up. */
  presented?: string;
  /** On a hold shelf for this reader, or shared with them. */
  ready: { holdId: string; title: TitleFacts; barcode: string; branchName: string; pickUpBy: LocalDate }[];
}

/** Setting refusals aside: every one of them must be open to the caller's role. */
export interface Override {
  comment: string;
  /** A last day of staff's own choice. */
  dueOn?: LocalDate;
}

export interface CheckedOut {
  loan: DeskLoan;
  reader: { readerId: string; name: ReaderName; loans: number; limit: number | null };
  /** The hold that this check-out filled. */
  filledHold: boolean;
  /** Past the limit, lent for the short period that the policy gives. */
  overflow: boolean;
  overridden: string[];
}

export interface CheckedIn {
  barcode: string;
  title: TitleFacts;
  /** The loan that this ended; absent when the item was not on loan. */
  returned?: {
    readerId: string;
    readerName: ReaderName;
    dueOn: LocalDate;
    daysOverdue: number;
    /** How late in words, by the hour for a loan by the hour; "" in time. */
    late: string;
    /** Fen charged now. */
    fine: number;
    suspendedUntil?: LocalDate;
  };
  /** It was booked as lost and is here again. */
  found: boolean;
  /** A note on the copy for whoever has it in hand. */
  condition: string;
  next: NextStep;
}

export interface DeskItem {
  barcode: string;
  title: TitleFacts;
  status: ItemStatus;
  use: 'loan' | 'on_site' | 'reference';
  branchName: string;
  homeBranchName: string;
  shelf: string;
  callNumber: string;
  /** Fen; 0 when unknown. */
  price: number;
  condition: string;
  loan?: {
    loanId: string;
    readerId: string;
    readerName: ReaderName;
    dueOn: LocalDate;
    claimedReturned: boolean;
    /** The reader said so on their phone; the desk has not looked yet. */
    claimedOnline: boolean;
  };
  lastLoan?: { readerName: ReaderName; endedAt: Instant };
  hold?: { holdId: string; pickUpBy?: LocalDate };
  toBranchName?: string;
  /** Readers who wait for the title. */
  waiting: number;
}

export interface Application {
  readerId: string;
  name: ReaderName;
  birthDate: BirthDate;
  categoryName: string;
  phone: PhoneNumber;
  guardianName?: ReaderName;
  appliedAt: Instant;
}

/** A scan as a device without network kept it. */
export interface OfflineScan {
  device: string;
  number: number;
  scannedAt: Instant;
  action: 'checkOut' | 'checkIn';
  barcode: string;
  /** What was scanned for the reader; absent for a check-in. */
  card?: string;
  /** What the reader said with a number: month and day. */
  birthDay?: string;
  branchId: string;
  /** Of a check-in: the day on which it fell into the book drop. */
  returnedOn?: LocalDate;
  /** Of a check-out: for the reading room. */
  onSite?: boolean;
}

export type Replayed =
  | { kind: 'done'; outcome: string; titleName: string }
  | { kind: 'conflict'; conflictId: string; titleName: string; because: Refusal[] };

export interface DeskApi {
  'desk.today'(input: { branchId?: string }): DeskToday;

  // scanning
  /**
   * A reader by what was scanned: a card number or the signed code of the card page. `birthDay`, "05-01":
   * where the library asks for it with a number. `isLookedUp`: who does not stand here; nothing is lent on
   * it.
   */
  'desk.reader'(input: { scanned: string; birthDay?: string; isLookedUp?: boolean }): DeskReader;
  'desk.checkOut'(input: {
    readerId: string;
    barcode: string;
    branchId: string;
    onSite?: boolean;
    override?: Override;
    /** Of `desk.reader`: that the card was shown, where the library asks for more than a number. */
    presented?: string;
  }): CheckedOut;
  /** `returnedOn`: the day on which it fell into the book drop, today or earlier. */
  'desk.checkIn'(input: { barcode: string; branchId: string; returnedOn?: LocalDate }): CheckedIn;
  'desk.renew'(input: { loanId: string; override?: Override }): DeskLoan;
  /** Takes back a check-out or a check-in of one's own while nothing else happened to the copy. */
  'desk.undo'(input: { requestId: string }): { barcode: string; outcome: string };
  /**
   * Does what a device kept while it had no network, or puts it on the list of conflicts. Once a device and
   * number.
   */
  'desk.replay'(input: OfflineScan): Replayed;
  'desk.conflicts'(input: { branchId: string; after?: string }): { list: ConflictRow[]; next?: string };
  'desk.settleConflict'(input: { conflictId: string; comment: string }): { conflictId: string };

  // copies
  'desk.item'(input: { barcode: string }): DeskItem;
  /** On the reader's word that it was brought back, or to take that back. */
  'desk.claimReturned'(input: { loanId: string; claimed: boolean }): DeskLoan;
  /**
   * Books an open loan, or a copy that is nowhere, as lost. The charge by the policy, or another amount
   * with a comment. Fen.
   */
  'desk.declareLost'(input: { barcode: string; amount?: number; comment?: string }): DeskItem;
  /**
   * Notes a damage, charges whoever had the copy last if an amount is given, and may send it to repair.
   * Fen.
   */
  'desk.damage'(input: { barcode: string; condition: string; amount?: number; repair: boolean }): DeskItem;
  /** In repair, withdrawn, or back on the shelf at this branch. */
  'desk.setItem'(input: {
    barcode: string;
    branchId: string;
    status?: 'available' | 'in_repair' | 'withdrawn';
    use?: 'loan' | 'on_site' | 'reference';
    condition?: string;
    comment?: string;
  }): DeskItem;

  // holds
  'desk.queue'(input: { titleId: string }): {
    title: TitleFacts;
    list: QueueRow[];
    /** How often a waiting time that was told came true, of how many; null: none was told yet. */
    told: { kept: number; of: number } | null;
  };
  'desk.placeHold'(input: { readerId: string; titleId: string; pickUpBranchId: string }): { holdId: string };
  /** 1 is next among those who wait. */
  'desk.moveHold'(input: { holdId: string; to: number }): { list: QueueRow[] };
  'desk.cancelHold'(input: { holdId: string; comment: string }): { holdId: string };
  /** Asks the borrower with the soonest due date for a title back. */
  'desk.recall'(input: { holdId: string }): { barcode: string; dueOn: LocalDate; dueOnBefore: LocalDate };
  'desk.holdShelf'(input: { branchId: string; expiredOnly?: boolean; after?: string }): {
    list: ShelfRow[];
    next?: string;
  };
  'desk.toFetch'(input: { branchId: string; after?: string }): { list: FetchRow[]; next?: string };
  'desk.transit'(input: { branchId: string; after?: string }): { list: TransitRow[]; next?: string };
  /** By reader, who has had something longest first. */
  'desk.overdue'(input: { branchId: string; after?: string }): { list: OverdueRow[]; next?: string };
  /** Reminds a reader of all that is overdue, in one notice, once a week. */
  'desk.remindOverdue'(input: { readerId: string }): { readerId: string; loans: number; because: Refusal[] };

  // readers
  'desk.findReaders'(input: { query: string }): {
    list: {
      readerId: string;
      name: ReaderName;
      cardNumber: CardNumber;
      categoryName: string;
      standing: string;
    }[];
  };
  'desk.applications'(input: { after?: string }): { list: Application[]; next?: string };
  'desk.decideApplication'(input: { readerId: string; accept: boolean; comment?: string }): {
    readerId: string;
  };
  /** A card for somebody at the desk, with or without WeChat. */
  'desk.newCard'(input: {
    name: ReaderName;
    birthDate: BirthDate;
    phone: PhoneNumber;
    category: ReaderCategory;
    guardianCard?: string;
    guardianBirthDay?: string;
    password?: string;
  }): { readerId: string; cardNumber: CardNumber };
  /** A new number for a lost card; the old one opens nothing. */
  'desk.replaceCard'(input: { readerId: string; reason: 'lost' | 'replaced' }): { cardNumber: CardNumber };
  'desk.changeReader'(input: {
    readerId: string;
    category?: ReaderCategory;
    expiresOn?: LocalDate;
    /** `stops` names the one thing it stops; absent: borrowing and holds. */
    block?: { reason: string; until: LocalDate | null; stops?: 'borrowing' | 'holds' } | null;
    /** null lifts a suspension. */
    suspendedUntil?: null;
    password?: string;
    comment: string;
  }): { readerId: string };
  /** A guardian who stands at the desk with their card; in the place of another, if there was one. */
  'desk.setGuardian'(input: {
    readerId: string;
    guardianCard: string;
    guardianBirthDay?: string;
    comment: string;
  }): {
    readerId: string;
  };
  /** Takes the guardian from a child. */
  'desk.endGuardianship'(input: { readerId: string; comment: string }): { readerId: string };

  /** What was done, newest first: at a branch, for a reader, with a copy. */
  'desk.log'(input: {
    branchId?: string;
    readerId?: string;
    barcode?: string;
    overridesOnly?: boolean;
    from?: LocalDate;
    after?: string;
  }): { list: LogRow[]; next?: string };
}
