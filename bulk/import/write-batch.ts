import type { Change } from '../../cloudfunctions/cataloguing/change';
import type { RecordToWrite } from '../../cloudfunctions/cataloguing/met-before';
import {
  isChanged,
  isToldOf,
  planBatch,
  type CatalogueReads,
} from '../../cloudfunctions/cataloguing/plan-batch';
import type { CopyRules } from '../../cloudfunctions/cataloguing/record-documents';
import type { Book } from '../../cloudfunctions/cataloguing/same-book';
import { isSame } from '../../cloudfunctions/cataloguing/same-data';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import type { ItemDocument, TitleDocument, TitleMergeDocument } from '../../cloudfunctions/documents';
import { warningText } from '../../cloudfunctions/exchange/fault-text';
import type { BulkTarget, Document } from '../target';
import { list, type Counts, type ImportReport } from './report';
import type { TitleChanges } from './title-changes';

const MOST_DOCUMENTS = 500;
const MOST_BOOKS = 1000;

interface Into {
  /** Name of the file, for the report. */
  file: string;
  /** What the records are known by: the file's name unless told otherwise. */
  source: string;
  /** The file is this library's own export: titles keep the ids that stand in it. */
  own: boolean;
  duplicates: boolean;
  /** Whether titles of this library were ever joined. */
  merges: boolean;
  now: Date;
  rules: CopyRules;
  target: BulkTarget;
  report: ImportReport;
  changes: TitleChanges;
}

/** Writes what is new or changed of a batch: all its titles, then all its copies, many documents at once. */
export async function writeBatch(batch: readonly RecordToWrite[], into: Into): Promise<void> {
  if (batch.length === 0) return;
  const { source, own, rules, now, target, report, file } = into;
  const plan = await planBatch(
    batch,
    { source, own, rules, now: now.toISOString(), run: null },
    readsOf(into),
  );
  report.merged += plan.merged;
  for (const pair of plan.sameBooks) list(report, 'duplicates', pair);
  for (const { read, warning } of plan.doubts) {
    const { number, offset } = read;
    list(report, 'warnings', { file, number, offset, reason: warningText(warning) });
  }
  await write(
    target,
    'titles',
    plan.titles.flatMap(({ title }) => title ?? []),
    report.titles,
  );
  await write(
    target,
    'items',
    plan.titles.flatMap(({ items }) => items),
    report.items,
  );
  for (const { title } of plan.titles.filter(isChanged)) if (title) await showTitle(title.after, into);
  await into.changes.tell(plan.titles.filter(isToldOf).map(({ titleId }) => titleId));
}

const readsOf = ({ target, merges, duplicates }: Into): CatalogueReads => ({
  titles: (ids) => storedOf<TitleDocument>(target, 'titles', ids),
  items: (barcodes) => storedOf<ItemDocument>(target, 'items', barcodes),
  mergesOf: async (ids) =>
    merges ? [...(await storedOf<TitleMergeDocument>(target, 'titleMerges', ids)).values()] : [],
  mergesInto: async (ids) =>
    merges
      ? ((await target.find('titleMerges', { into: { $in: ids } })) as unknown as TitleMergeDocument[])
      : [],
  books: async ({ isbns, keys }) => {
    const by = async (field: string, values: string[]) =>
      values.length > 0 && duplicates
        ? ((await target.find('titles', { [field]: { $in: values } }, MOST_BOOKS)) as unknown as Book[])
        : [];
    return (await Promise.all([by('isbns', isbns), by('keys', keys)])).flat();
  },
});

async function storedOf<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  ids: string[],
): Promise<Map<string, T>> {
  const stored = new Map<string, T>();
  for (let start = 0; start < ids.length; start += MOST_DOCUMENTS) {
    const found = (await target.get(collection, ids.slice(start, start + MOST_DOCUMENTS))) as unknown as T[];
    for (const document of found) stored.set(document._id, document);
  }
  return stored;
}

/** What is new before what is changed. */
async function write<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  changes: Change<T>[],
  counts: Counts,
): Promise<void> {
  for (const { what } of changes) counts[what]++;
  const after = (wanted: keyof Counts) =>
    changes.filter(({ what, needed }) => needed && what === wanted).map((change) => change.after);
  await upsert(target, collection, [...after('added'), ...after('changed')]);
}

/** Copies carry what lists show of their title: those that the record does not name get it too. */
async function showTitle(title: TitleDocument, { target, report }: Into): Promise<void> {
  const facts = factsOf(title);
  const copies = (await target.find('items', { titleId: title._id })) as unknown as ItemDocument[];
  const stale = copies.filter((copy) => !isSame(copy.title, facts));
  report.refreshed += stale.length;
  await upsert(
    target,
    'items',
    stale.map((copy) => ({ ...copy, title: facts })),
  );
}

async function upsert<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  documents: T[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += MOST_DOCUMENTS)
    await target.upsert(
      collection,
      documents.slice(start, start + MOST_DOCUMENTS).map((document): Document => ({ ...document })),
    );
}
