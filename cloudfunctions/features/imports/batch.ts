import type { ImportRunDocument } from '../../documents';
import { metBefore, type RecordToWrite } from '../../cataloguing/met-before';
import { titleIdOf } from '../../cataloguing/record-documents';
import type { DeletedRecord, From, Read } from '../../exchange/read';
import type { JobContext } from '../../kernel/context';
import { advance } from './advance';
import { counted, nothingYet, type BatchOutcome } from './batch-outcome';
import { MOST_TOLD } from './limits';
import type { SeenRecords } from './seen-records';
import { copyRules } from './settings';
import { storedOf } from './stored';
import { writeBatch } from './write-batch';

/** The change that stands for all titles (see documents/titles.ts). */
const EVERYTHING = '*';

interface OneBatch {
  reads: Read[];
  next: From | null;
  lease: string;
  lateMs: number;
  /** The driver leaves the run after it. */
  isLast: boolean;
}

/** Writes what a batch of records brings, then counts it and moves the run on, in one transaction. */
export const workOffBatch = async (
  context: JobContext,
  run: ImportRunDocument,
  { reads, next, lease, lateMs, isLast }: OneBatch,
  seen: SeenRecords,
): Promise<{ run: ImportRunDocument; mine: boolean }> => {
  const outcome = nothingYet();
  const toWrite = sorted(reads, seen, outcome);
  await showDeleted(context, run.settings.source, reads, outcome);
  const tellAt = new Date(Date.parse(context.now) + lateMs).toISOString();
  const tellsEach = run.told + toWrite.length <= MOST_TOLD;
  await writeBatch(
    context,
    toWrite,
    {
      source: run.settings.source,
      startedAt: run.startedAt,
      rules: copyRules(context.library, run.settings),
      tellAt: tellsEach ? tellAt : null,
    },
    outcome,
  );
  const asidePart = await putAside(context, run, outcome);
  const done = reads.at(-1)?.number ?? run.done;
  return advance(
    context,
    run._id,
    lease,
    run.done,
    (now) => ({
      ...now,
      ...counted(now, outcome),
      ...(next ? { done, offset: next.offset } : atTheEnd(now, done, context.now)),
      told: now.told + (tellsEach ? outcome.toTell.length : 0),
      asideParts: asidePart ? [...now.asideParts, asidePart] : now.asideParts,
      lease: isLast ? null : now.lease,
    }),
    async (transaction) => {
      await seen.keep(transaction, run.done, done);
      if (!tellsEach && outcome.toTell.length > 0)
        await transaction.put('titleChanges', { _id: EVERYTHING, at: tellAt });
    },
  );
};

/** A full load has its titles looked through still. */
const atTheEnd = (
  { settings, offset }: ImportRunDocument,
  done: number,
  now: string,
): Partial<ImportRunDocument> =>
  settings.full
    ? { done, offset, checked: '' }
    : { done, offset, records: done, status: 'finished', finishedAt: now };

/** What of a batch is to be written; what is broken is noted with its place. */
const sorted = (reads: readonly Read[], seen: SeenRecords, outcome: BatchOutcome): RecordToWrite[] =>
  reads.flatMap((read) => {
    if ('deleted' in read) return [];
    const { number, offset } = read;
    const record = 'broken' in read ? read : metBefore(read, seen.meet(read.title.control, number));
    if ('broken' in record) {
      outcome.broken.push({ number, offset, fault: record.broken });
      // A record that is here twice is in its place once: it needs no mending.
      if ('raw' in read) outcome.aside.push(read.raw);
      return [];
    }
    for (const warning of record.title.warnings) outcome.warnings.push({ number, offset, warning });
    return [record];
  });

/** Records that their source has deleted: their titles are shown; nothing is removed. */
const showDeleted = async (
  { db }: JobContext,
  source: string,
  reads: readonly Read[],
  outcome: BatchOutcome,
): Promise<void> => {
  const deleted = reads.filter((read): read is DeletedRecord => 'deleted' in read);
  if (deleted.length === 0) return;
  const idOf = ({ deleted: { control } }: DeletedRecord) => titleIdOf(`${source}:${control}`);
  const titles = await storedOf(db, 'titles', deleted.map(idOf));
  for (const read of deleted) {
    const title = titles.get(idOf(read));
    const { number, offset } = read;
    if (!title) outcome.warnings.push({ number, offset, warning: { code: 'deleted_not_here' } });
    else {
      const copies = await db.count('items', { titleId: title._id });
      outcome.withdrawn.push({ titleId: title._id, title: title.title, copies, why: 'deleted' });
    }
  }
};

/** The broken records of a batch, as a file that a batch done again replaces. */
const putAside = async (
  { files }: JobContext,
  run: ImportRunDocument,
  { aside }: BatchOutcome,
): Promise<string | null> =>
  aside.length === 0 ? null : files.upload(`imports/${run._id}-aside-${run.done}.part`, Buffer.concat(aside));
