import type { Instant, LocalDate } from './answer';
import type { HoldSummary, WaitingTime } from './holds';

/** The facts of a title that every list shows, and that its cover is drawn from. */
export interface TitleFacts {
  titleId: string;
  title: string;
  /** Names joined for display, "曹雪芹 高鹗". Empty when unknown. */
  authors: string;
  publisher: string;
  /** 0 when unknown. */
  year: number;
  /** Class of the Chinese Library Classification, "I242.4"; empty when unknown. */
  clc: string;
}

export interface Availability {
  /** Items that a reader could take from the shelf now. */
  onShelf: number;
  /** Items that exist for lending (not lost, not withdrawn). */
  items: number;
  /** Names of the branches that have one on the shelf. */
  onShelfAt: string[];
  /** Soonest due date among items on loan, when none is on the shelf. */
  nextDueOn?: LocalDate;
}

/** What a title is, by its record. */
export type TitleKind =
  'book' | 'serial' | 'music' | 'map' | 'audio' | 'video' | 'picture' | 'electronic' | 'other';

/** One of the library's own types of copies: data in its settings, not a list of ours. */
export type ItemType = string;

export type ItemStatus =
  'available' | 'on_loan' | 'on_hold_shelf' | 'in_transit' | 'lost' | 'in_repair' | 'withdrawn';

export interface ItemOnPage {
  barcode: string;
  status: ItemStatus;
  use: 'loan' | 'on_site' | 'reference';
  callNumber: string;
  shelf: string;
  dueOn?: LocalDate;
}

export interface BranchItems {
  branchId: string;
  branchName: string;
  onShelf: number;
  items: ItemOnPage[];
}

export interface TitlePage extends TitleFacts {
  subtitle: string;
  isbns: string[];
  language: string;
  callNumber: string;
  subjects: string[];
  summary: string;
  contributors: { name: string; role: string }[];
  availability: Availability;
  branches: BranchItems[];
  queue: { waiting: number; ready: number };
  /** How long a hold placed now would wait, when enough is known. */
  waitingTime?: WaitingTime;
  /** This reader's own hold, if any. */
  myHold?: HoldSummary;
  /** This reader's own open loan of the title, if any. */
  myLoan?: { loanId: string; dueOn: LocalDate };
  addedAt: Instant;
}

export interface Branch {
  branchId: string;
  name: string;
  address: string;
  phone: string;
  /** Today's hours "09:00–21:00", or "" when closed today. */
  todayHours: string;
  /** A pick-up branch for holds. */
  pickUp: boolean;
}

export interface CatalogueApi {
  'catalogue.title'(input: { titleId: string }): TitlePage;
  'catalogue.branches'(input: Record<string, never>): { list: Branch[] };
}
