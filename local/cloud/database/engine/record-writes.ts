import { databaseRefused } from '../../cloud-error';
import { limits } from '../../limits';
import { decodeDocument, encode } from '../wire/codec';
import type { Collection } from './catalog';
import { addIndexEntries, duplicateKey, moveIndexEntries, removeIndexEntries } from './record-entries';
import { documentKey, idKeyOf } from './record-keys';
import { recordOf, type Document, type Records, type StoredRecord } from './records';

// What a write may do to records: called inside `inOneWrite` only.

export function insertRecord(records: Records, collection: Collection, document: Document): void {
  const { store } = records;
  const id = document['_id'];
  const idKey = idKeyOf(collection, id);
  if (store.ids.doesExist(idKey)) throw duplicateKey(collection, '_id_', { _id: id });
  const number = collection.nextDocument++;
  store.ids.putSync(idKey, numberBytes(number));
  store.documents.putSync(documentKey(collection, number), bytesOf(document));
  for (const index of collection.indexes) addIndexEntries(records, collection, index, { document, number });
  records.listener?.(collection, id, undefined);
}

export function replaceRecord(
  records: Records,
  collection: Collection,
  { number, text }: StoredRecord,
  after: Document,
): void {
  const before = decodeDocument(text);
  records.store.documents.putSync(documentKey(collection, number), bytesOf(after));
  for (const index of collection.indexes) {
    moveIndexEntries(records, collection, index, before, { document: after, number });
  }
  records.listener?.(collection, before['_id'], text);
}

export function removeRecord(records: Records, collection: Collection, { number, text }: StoredRecord): void {
  const { store } = records;
  const document = decodeDocument(text);
  store.documents.removeSync(documentKey(collection, number));
  store.ids.removeSync(idKeyOf(collection, document['_id']));
  for (const index of collection.indexes) removeIndexEntries(records, index, { document, number });
  records.listener?.(collection, document['_id'], text);
}

/** Replaces the document with this `_id`, or creates it. */
export function putRecord(records: Records, collection: Collection, document: Document): void {
  const stored = recordOf(records, collection, document['_id']);
  if (stored) replaceRecord(records, collection, stored, document);
  else insertRecord(records, collection, document);
}

/** Every document of every collection goes, in a write of its own; collections and indexes stay. */
export function eraseRecords({ store, catalog }: Records): void {
  store.write(() => {
    for (const table of [store.documents, store.ids, store.entries]) {
      for (const key of [...table.getKeys()]) table.removeSync(key);
    }
    for (const collection of catalog.list()) {
      collection.nextDocument = 1;
      for (const index of collection.indexes) {
        Object.assign(index, { multikey: index.keys.map(() => false), shortened: false });
      }
      catalog.save(collection);
    }
  });
}

/** Throws the error of a document above the size that can be stored. */
export function refuseTooLarge(document: Document): void {
  bytesOf(document);
}

function bytesOf(document: Document): Buffer {
  const bytes = Buffer.from(encode(document), 'utf8');
  if (bytes.length > limits.documentBytes) {
    throw databaseRefused(`document is larger than the limit of ${limits.documentBytes} bytes`);
  }
  return bytes;
}

function numberBytes(number: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(number, 0);
  return bytes;
}
