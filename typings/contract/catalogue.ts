import type { LocalDate } from './shapes';
import type { TitleFacts } from './title-record';

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
  /** All of them that are shown: those withdrawn are not. */
  total: number;
  /** The first of them, what can be taken home in front; the others with `catalogue.items`. */
  items: ItemOnPage[];
}

/** An ISBN with its hyphens; what cannot be divided by the agency's table stands without. */
export interface IsbnForms {
  isbn13: string;
  /** Absent where none exists (979). */
  isbn10?: string;
}

/** A title beside another one. */
export interface RelatedTitle extends TitleFacts {
  availability: Availability;
}

/** A part of a work in several volumes. */
interface Volume extends RelatedTitle {
  /** Which part, as its title says: "上册", "第一卷", "2"; "" for the one that bears the bare title. */
  part: string;
  /** The title that was asked about. */
  here: boolean;
}

export interface SimilarTitle extends RelatedTitle {
  because:
    | { reason: 'author'; author: string }
    | { reason: 'subject'; subject: string }
    /** Of the same class and borrowed more often than others of it. */
    | { reason: 'class'; clc: string };
}

export interface RelatedTitles {
  /** The same work from another publisher or year, the newest first. */
  editions: RelatedTitle[];
  /** All parts of the work in their order, this one among them; empty when there is no other. */
  volumes: Volume[];
  similar: SimilarTitle[];
}

/** A title as it stands on the shelf of a branch, however many copies it has there. */
export interface ShelfTitle extends TitleFacts {
  callNumber: string;
  /** Of the first of its copies. */
  shelf: string;
  copies: number;
  /** Copies that could be taken home now. */
  onShelf: number;
}

/** A stretch of the shelf, left to right. A title at the edge of two stretches may stand in both. */
export interface ShelfStretch {
  branchId: string;
  branchName: string;
  list: ShelfTitle[];
  /** Where the next stretch to the left and to the right begins; absent at the end of the shelf. */
  left?: string;
  right?: string;
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
