import { databaseRefused } from '../../cloud-error';
import type { Collection, Index } from './catalog';
import { entriesOf, type IndexEntries } from './index-entries';
import { afterPrefix } from './key-encoding';
import { entryKey, indexPrefix } from './record-keys';
import type { Document, Records } from './records';

const PRESENT = Buffer.of(1);

/** A document and the number under which it is kept; without one it is not kept yet. */
interface Numbered {
  document: Document;
  number: number | undefined;
}

type Kept = Numbered & { number: number };

/** Inside a write: enters a document into one index. */
export function addIndexEntries(records: Records, collection: Collection, index: Index, kept: Kept): void {
  putEntries(records, collection, index, kept, entriesOf(index, kept.document));
}

/** Inside a write: what an index holds for a document becomes what it says now. */
export function moveIndexEntries(
  records: Records,
  collection: Collection,
  index: Index,
  before: Document,
  after: Kept,
): void {
  const { entries } = records.store;
  const oldEntries = entriesOf(index, before);
  const newEntries = entriesOf(index, after.document);
  const staying = new Set(newEntries.values.map((value) => value.toString('latin1')));
  for (const value of oldEntries.values) {
    if (!staying.has(value.toString('latin1'))) entries.removeSync(entryKey(index, value, after.number));
  }
  putEntries(records, collection, index, after, newEntries);
}

/** Inside a write: a document's entries go. */
export function removeIndexEntries({ store }: Records, index: Index, { document, number }: Kept): void {
  for (const value of entriesOf(index, document).values)
    store.entries.removeSync(entryKey(index, value, number));
}

/** Throws the duplicate-key error if a document of another number has this document's unique values. */
export function refuseDuplicates(records: Records, collection: Collection, one: Numbered): void {
  for (const index of collection.indexes) {
    if (index.unique) refuseTaken(records, collection, index, one, entriesOf(index, one.document));
  }
}

function putEntries(
  records: Records,
  collection: Collection,
  index: Index,
  kept: Kept,
  entries: IndexEntries,
): void {
  if (index.unique) refuseTaken(records, collection, index, kept, entries);
  for (const value of entries.values) {
    records.store.entries.putSync(entryKey(index, value, kept.number), PRESENT);
  }
  noteFlags(records, collection, index, entries);
}

function refuseTaken(
  { store }: Records,
  collection: Collection,
  index: Index,
  { document, number }: Numbered,
  entries: IndexEntries,
): void {
  for (const value of entries.values) {
    const start = Buffer.concat([indexPrefix(index), value]);
    for (const key of store.entries.getKeys({ start, end: afterPrefix(start) })) {
      if (key.readUInt32BE(key.length - 4) !== number)
        throw duplicateKey(collection, index.name, keyValues(index, document));
    }
  }
}

function noteFlags(
  { catalog, undo }: Records,
  collection: Collection,
  index: Index,
  entries: IndexEntries,
): void {
  const multikey = index.multikey.map((flag, i) => flag || entries.multikey[i] === true);
  const shortened = index.shortened || entries.shortened;
  if (shortened === index.shortened && multikey.every((flag, i) => flag === index.multikey[i])) return;
  const before = { multikey: index.multikey, shortened: index.shortened };
  undo.push(() => Object.assign(index, before));
  Object.assign(index, { multikey, shortened });
  catalog.save(collection);
}

function keyValues(index: Index, document: Document): Record<string, unknown> {
  return Object.fromEntries(
    index.paths.map((path, i) => {
      const value = path.reduce<unknown>(
        (at, part) => (at as Record<string, unknown> | null)?.[part],
        document,
      );
      return [index.keys[i]?.[0] ?? '', value ?? null];
    }),
  );
}

/** MongoDB's text, which applications match on. */
export function duplicateKey(collection: Collection, index: string, values: Record<string, unknown>): Error {
  const key = JSON.stringify(values).replace(/"(\w+)":/g, ' $1: ');
  return databaseRefused(
    `E11000 duplicate key error collection: shuxiang.${collection.name} index: ${index} dup key: ${key}`,
  );
}
