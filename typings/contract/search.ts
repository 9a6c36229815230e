import type { LocalDate } from './shapes';
import type { Availability } from './catalogue';
import type { TitleFacts, TitleKind } from './title-record';

/** What the reader wants only. */
export interface SearchFilters {
  /** Titles that this branch has a copy of. */
  branchId?: string;
  /** Something to take home stands on a shelf now (of the branch, when one is named). */
  onShelfOnly?: boolean;
  /** A class of the Chinese Library Classification and all below it: "I", "K2". */
  clc?: string;
  fromYear?: number;
  toYear?: number;
  /** ISO 639-2, "chi". */
  language?: string;
  kind?: TitleKind;
}

export type SearchSort = 'relevance' | 'newest' | 'most_borrowed';

/** A stretch of a shown text that answers to what was typed: from, and up to without. */
export type Mark = [from: number, to: number];

export interface SearchHit extends TitleFacts {
  isbn: string;
  callNumber: string;
  summary: string;
  /** The day on which it came to the library. */
  addedOn: LocalDate;
  availability: Availability;
  marks: { title: Mark[]; authors: Mark[] };
}

/** How many titles of the answer there are of each; the most first, years the newest first. */
export interface SearchFacets {
  /** Main classes, one letter each. */
  classes: { clc: string; titles: number }[];
  years: { year: number; titles: number }[];
  languages: { language: string; titles: number }[];
  kinds: { kind: TitleKind; titles: number }[];
  /** Branches that have a copy, in the library's order. */
  branches: { branchId: string; branchName: string; titles: number }[];
}

export interface SearchResult {
  list: SearchHit[];
  /** Titles found; when `totalIsAtLeast`, more exist than were counted. */
  total: number;
  totalIsAtLeast: boolean;
  /** Absent on the last page. Of many found, the first 200 can be paged through. */
  nextPage?: number;
  /** With the first page only. */
  facets?: SearchFacets;
  /** A text that was probably meant, when nothing has what was typed. */
  didYouMean?: string;
}

export interface Suggestion {
  kind: 'title' | 'author';
  text: string;
}

/** What anybody may ask of the search index: the `finder` door. */
export interface SearchApi {
  /**
   * Titles by title, author, subject, ISBN, barcode or call number, in characters, pinyin or its initials;
   * the best first, 20 a page (page 1 is the first). An empty query lists all that the filters leave, the
   * newest first unless sorted otherwise.
   */
  'search.find'(input: { query: string; page?: number; sort?: SearchSort } & SearchFilters): SearchResult;
  /** How many of the first 200 titles of the same question stand on a shelf now, in all and by branch. */
  'search.onShelf'(input: { query: string } & SearchFilters): {
    /** Titles looked at. */
    of: number;
    onShelf: number;
    branches: { branchId: string; branchName: string; onShelf: number }[];
  };
  /** What a reader who typed this may be about to type; at most eight. */
  'search.suggest'(input: { text: string }): { list: Suggestion[] };
  /** Titles and names of the catalogue that were searched for most of late; at most ten. */
  'search.popular'(input: Record<string, never>): { list: string[] };
  /**
   * The classes directly below one ("" for the main classes) with their titles. `below`: there are classes
   * under it.
   */
  'search.classes'(input: { under: string; branchId?: string }): {
    titles: number;
    list: { clc: string; titles: number; below: boolean }[];
  };
}
