import type { Instant } from '../../typings/contract/answer';

export interface TitleDocument {
  _id: string;
  title: string;
  subtitle: string;
  contributors: { name: string; role: string }[];
  publisher: string;
  /** 0 when unknown. */
  year: number;
  /** ISBN-13 without hyphens, check digit verified. */
  isbns: string[];
  clc: string;
  callNumber: string;
  language: string;
  subjects: string[];
  summary: string;
  /** Folded search terms of title, authors and ISBNs (see search/terms.ts). Multikey index. */
  terms: string[];
  addedAt: Instant;
  /** How often it was checked out: the last word in ranking. */
  popularity: number;
  /** Where the record came from: "demo", or the file and its control number; an import finds its own record by it. */
  source: string;
}

/** A title that was joined to another: `_id` is the one that is gone. An import of its record finds the other by it. */
export interface TitleMergeDocument {
  _id: string;
  into: string;
  at: Instant;
}
