import type { RecordToWrite } from '../../cataloguing/met-before';
import { planBatch, type CatalogueReads } from '../../cataloguing/plan-batch';
import type { CopyRules } from '../../cataloguing/record-documents';
import { BOOK_FIELDS } from '../../cataloguing/same-book';
import type { JobContext } from '../../kernel/context';
import { isIn, type Database } from '../../kernel/database';
import type { BatchOutcome } from './batch-outcome';
import { inParallel } from './in-parallel';
import { WRITERS } from './limits';
import { storedOf } from './stored';
import { writeTitle } from './write-title';

const MOST_ROWS = 1000;

interface BatchOfRun {
  /** What the records are known by. */
  source: string;
  /** When the run began: what it adds is dated so, and is told by it when it is met again after a cut. */
  startedAt: string;
  rules: CopyRules;
  /** Moment under which search is told of changes; null: it is told of everything at once, later. */
  tellAt: string | null;
}

/**
 * Writes what is new or changed of a batch: each title with its copies in small transactions, several at
 * once.
 */
export const writeBatch = async (
  { db }: Pick<JobContext, 'db'>,
  batch: readonly RecordToWrite[],
  { source, startedAt, rules, tellAt }: BatchOfRun,
  outcome: BatchOutcome,
): Promise<void> => {
  if (batch.length === 0) return;
  const how = { source, own: false, now: startedAt, rules, run: { startedAt } };
  const plan = await planBatch(batch, how, readsOf(db));
  outcome.merged += plan.merged;
  outcome.duplicates.push(...plan.sameBooks);
  for (const { read, warning } of plan.doubts)
    outcome.warnings.push({ number: read.number, offset: read.offset, warning });
  await inParallel(WRITERS, plan.titles, async (title) => {
    const written = await writeTitle(db, title, tellAt);
    if (written.title) outcome.titles[written.title.what]++;
    for (const { what } of written.items) outcome.items[what]++;
    if (written.isTold) outcome.toTell.push(written.titleId);
  });
};

const readsOf = (db: Database): CatalogueReads => ({
  titles: (ids) => storedOf(db, 'titles', ids),
  items: (barcodes) => storedOf(db, 'items', barcodes),
  mergesOf: (ids) => db.getMany('titleMerges', ids),
  mergesInto: async (ids) =>
    ids.length === 0 ? [] : db.find('titleMerges', { where: { into: isIn(ids) }, limit: MOST_ROWS }),
  books: async ({ isbns, keys }) => {
    const by = (field: string, values: string[]) =>
      values.length === 0
        ? []
        : db.find('titles', { where: { [field]: isIn(values) }, limit: MOST_ROWS, fields: BOOK_FIELDS });
    return (await Promise.all([by('isbns', isbns), by('keys', keys)])).flat();
  },
});
