import type { ItemDocument, TitleDocument } from '../../cloudfunctions/documents';
import type { BulkTarget, Document } from '../../local/cloud/bulk';
import { itemDocuments, keepItem, keepTitle, sourceOf, titleDocument, type CopyRules } from './documents';
import type { Found } from './read-file';
import type { Counts, ImportReport } from './report';

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
  now: Date;
  rules: CopyRules;
  target: BulkTarget;
  report: ImportReport;
}

/** Writes what is new or changed of a batch. */
export async function writeBatch(batch: ToWrite[], into: Into): Promise<void> {
  if (batch.length === 0) return;
  const { file, source, target, rules, report } = into;
  const at = into.now.toISOString();
  const titles = new Map<string, TitleDocument>();
  const items = new Map<string, { item: ItemDocument; found: Found }>();
  for (const found of batch) {
    const from = sourceOf(source, found.title);
    const title = titleDocument(from, found.title, at);
    if (found.titleToo) titles.set(title._id, title);
    const own = found.copies > 0 ? { ...rules, copies: found.copies } : rules;
    for (const item of itemDocuments(from, found.title, title, own, at)) {
      const other = items.get(item._id);
      if (other && other.item.titleId !== item.titleId) taken(item, other.item.titleId, found, report, file);
      else items.set(item._id, { item, found });
    }
  }
  await store(target, 'titles', [...titles.values()], report.titles, keepTitle);
  const stored = await storedOf<ItemDocument>(target, 'items', [...items.keys()]);
  const free: ItemDocument[] = [];
  for (const { item, found } of items.values()) {
    const other = stored.get(item._id);
    if (other && other.titleId !== item.titleId) taken(item, other.titleId, found, report, file);
    else free.push(item);
  }
  await store(target, 'items', free, report.items, keepItem);
}

function taken(
  item: ItemDocument,
  titleId: string,
  { number, offset }: Found,
  report: ImportReport,
  file: string,
): void {
  report.warnings.push({
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

async function store<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
  documents: T[],
  counts: Counts,
  keep: (record: T, stored: T) => T,
): Promise<void> {
  const stored = await storedOf<T>(
    target,
    collection,
    documents.map(({ _id }) => _id),
  );
  const writes: T[] = [];
  for (const document of documents) {
    const before = stored.get(document._id);
    const after = before ? keep(document, before) : document;
    if (before && canonical(after) === canonical(before)) counts.unchanged++;
    else {
      writes.push(after);
      counts[before ? 'changed' : 'added']++;
    }
  }
  for (let start = 0; start < writes.length; start += MOST_DOCUMENTS) {
    await target.upsert(
      collection,
      writes.slice(start, start + MOST_DOCUMENTS).map((document): Document => ({ ...document })),
    );
  }
}

/** The text of plain data with its keys in order: a database may give them back in another one. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
