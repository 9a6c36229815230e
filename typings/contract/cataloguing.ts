import type { Empty, Instant } from './shapes';
import type { IsbnForms, ItemStatus, ItemType } from './catalogue';
import type { TitleFacts, TitleKind, TitleRecord } from './title-record';

export type ItemUse = 'loan' | 'on_site' | 'reference';

/** A copy to be added. */
export interface NewCopy {
  barcode: string;
  branchId: string;
  shelf: string;
  /** "": the title's. */
  callNumber: string;
  itemType: ItemType;
  /** Fen; 0 when unknown. */
  price: number;
  use: ItemUse;
  /** Youngest age in full years; 0: for all. */
  minAge: number;
}

/** What may be changed of a copy; what is left out stays. */
export type CopyChange = Partial<Omit<NewCopy, 'barcode'>>;

export interface CataloguedCopy extends NewCopy {
  branchName: string;
  status: ItemStatus;
  /** It was added by hand and nothing has happened with it: it can be taken out again. */
  removable: boolean;
}

/** A title that was found, with its copies by branch. */
export interface FoundTitle extends TitleFacts {
  isbns: IsbnForms[];
  callNumber: string;
  copies: number;
  branches: { branchId: string; branchName: string; copies: number; onShelf: number }[];
}

/** Why a part of a draft is believed. */
type PartSource =
  /** The group of the ISBN. */
  | { by: 'isbn_group'; area: string }
  /** So many titles of this library with the same beginning of the ISBN. */
  | { by: 'own_titles'; titles: number };

/** What can be known of a book that is not here, from what was scanned. */
export interface TitleDraft {
  /** Absent when something else than an ISBN was scanned. */
  isbn?: IsbnForms & { bare: string };
  /** Barcode of the first copy, when the scan looks like one. */
  barcode?: string;
  language?: { value: string; because: PartSource };
  publisher?: { value: string; because: PartSource };
  kind: TitleKind;
}

export type LookedUp = { found: 'titles'; list: FoundTitle[] } | { found: 'nothing'; draft: TitleDraft };

/** The next call number of a class as this library writes them. */
export interface CallNumberAdvice {
  /** "" when the library's habit is not known. */
  callNumber: string;
  habit: 'running_number' | 'author_mark' | 'unknown';
  /** The last number that is taken, of running numbers. */
  last?: number;
}

/** A title that is here already and may be the same book. */
export interface AlikeTitle extends TitleFacts {
  because: 'isbn' | 'title';
}

/** Bringing in titles and copies by hand: for cataloguers. */
export interface CataloguingApi {
  /** By ISBN of ten or thirteen digits, barcode of a copy, or id of a title. */
  'cataloguing.lookUp'(input: { code: string }): LookedUp;
  /** What forms choose from, and the branch of whoever asks. */
  'cataloguing.choices'(input: Empty): {
    branchId: string;
    branches: { id: string; name: string }[];
    itemTypes: { id: string; name: string }[];
  };
  'cataloguing.callNumber'(input: { clc: string; author: string }): CallNumberAdvice;
  'cataloguing.title'(input: { titleId: string }): {
    titleId: string;
    record: TitleRecord;
    copies: number;
    addedAt: Instant;
  };
  /** Copies of a title in the order of their barcodes, 20 a page. */
  'cataloguing.copies'(input: { titleId: string; after?: string }): {
    title: TitleFacts;
    callNumber: string;
    list: CataloguedCopy[];
    total: number;
    next?: string;
  };

  /**
   * A title with its first copies, at most 20. What may be the same book is refused with
   * `title_here_already`, unless it stands in `besides`: titles that whoever catalogues has seen and means to
   * stand beside the new one.
   */
  'cataloguing.addTitle'(input: { record: TitleRecord; copies: NewCopy[]; besides: string[] }): {
    titleId: string;
    title: TitleFacts;
    copies: number;
  };
  /**
   * Changes what differs between `seen` and `record`; what others changed meanwhile stays, and what both
   * changed is refused with `title_changed`. `copiesBehind`: copies that still show the title as it was, to
   * be brought after by `refreshCopies` now, or by the timer.
   */
  'cataloguing.changeTitle'(input: {
    titleId: string;
    seen: TitleRecord;
    record: TitleRecord;
    besides: string[];
  }): { titleId: string; record: TitleRecord; copiesBehind: boolean };
  /** Brings the copies of a changed title after it, tells how many were behind. Safe to ask again. */
  'cataloguing.refreshCopies'(input: { titleId: string }): { refreshed: number };
  /** At most 20 at once. */
  'cataloguing.addCopies'(input: { titleId: string; copies: NewCopy[] }): { list: CataloguedCopy[] };
  'cataloguing.changeCopy'(input: { barcode: string; change: CopyChange }): CataloguedCopy;
  /** Takes a copy out again that was added by mistake and with which nothing happened. */
  'cataloguing.removeCopy'(input: { barcode: string }): { barcode: string };
}
