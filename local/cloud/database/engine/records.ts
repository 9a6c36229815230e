import type { Catalog, Collection } from './catalog';
import { documentKey, idKeyOf } from './record-keys';
import type { Store } from './store';

export type Document = Record<string, unknown>;

/** Called for every document that a write changes; `before` is its text before the write, if it was there. */
type ChangeListener = (collection: Collection, id: unknown, before: string | undefined) => void;

/** Documents with their index entries, kept together, and the write that is under way. */
export interface Records {
  store: Store;
  catalog: Catalog;
  listener: ChangeListener | undefined;
  /** Puts back what the write changed in memory, should it come to nothing. */
  undo: (() => void)[];
}

/** A document as it is kept. */
export interface StoredRecord {
  number: number;
  text: string;
}

export function openRecords(store: Store, catalog: Catalog): Records {
  return { store, catalog, listener: undefined, undo: [] };
}

export function numberOf({ store }: Records, collection: Collection, id: unknown): number | undefined {
  return store.ids.get(idKeyOf(collection, id))?.readUInt32BE();
}

export function textOf({ store }: Records, collection: Collection, number: number): string | undefined {
  return store.documents.get(documentKey(collection, number))?.toString('utf8');
}

export function recordOf(records: Records, collection: Collection, id: unknown): StoredRecord | undefined {
  const number = numberOf(records, collection, id);
  const text = number === undefined ? undefined : textOf(records, collection, number);
  return number === undefined || text === undefined ? undefined : { number, text };
}

/** One durable, atomic write; if the work throws, nothing of it remains. */
export function inOneWrite<T>(records: Records, work: () => T, onChange?: ChangeListener): T {
  const changes: Parameters<ChangeListener>[] = [];
  records.listener = onChange && ((...change) => changes.push(change));
  records.undo = [];
  try {
    const result = records.store.write(work);
    for (const change of changes) onChange?.(...change);
    return result;
  } catch (error) {
    for (const step of records.undo.reverse()) step();
    throw error;
  } finally {
    records.listener = undefined;
  }
}
