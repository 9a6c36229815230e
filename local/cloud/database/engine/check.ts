import type { Catalog, Collection } from './catalog';
import { decodeDocument } from '../wire/codec';
import { entriesOf } from './index-entries';
import { afterPrefix } from './key-encoding';
import { documentKey, entryKey, idKeyOf, indexPrefix } from './record-keys';
import type { Store } from './store';

/** Compares every index with the documents, entry by entry, and names what does not agree. */
export function checkIntegrity({ store, catalog }: { store: Store; catalog: Catalog }): string[] {
  return catalog.list().flatMap((collection) => checkCollection(store, collection));
}

function checkCollection(store: Store, collection: Collection): string[] {
  const faults: string[] = [];
  const expected = new Set<string>();
  let documents = 0;
  const end = documentKey({ number: collection.number + 1 }, 0);
  for (const { key, value } of store.documents.getRange({ start: documentKey(collection, 0), end })) {
    const number = key.readUInt32BE(2);
    const document = decodeDocument(value.toString('utf8'));
    documents++;
    if (store.ids.get(idKeyOf(collection, document['_id']))?.readUInt32BE() !== number) {
      faults.push(`${collection.name}: _id ${String(document['_id'])} does not lead to its document`);
    }
    for (const index of collection.indexes) {
      for (const entry of entriesOf(index, document).values) {
        expected.add(entryKey(index, entry, number).toString('latin1'));
      }
    }
  }
  for (const index of collection.indexes) {
    const start = indexPrefix(index);
    for (const key of store.entries.getKeys({ start, end: afterPrefix(start) })) {
      if (!expected.delete(key.toString('latin1')))
        faults.push(`${collection.name}.${index.name}: an entry too many`);
    }
  }
  if (expected.size > 0) faults.push(`${collection.name}: ${expected.size} index entries are missing`);
  const ids = { start: idStart(collection.number), end: idStart(collection.number + 1) };
  if (store.ids.getKeysCount(ids) !== documents)
    faults.push(`${collection.name}: ids and documents differ in number`);
  return faults;
}

function idStart(number: number): Buffer {
  const key = Buffer.allocUnsafe(2);
  key.writeUInt16BE(number, 0);
  return key;
}
