import type { ArticleWords, Column } from '../../typings/contract/articles';
import type { Instant } from '../../typings/contract/shapes';

/**
 * What readers see of an article, and the draft of what they will see, beside one another. It carries which
 * version stands; `publishedAt` alone says from when it is seen, so no job has to show it.
 */
export interface ArticleDocument extends ArticleWords {
  _id: string;
  minutes: number;
  /** Published, and not taken from the readers. */
  shown: boolean;
  /** null: it never was. */
  publishedAt: Instant | null;
  draft: ArticleWords | null;
  /** How often it was published. */
  printing: number;
  toldAt: Instant | null;
  by: string;
  changedAt: Instant;
  version: number;
}

/** `_id` is `{articleId}_{printing}`: what was published once. */
export interface ArticlePrintingDocument {
  _id: string;
  articleId: string;
  printing: number;
  words: ArticleWords;
  at: Instant;
  by: string;
}

/** `_id` is `{columnId}_{readerId}`: who is told what a column brings. */
export interface ColumnFollowDocument {
  _id: string;
  columnId: string;
  readerId: string;
  at: Instant;
}

/** `_id` "columns": in which articles stand, in their order. */
export interface ColumnsSetting {
  _id: 'columns';
  columns: Column[];
}
