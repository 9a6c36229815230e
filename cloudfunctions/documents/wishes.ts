import type { Instant } from '../../typings/contract/shapes';
import type { WishState } from '../../typings/contract/work-states';

/** A book that readers ask the library to buy: one for all who ask, and nothing of who they are. */
export interface WishDocument {
  _id: string;
  /** As the first of them wrote it. */
  title: string;
  author: string;
  /** ISBN-13 without hyphens; "". */
  isbn: string;
  /** Under which it is met (`wishKeys`). */
  keys: string[];
  state: WishState;
  since: Instant;
  firstAt: Instant;
  asked: number;
  /** The library's words on its state; "". */
  answer: string;
  /** Once it has arrived; "". */
  titleId: string;
}

/** `_id` is an ISBN, or title and author folded: a book is asked for once, whoever asks. */
export interface WishKeyDocument {
  _id: string;
  wishId: string;
}

/** `_id` is `{wishId}_{readerId}`: a reader asks for a book once. */
export interface WishVoiceDocument {
  _id: string;
  wishId: string;
  readerId: string;
  why: string;
  at: Instant;
}
