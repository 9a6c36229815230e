import type { Figure } from '../../typings/contract/figures';
import type { Instant, LocalDate } from '../../typings/contract/shapes';

/**
 * What the log says of a day or a month (`span` "2026-11-28", "2026-11") at a branch, or in the whole library
 * (branchId "all"). `_id` is `{span}_{branchId}`. Written by one job alone, out of the log.
 */
export interface FigureDocument {
  _id: string;
  span: string;
  kind: 'day' | 'month';
  branchId: string;
  counts: Partial<Record<Figure, number>>;
  /** Loans by category of the reader, by main class of the title, by hour of the library's day. */
  byCategory: Record<string, number>;
  byClass: Record<string, number>;
  byHour: Record<string, number>;
  /** Attendances by kind of event; absent: none was counted. */
  byEvent?: Record<string, number>;
}

/** The log is counted up to this moment: written with the counts. */
export interface FigureCountingSetting {
  _id: 'figure-counting';
  upTo: Instant;
  /** The day of the first line that was counted. */
  since: LocalDate;
}

/** Titles of a main class that have a copy, and those never lent: by night, where it changed. */
export interface CollectionUseSetting {
  _id: 'collection-use';
  classes: { clc: string; titles: number; neverLent: number }[];
}
