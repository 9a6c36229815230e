import {
  freeCopies,
  isSame,
  plannedCopies,
  toldOf,
  type Doubt,
  type Told,
  type ToWrite,
} from '../../cloudfunctions/cataloguing/batch';
import {
  keepGrownTitle,
  keepItem,
  keepOwnTitle,
  keepTitle,
  type CopyRules,
} from '../../cloudfunctions/cataloguing/record-documents';
import type { ItemDocument, TitleDocument, TitleMergeDocument } from '../../cloudfunctions/documents';
import { warningText } from '../../cloudfunctions/exchange/fault-text';
import { factsOf } from '../../cloudfunctions/cataloguing/title-facts';
import type { BulkTarget, Document } from '../target';
import { list, type Counts, type ImportReport } from './report';
import { showSameBooks } from './same-book';
import type { TitleChanges } from './title-changes';

const MOST_DOCUMENTS = 500;

export interface Into {
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

/** Writes what is new or changed of a batch. */
export async function writeBatch(batch: ToWrite[], into: Into): Promise<void> {
  if (batch.length === 0) return;
  const told = batch.map((found) => toldOf(found, into.source, into.now.toISOString(), into.own));
  const joined = await joinedTitles(told, into);
  const titles = new Map(
    told.flatMap(({ title, found }) =>
      found.titleToo && !joined.has(title._id) ? [[title._id, title]] : [],
    ),
  );
  if (into.duplicates) await showSameBooks([...titles.values()], into.target, into.report);
  const keep = into.own ? keepOwnTitle : keepTitle;
  const grown = await grownTitles([...titles.keys()], into);
  const stored = await store(
    into.target,
    'titles',
    [...titles.values()],
    into.report.titles,
    (record, stored) =>
      grown.has(record._id) ? keepGrownTitle(keep(record, stored), stored) : keep(record, stored),
  );
  const copies = await writeCopies(told, joined, into);
  await refreshCopies(stored.changed, into);
  await into.changes.tell(
    [...stored.added, ...stored.changed].map(({ _id }) => _id),
    copies.added.map(({ titleId }) => titleId),
  );
}

/** Titles of the batch that were merged into others, and those others. */
async function joinedTitles(
  told: Told[],
  { target, report, merges }: Into,
): Promise<Map<string, TitleDocument>> {
  if (!merges) return new Map();
  const ids = [...new Set(told.map(({ title }) => title._id))];
  const gone = [...(await storedOf<TitleMergeDocument>(target, 'titleMerges', ids)).values()];
  if (gone.length === 0) return new Map();
  const others = await storedOf<TitleDocument>(
    target,
    'titles',
    gone.map(({ into }) => into),
  );
  report.merged += gone.length;
  return new Map(
    gone.flatMap(({ _id, into }): [string, TitleDocument][] => {
      const other = others.get(into);
      return other ? [[_id, other]] : [];
    }),
  );
}

/** Titles of the batch that others were joined to: they keep what they got from those. */
async function grownTitles(ids: string[], { target, merges }: Into): Promise<Set<string>> {
  if (!merges) return new Set();
  const found = (await target.find('titleMerges', { into: { $in: ids } })) as unknown as TitleMergeDocument[];
  return new Set(found.map(({ into }) => into));
}

async function writeCopies(
  told: Told[],
  joined: Map<string, TitleDocument>,
  { target, report, file, rules, now }: Into,
): Promise<Stored<ItemDocument>> {
  const doubt: Doubt = ({ number, offset }, warning) =>
    list(report, 'warnings', { file, number, offset, reason: warningText(warning) });
  const planned = plannedCopies(told, joined, rules, now.toISOString(), doubt);
  const stored = await storedOf<ItemDocument>(
    target,
    'items',
    planned.map(({ item }) => item._id),
  );
  return store(target, 'items', freeCopies(planned, stored, doubt), report.items, keepItem);
}

/** Copies carry what lists show of their title: those that the record does not name get it too. */
async function refreshCopies(changed: TitleDocument[], { target, report }: Into): Promise<void> {
  for (const title of changed) {
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
}

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

interface Stored<T> {
  added: T[];
  changed: T[];
}

/** Writes what is new or changed; gives it back. */
async function store<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  documents: T[],
  counts: Counts,
  keep: (record: T, stored: T) => T,
): Promise<Stored<T>> {
  const stored = await storedOf<T>(
    target,
    collection,
    documents.map(({ _id }) => _id),
  );
  const added: T[] = [];
  const changed: T[] = [];
  for (const document of documents) {
    const before = stored.get(document._id);
    const after = before ? keep(document, before) : document;
    if (before && isSame(after, before)) counts.unchanged++;
    else {
      (before ? changed : added).push(after);
      counts[before ? 'changed' : 'added']++;
    }
  }
  await upsert(target, collection, [...added, ...changed]);
  return { added, changed };
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
