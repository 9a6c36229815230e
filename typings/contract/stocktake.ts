import type { Instant } from './shapes';
import type { TitleFacts } from './title-record';

export interface Stocktake {
  stocktakeId: string;
  branchId: string;
  branchName: string;
  shelf: string;
  fromCallNumber: string;
  toCallNumber: string;
  startedAt: Instant;
  startedBy: string;
  finishedAt?: Instant;
  /** Copies that should stand there. */
  expected: number;
  counts: { right: number; misplaced: number; unexpected: number; unknown: number; missing: number };
}

export type Finding = 'right' | 'misplaced' | 'unexpected' | 'unknown' | 'missing';

export interface FindingRow {
  barcode: string;
  title?: TitleFacts;
  finding: Finding;
  /** Where it belongs, or why it was not expected. */
  why: string;
  shelf: string;
  callNumber: string;
}

/** Counting what stands on the shelves by scanning. */
export interface StocktakeApi {
  'stocktake.list'(input: { branchId: string; after?: string }): { list: Stocktake[]; next?: string };
  /** Shelving places of a branch, to choose from. */
  'stocktake.shelves'(input: { branchId: string }): { list: string[] };
  'stocktake.start'(input: {
    branchId: string;
    shelf: string;
    fromCallNumber: string;
    toCallNumber: string;
  }): Stocktake;
  'stocktake.scan'(input: { stocktakeId: string; barcode: string }): FindingRow;
  /** What was found so far, or what is missing, a finding at a time. */
  'stocktake.report'(input: { stocktakeId: string; finding: Finding; after?: string }): {
    stocktake: Stocktake;
    list: FindingRow[];
    next?: string;
  };
  'stocktake.finish'(input: { stocktakeId: string }): Stocktake;
}
