import type { Instant } from '../../typings/contract/shapes';
import type {
  BrokenImport,
  DoubtfulImport,
  FileFault,
  ImportCounts,
  ImportFormat,
  ImportSettings,
  SameBook,
  WithdrawnTitle,
} from '../../typings/contract/imports';

/**
 * An import of an uploaded file. The document carries "every record of a run is counted once": whoever works
 * on it holds its lease, and a batch counts only when `done` still is where it began. What is written twice
 * for all that, is the same.
 */
export interface ImportRunDocument {
  _id: string;
  /** The uploaded file; "" once it is taken away. */
  fileId: string;
  fileName: string;
  format: ImportFormat;
  settings: ImportSettings;
  status: 'running' | 'finished' | 'stopped' | 'failed';
  failure: FileFault | null;
  startedAt: Instant;
  startedBy: string;
  finishedAt: Instant | null;
  /** Moment of the last batch: a run that nobody has driven since a while is the timer's. */
  changedAt: Instant;
  /** Whether the uploaded file and the keys are still there, to be taken away when the run has ended. */
  untidy: boolean;
  /** Records of the file. */
  records: number;
  /** So many are done, and the next one begins at this byte (of MARC). */
  done: number;
  offset: number;
  /** All are done: up to which source the titles of a full load were looked through; null before. */
  checked: string | null;
  lease: { id: string; until: Instant } | null;
  titles: ImportCounts;
  items: ImportCounts;
  merged: number;
  /** Titles that search was told of one by one. */
  told: number;
  totals: { broken: number; warnings: number; duplicates: number; withdrawn: number };
  /** The first of each. */
  broken: BrokenImport[];
  warnings: DoubtfulImport[];
  duplicates: SameBook[];
  withdrawn: WithdrawnTitle[];
  /** Files with the broken records, in their order, and the header line of a list. */
  asideParts: string[];
  asideHeader: string;
  /** All of them in one; "" until somebody wants it. */
  asideFileId: string;
}

/**
 * What a run remembers of a thousand records, gone when it ends. `_id` is `{runId}_{thousand}`; written with
 * the run.
 */
export interface ImportRunKeysDocument {
  _id: string;
  /** 64-bit numbers in base64, one a record; 0 for one without a key. */
  keys: string;
}
