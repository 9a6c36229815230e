import type { ItemDocument, TitleDocument, TitleMergeDocument } from '../../cloudfunctions/documents';
import type { Found } from '../../cloudfunctions/exchange/read';
import { factsOf } from '../../cloudfunctions/views/titles';
import type { BulkTarget, Document } from '../../local/cloud/bulk';
import {
  itemDocuments,
  keepGrownTitle,
  keepItem,
  keepOwnTitle,
  keepTitle,
  sourceOf,
  titleDocument,
  type CopyRules,
} from './documents';
import { list, type Counts, type ImportReport } from './report';
import { showSameBooks } from './same-book';

const MOST_DOCUMENTS = 500;

export interface ToWrite extends Found {
  /** False for a further copy of a title that the same file has told already. */
  titleToo: boolean;
}

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
}

interface Told {
  found: Found;
  from: string;
  title: TitleDocument;
}

/** Writes what is new or changed of a batch. */
export async function writeBatch(batch: ToWrite[], into: Into): Promise<void> {
  if (batch.length === 0) return;
  const told = batch.map((found) => ({ ...toldOf(found, into), titleToo: found.titleToo }));
  const joined = await joinedTitles(told, into);
  const titles = new Map(
    told.flatMap(({ title, titleToo }) => (titleToo && !joined.has(title._id) ? [[title._id, title]] : [])),
  );
  if (into.duplicates) await showSameBooks([...titles.values()], into.target, into.report);
  const keep = into.own ? keepOwnTitle : keepTitle;
  const grown = await grownTitles([...titles.keys()], into);
  const changed = await store(
    into.target,
    'titles',
    [...titles.values()],
    into.report.titles,
    (record, stored) =>
      grown.has(record._id) ? keepGrownTitle(keep(record, stored), stored) : keep(record, stored),
  );
  await writeCopies(told, joined, into);
  await refreshCopies(changed, into);
}

function toldOf(found: Found, { source, own, now }: Into): Told {
  const from = sourceOf(source, found.title);
  const title = titleDocument(from, found.title, now.toISOString());
  return { found, from, title: own && found.title.ownId ? { ...title, _id: found.title.ownId } : title };
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

async function writeCopies(told: Told[], joined: Map<string, TitleDocument>, into: Into): Promise<void> {
  const { target, report, file, rules, now } = into;
  const items = new Map<string, { item: ItemDocument; found: Found }>();
  for (const { found, from, title } of told) {
    const own = found.copies > 0 ? { ...rules, copies: found.copies } : rules;
    const of = joined.get(title._id) ?? title;
    for (const item of itemDocuments(from, found.title, of, own, now.toISOString())) {
      const other = items.get(item._id);
      if (other && other.item.titleId !== item.titleId) taken(item, other.item.titleId, found, report, file);
      else items.set(item._id, { item, found });
    }
  }
  const stored = await storedOf<ItemDocument>(target, 'items', [...items.keys()]);
  const free: ItemDocument[] = [];
  for (const { item, found } of items.values()) {
    const other = stored.get(item._id);
    if (other && other.titleId !== item.titleId) taken(item, other.titleId, found, report, file);
    else free.push(item);
  }
  await store(target, 'items', free, report.items, keepItem);
}

/** Copies carry what lists show of their title: those that the record does not name get it too. */
async function refreshCopies(changed: TitleDocument[], { target, report }: Into): Promise<void> {
  for (const title of changed) {
    const facts = factsOf(title);
    const copies = (await target.find('items', { titleId: title._id })) as unknown as ItemDocument[];
    const stale = copies.filter((copy) => canonical(copy.title) !== canonical(facts));
    report.refreshed += stale.length;
    await upsert(
      target,
      'items',
      stale.map((copy) => ({ ...copy, title: facts })),
    );
  }
}

function taken(
  item: ItemDocument,
  titleId: string,
  { number, offset }: Found,
  report: ImportReport,
  file: string,
): void {
  list(report, 'warnings', {
    file,
    number,
    offset,
    reason: `barcode ${item._id} belongs to ${titleId} already: this copy was left out`,
  });
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

/** Writes what is new or changed; gives back what changed. */
async function store<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  documents: T[],
  counts: Counts,
  keep: (record: T, stored: T) => T,
): Promise<T[]> {
  const stored = await storedOf<T>(
    target,
    collection,
    documents.map(({ _id }) => _id),
  );
  const writes: T[] = [];
  const changed: T[] = [];
  for (const document of documents) {
    const before = stored.get(document._id);
    const after = before ? keep(document, before) : document;
    if (before && canonical(after) === canonical(before)) counts.unchanged++;
    else {
      writes.push(after);
      if (before) changed.push(after);
      counts[before ? 'changed' : 'added']++;
    }
  }
  await upsert(target, collection, writes);
  return changed;
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

/** The text of plain data with its keys in order: a database may give them back in another one. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
