import { databaseRefused } from '../../cloud-error';
import { limits } from '../../limits';
import type { Catalog, Collection, Index } from './catalog';
import { decodeDocument, encode } from '../wire/codec';
import { entriesOf, type IndexEntries } from './index-entries';
import { afterPrefix, encodeValue } from './key-encoding';
import type { Store } from './store';

export type Document = Record<string, unknown>;

/** Called for every document that a write changes; `before` is its text before the write, if it was there. */
export type ChangeListener = (collection: Collection, id: unknown, before: string | undefined) => void;

/**
 * Documents with their index entries, kept together. The three writes are called inside `inOneWrite` only.
 */
export interface Records {
  numberOf(collection: Collection, id: unknown): number | undefined;
  text(collection: Collection, number: number): string | undefined;
  insert(collection: Collection, document: Document): void;
  replace(collection: Collection, number: number, before: string, after: Document): void;
  remove(collection: Collection, number: number, before: string): void;
  /** Throws the duplicate-key error if a document other than `own` has this document's unique values. */
  refuseDuplicates(collection: Collection, document: Document, own: number | undefined): void;
  /** Throws the error of a document above the size that can be stored. */
  refuseTooLarge(document: Document): void;
  /** One durable, atomic write; if the work throws, nothing of it remains. */
  inOneWrite<T>(work: () => T, onChange?: ChangeListener): T;
  addIndexEntries(collection: Collection, index: Index, document: Document, number: number): void;
  /** Every document of every collection goes; collections and indexes stay. */
  eraseAll(): void;
}

const PRESENT = Buffer.of(1);

export function openRecords(store: Store, catalog: Catalog): Records {
  let listener: ChangeListener | undefined;
  let undo: (() => void)[] = [];

  function insert(collection: Collection, document: Document): void {
    const id = document['_id'];
    const idKey = idKeyOf(collection, id);
    if (store.ids.doesExist(idKey)) throw duplicateKey(collection, '_id_', { _id: id });
    const number = collection.nextDocument++;
    store.ids.putSync(idKey, numberBytes(number));
    store.documents.putSync(documentKey(collection, number), textOf(document));
    for (const index of collection.indexes) addIndexEntries(collection, index, document, number);
    listener?.(collection, id, undefined);
  }

  function replace(collection: Collection, number: number, before: string, after: Document): void {
    const old = decodeDocument(before);
    store.documents.putSync(documentKey(collection, number), textOf(after));
    for (const index of collection.indexes) {
      const oldEntries = entriesOf(index, old);
      const newEntries = entriesOf(index, after);
      const kept = new Set(newEntries.values.map((value) => value.toString('latin1')));
      for (const value of oldEntries.values) {
        if (!kept.has(value.toString('latin1'))) store.entries.removeSync(entryKey(index, value, number));
      }
      putEntries(collection, index, newEntries, after, number);
    }
    listener?.(collection, old['_id'], before);
  }

  function remove(collection: Collection, number: number, before: string): void {
    const old = decodeDocument(before);
    store.documents.removeSync(documentKey(collection, number));
    store.ids.removeSync(idKeyOf(collection, old['_id']));
    for (const index of collection.indexes) {
      for (const value of entriesOf(index, old).values)
        store.entries.removeSync(entryKey(index, value, number));
    }
    listener?.(collection, old['_id'], before);
  }

  function addIndexEntries(collection: Collection, index: Index, document: Document, number: number): void {
    putEntries(collection, index, entriesOf(index, document), document, number);
  }

  function putEntries(
    c: Collection,
    index: Index,
    entries: IndexEntries,
    document: Document,
    number: number,
  ): void {
    if (index.unique) refuseTaken(c, index, entries, document, number);
    for (const value of entries.values) store.entries.putSync(entryKey(index, value, number), PRESENT);
    noteFlags(c, index, entries);
  }

  function refuseTaken(
    c: Collection,
    index: Index,
    entries: IndexEntries,
    document: Document,
    own?: number,
  ): void {
    for (const value of entries.values) {
      const start = Buffer.concat([indexPrefix(index), value]);
      for (const key of store.entries.getKeys({ start, end: afterPrefix(start) })) {
        if (key.readUInt32BE(key.length - 4) !== own)
          throw duplicateKey(c, index.name, keyValues(index, document));
      }
    }
  }

  function noteFlags(collection: Collection, index: Index, entries: IndexEntries): void {
    const multikey = index.multikey.map((flag, i) => flag || entries.multikey[i] === true);
    const shortened = index.shortened || entries.shortened;
    if (shortened === index.shortened && multikey.every((flag, i) => flag === index.multikey[i])) return;
    const before = { multikey: index.multikey, shortened: index.shortened };
    undo.push(() => Object.assign(index, before));
    Object.assign(index, { multikey, shortened });
    catalog.save(collection);
  }

  return {
    numberOf: (collection, id) => store.ids.get(idKeyOf(collection, id))?.readUInt32BE(),
    text: (collection, number) => store.documents.get(documentKey(collection, number))?.toString('utf8'),
    insert,
    replace,
    remove,
    addIndexEntries,
    refuseDuplicates: (collection, document, own) => {
      for (const index of collection.indexes) {
        if (index.unique) refuseTaken(collection, index, entriesOf(index, document), document, own);
      }
    },
    refuseTooLarge: (document) => void textOf(document),
    eraseAll: () =>
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
      }),
    inOneWrite: (work, onChange) => {
      const changes: Parameters<ChangeListener>[] = [];
      listener = onChange && ((...change) => changes.push(change));
      undo = [];
      try {
        const result = store.write(work);
        for (const change of changes) onChange?.(...change);
        return result;
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      } finally {
        listener = undefined;
      }
    },
  };
}

export function documentKey(collection: Pick<Collection, 'number'>, number: number): Buffer {
  const key = Buffer.allocUnsafe(6);
  key.writeUInt16BE(collection.number, 0);
  key.writeUInt32BE(number, 2);
  return key;
}

export function indexPrefix(index: Index): Buffer {
  const prefix = Buffer.allocUnsafe(2);
  prefix.writeUInt16BE(index.number, 0);
  return prefix;
}

export function entryKey(index: Index, value: Buffer, number: number): Buffer {
  const key = Buffer.allocUnsafe(2 + value.length + 4);
  key.writeUInt16BE(index.number, 0);
  value.copy(key, 2);
  key.writeUInt32BE(number, 2 + value.length);
  return key;
}

export function idKeyOf(collection: Collection, id: unknown): Buffer {
  const prefix = Buffer.allocUnsafe(2);
  prefix.writeUInt16BE(collection.number, 0);
  return Buffer.concat([prefix, encodeValue(id).bytes]);
}

function numberBytes(number: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(number, 0);
  return bytes;
}

function textOf(document: Document): Buffer {
  const bytes = Buffer.from(encode(document), 'utf8');
  if (bytes.length > limits.documentBytes) {
    throw databaseRefused(`document is larger than the limit of ${limits.documentBytes} bytes`);
  }
  return bytes;
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
function duplicateKey(collection: Collection, index: string, values: Record<string, unknown>): Error {
  const key = JSON.stringify(values).replace(/"(\w+)":/g, ' $1: ');
  return databaseRefused(
    `E11000 duplicate key error collection: shuxiang.${collection.name} index: ${index} dup key: ${key}`,
  );
}
