import type { Instant } from '../../typings/contract/shapes';
import type { Ages } from '../../typings/contract/lists';
import type { TitleRecord } from '../../typings/contract/title-record';

/** A record in the catalogue. The check digits of its ISBNs are verified. */
export interface TitleDocument extends TitleRecord {
  _id: string;
  /** Parallel and romanised titles and names, by which it is also found. */
  also: string[];
  /** The whole folded title and each folded name (see search/keys.ts). Multikey index. */
  keys: string[];
  addedAt: Instant;
  /** How often it was checked out: the last word in ranking. */
  popularity: number;
  /**
   * Where the record came from: "demo", or the file and its control number; an import finds its own
   * record by it.
   */
  source: string;
}

/**
 * A title that was joined to another: `_id` is the one that is gone. An import of its record finds the
 * other by it.
 */
export interface TitleMergeDocument {
  _id: string;
  into: string;
  at: Instant;
}

/**
 * A title that was added, changed, joined or got copies since the search index was built: `_id` is the
 * title's. Written with the change, so that every search finds it at once. `_id` "*": more than can be
 * told one by one, the index is to be built anew.
 */
export interface TitleChangeDocument {
  _id: string;
  at: Instant;
}

/**
 * A title that is being catalogued by hand, by an ISBN or by title and author (`_id`): written with the
 * title, so that of two desks that catalogue one book at once the second meets the first. Dropped once
 * every query sees the title.
 */
export interface TitleClaimDocument {
  _id: string;
  titleId: string;
  at: Instant;
}

/**
 * A title whose copies are to be brought after it: they show what it was called before. `_id` is the
 * title's; written with the change, dropped when no copy can be left behind any more.
 */
export interface TitleRefreshDocument {
  _id: string;
  at: Instant;
  /** Of one change: a later one has another. */
  mark: string;
}

/** How often a title or a name of the catalogue was searched for. `_id` is `{month}_{folded text}`. */
export interface SearchCountDocument {
  _id: string;
  month: string;
  /** As the catalogue writes it: what readers typed is never shown to others. */
  text: string;
  times: number;
  /**
   * Numbers of one byte, mixed from who asked and the text: how many different readers there were at
   * least, and nothing of who. Absent: counted before.
   */
  by?: number[];
}

/**
 * A list of titles by a librarian or a reader. A reader's built-in list 想读 is `want_{readerId}` and stays
 * private. The document carries what is on the list: each title once, and no more than fit.
 */
export interface BookListDocument {
  _id: string;
  by: 'library' | 'reader';
  /** Of a reader's list; "" for the library's. */
  readerId: string;
  /** Who is named as its author. */
  author: string;
  name: string;
  about: string;
  titles: { titleId: string; note: string; at: Instant }[];
  /** How many they are, and the first of them: what lists of lists show without reading all. */
  count: number;
  covers: string[];
  /** Whom a librarian's list is for; absent: nobody said. */
  ages?: Ages;
  /** Lists by readers are seen by others once staff allowed it, in a library that has open content. */
  shown: 'private' | 'waiting' | 'public' | 'refused';
  /** Why staff did not allow it; "". */
  why: string;
  /**
   * Its place among lists of its kind, the newest first: staff exchange the library's, a reader's is
   * when it was asked or allowed.
   */
  placedAt: Instant;
  createdAt: Instant;
  changedAt: Instant;
}

/**
 * `_id` is `{titleId}_{readerId}`: one review of a title by a reader. What is shown of it is counted in
 * the title's sum.
 */
export interface ReviewDocument {
  _id: string;
  /** What it is called outside: its own id names its writer. */
  reviewId: string;
  titleId: string;
  title: string;
  readerId: string;
  /** Name under which it is shown. */
  author: string;
  /** 1 to 5. */
  rating: number;
  text: string;
  status: 'waiting' | 'shown' | 'refused';
  /** Why staff did not allow it; "". */
  why: string;
  /** When it was written last: staff decide on that text and no other. */
  at: Instant;
  checkedBy: string;
  /** Readers who reported it, each once; the latest last. */
  reports: { readerId: string; why: string; at: Instant }[];
  /** A report that staff have not looked at yet. */
  reported: boolean;
}

/** `_id` is the title's: sum of the ratings that are shown. Written with each of them. */
export interface TitleRatingDocument {
  _id: string;
  count: number;
  sum: number;
  /** How many gave one star, two, … five. */
  stars: number[];
}

/** A licensed database or a special collection, with a guide to it. */
export interface ResourceDocument {
  _id: string;
  kind: 'database' | 'collection';
  name: string;
  provider: string;
  about: string;
  /** Steps, one paragraph each. */
  guide: string[];
  /** https address; "" when it is only in the house. */
  url: string;
  access: 'everywhere' | 'with_card' | 'in_library';
  subjects: string[];
  /** Whom to ask. */
  contact: string;
  order: number;
  shown: boolean;
  changedAt: Instant;
}
