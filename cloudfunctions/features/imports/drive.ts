import type { ImportRunDocument } from '../../documents';
import { readRecords, type From, type Read } from '../../exchange/read';
import { Unreadable } from '../../exchange/unreadable';
import type { JobContext } from '../../kernel/context';
import { advance, release, takeLease } from './advance';
import { workOffBatch } from './batch';
import { checkFullLoad } from './full-load';
import { BATCH, STEP_MS } from './limits';
import { seenRecords } from './seen-records';
import { readOptions } from './settings';
import { tidyUp } from './tidy-up';
import { uploaded } from './uploaded';

interface Driver {
  /** Records to do at most. */
  records: number;
  /** Longer than the function lives: a lease that ran out is that of a function that is dead. */
  leaseMs: number;
  /**
   * How much later than its context's `now` a step may commit; search looks no further back than half a
   * minute.
   */
  lateMs: number;
}

interface Driven {
  run: ImportRunDocument;
  /** The lease under which it was driven; "" when somebody else holds it. */
  lease: string;
}

/**
 * Goes on with a run where it stands. Two at once do no harm: one holds the lease, and should it be taken for
 * dead wrongly, what both write is the same and counts for the one that moves the run first.
 */
export const drive = async (context: JobContext, runId: string, driver: Driver): Promise<Driven | null> => {
  const lease = context.newId();
  const taken = await takeLease(context, runId, lease, driver.leaseMs);
  if (!taken) return null;
  if (taken.run.status !== 'running' || !taken.mine) return { run: taken.run, lease: '' };
  try {
    const run =
      taken.run.checked === null
        ? await workOff(context, taken.run, lease, driver)
        : await checkFullLoad(context, taken.run, lease);
    return { run: run.status === 'running' ? run : await tidyUp(context, run), lease };
  } catch (error) {
    if (!(error instanceof Unreadable)) {
      await release(context, runId, lease);
      throw error;
    }
    const failed = await fail(context, taken.run, lease, error);
    return { run: failed, lease };
  }
};

const fail = async (
  context: JobContext,
  { _id }: ImportRunDocument,
  lease: string,
  { fault }: Unreadable,
): Promise<ImportRunDocument> => {
  const failed = await advance(context, _id, lease, null, (run) => ({
    ...run,
    status: 'failed',
    failure: fault,
    finishedAt: context.now,
    lease: null,
  }));
  return tidyUp(context, failed.run);
};

const workOff = async (
  context: JobContext,
  begun: ImportRunDocument,
  lease: string,
  driver: Driver,
): Promise<ImportRunDocument> => {
  const { source } = await uploaded(context, begun.fileId);
  const seen = await seenRecords(context.db, begun._id, begun.done);
  const from: From = { number: begun.done, offset: begun.offset };
  const reads = readRecords(source, readOptions(begun.settings, context), from);
  const began = context.elapsedMs();
  let run = begun;
  let left = driver.records;
  for await (const batch of batchesOf(reads, BATCH)) {
    left -= batch.reads.length;
    const isLast = left <= 0 || batch.next === null || context.elapsedMs() - began > STEP_MS;
    const moved = await workOffBatch(context, run, { ...batch, lease, lateMs: driver.lateMs, isLast }, seen);
    run = moved.run;
    if (isLast || !moved.mine) return run;
  }
  // Only a file without a record gives no batch, and such a one is not begun.
  return advance(context, begun._id, lease, begun.done, (now) => ({
    ...now,
    status: 'finished',
    finishedAt: context.now,
    lease: null,
  })).then((ended) => ended.run);
};

interface Batch {
  reads: Read[];
  /** Where the record behind it begins; null at the end of the file. */
  next: From | null;
}

/** Reads one record ahead: only the next one's place tells where a batch ends. */
async function* batchesOf(reads: AsyncGenerator<Read>, size: number): AsyncGenerator<Batch> {
  let ahead = await reads.next();
  while (!ahead.done) {
    const batch: Read[] = [];
    while (!ahead.done && batch.length < size) {
      batch.push(ahead.value);
      ahead = await reads.next();
    }
    yield {
      reads: batch,
      next: ahead.done ? null : { number: ahead.value.number - 1, offset: ahead.value.offset },
    };
  }
}
