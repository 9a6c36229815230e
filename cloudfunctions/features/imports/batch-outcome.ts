import type {
  BrokenImport,
  DoubtfulImport,
  ImportCounts,
  SameBook,
  WithdrawnTitle,
} from '../../../typings/contract/imports';
import type { ImportRunDocument } from '../../documents';
import { MOST_LISTED } from './limits';

/** What came of a batch of records. */
export interface BatchOutcome {
  titles: ImportCounts;
  items: ImportCounts;
  merged: number;
  /** Titles of which search has to know. */
  toTell: string[];
  broken: BrokenImport[];
  warnings: DoubtfulImport[];
  duplicates: SameBook[];
  withdrawn: WithdrawnTitle[];
  /** Broken records as they stand in the file. */
  aside: Uint8Array[];
}

export const nothingYet = (): BatchOutcome => ({
  titles: { added: 0, changed: 0, unchanged: 0 },
  items: { added: 0, changed: 0, unchanged: 0 },
  merged: 0,
  toTell: [],
  broken: [],
  warnings: [],
  duplicates: [],
  withdrawn: [],
  aside: [],
});

type Counted = Pick<
  ImportRunDocument,
  'titles' | 'items' | 'merged' | 'totals' | 'broken' | 'warnings' | 'duplicates' | 'withdrawn'
>;

const sum = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
});

/** The run's numbers with those of a batch; its lists hold the first of each. */
export const counted = (run: Counted, batch: Omit<BatchOutcome, 'toTell' | 'aside'>): Counted => ({
  titles: sum(run.titles, batch.titles),
  items: sum(run.items, batch.items),
  merged: run.merged + batch.merged,
  totals: {
    broken: run.totals.broken + batch.broken.length,
    warnings: run.totals.warnings + batch.warnings.length,
    duplicates: run.totals.duplicates + batch.duplicates.length,
    withdrawn: run.totals.withdrawn + batch.withdrawn.length,
  },
  broken: [...run.broken, ...batch.broken].slice(0, MOST_LISTED),
  warnings: [...run.warnings, ...batch.warnings].slice(0, MOST_LISTED),
  duplicates: [...run.duplicates, ...batch.duplicates].slice(0, MOST_LISTED),
  withdrawn: [...run.withdrawn, ...batch.withdrawn].slice(0, MOST_LISTED),
});
