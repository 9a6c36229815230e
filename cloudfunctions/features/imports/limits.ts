import type { ImportFormat } from '../../../typings/contract/imports';

/**
 * What the desk takes. A function has 256 MB and 20 seconds: larger files come in by the command line
 * (docs/import.md).
 */
const MOST_BYTES = 20_000_000;
/** A workbook unfolds to many times its size. */
const MOST_WORKBOOK_BYTES = 5_000_000;
export const MOST_RECORDS = 20_000;

export const mostBytes = (format: ImportFormat | undefined): number =>
  format === 'xlsx' ? MOST_WORKBOOK_BYTES : MOST_BYTES;

/** Records that are written together and counted in one transaction: what a cut costs to do again. */
export const BATCH = 40;
/** Records of one step at most: at 100 ms a record with six writers at once, some seven seconds. */
export const MOST_A_STEP = 400;
/**
 * After so long a step ends with the batch under way, however few records it has done: half of a function's
 * 20 seconds are left for that batch on a slow day.
 */
export const STEP_MS = 10_000;
/** Transactions at once. */
export const WRITERS = 6;
/** A list of a run's findings shows so many. */
export const MOST_LISTED = 100;
/** Titles that search is told of one by one in a run; with more its index is built anew. */
export const MOST_TOLD = 500;
