import type { Instant, LocalDate } from '../../typings/contract/shapes';

/**
 * Which titles were borrowed by readers who borrowed this one (`_id`), counted from those who keep their
 * history. Of each reader one byte, mixed from who it is and the pair: how many different readers there
 * were at least, and nothing of who. The latest stand last.
 */
export interface TitleCompanionsDocument {
  _id: string;
  others: { titleId: string; by: number[] }[];
  at: Instant;
}

/**
 * What may come next. `_id`: `t:{titleId}` after a title, `i:{interestId}` for an interest, `p:{group}`
 * what is borrowed in an age group. The nearest first, no more than a page needs.
 */
export interface NextTitlesDocument {
  _id: string;
  /** Of the title or the interest, for the sentence that says why. */
  name: string;
  near: NearTitle[];
  at: Instant;
}

/** Short names: a hundred of them lie in each document. */
export interface NearTitle {
  titleId: string;
  /** By readers who borrowed both, 0 to 1. */
  together: number;
  readers: number;
  /** By what the records say, 0 to 1. */
  alike: number;
  shared: NearShared | null;
}

export type NearShared =
  | { by: 'author'; name: string }
  | { by: 'subject'; subject: string }
  | { by: 'class'; clc: string }
  | { by: 'publisher'; publisher: string }
  | { by: 'words' };

/** `_id` is the reader's id: what they said of recommendations. */
export interface TasteDocument {
  _id: string;
  readerId: string;
  /** False: nothing is recommended, and nothing is asked. */
  on: boolean;
  /** Not these, the latest last: titles by id, authors as they are written, reasons by their keys. */
  notTitles: string[];
  notAuthors: string[];
  notReasons: string[];
  changedOn: LocalDate;
}

/** What readers choose from, in their words. */
export interface InterestWord {
  id: string;
  name: string;
  /** Beginnings of classes of the CLC. */
  classes: string[];
  subjects: string[];
  shown: boolean;
}

/** Written by librarians; absent: the words that come with the product. */
export interface InterestsSetting {
  _id: 'interests';
  words: InterestWord[];
}

/** How far pairs were counted, and how far what comes next was worked out. */
export interface PairCountingSetting {
  _id: 'pair-counting';
  upTo: Instant;
}
