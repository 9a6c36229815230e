import { open, type Database, type RootDatabase } from 'lmdb';
import { lockFolder } from './folder-lock';

/**
 * The tables of the data folder. Writes happen only inside `write`, which is one LMDB transaction: all of it
 * is on disk when it returns (flushed with fsync unless `flush` is off), or, if it throws or the process
 * dies, none of it. Everything is synchronous, so nothing runs between the reads and the writes of one
 * `write`.
 */
export interface Store {
  /** What is known of collections and indexes, as JSON by name. */
  catalog: Table<string, string>;
  /** Collection number and document number → the document in extended JSON. */
  documents: Table<Buffer, Buffer>;
  /** Collection number and encoded `_id` → document number. */
  ids: Table<Buffer, Buffer>;
  /** Index number, encoded values and document number → nothing. */
  entries: Table<Buffer, Buffer>;
  /** Uploaded files, as JSON by cloud path. */
  files: Table<string, string>;
  /** Small facts the services keep: the clock's offset, granted subscriptions. */
  facts: Table<string, string>;
  write<T>(work: () => T): T;
  /** Tells after each write that stands; gives back how to stop telling. */
  onWrite(listener: () => void): () => void;
  close(): Promise<void>;
}

export type Table<K extends string | Buffer, V> = Database<V, K>;

export interface StoreOptions {
  folder: string;
  /**
   * Wait for the disk at each commit. A killed process loses nothing either way; a power cut may, without it.
   */
  flush?: boolean;
}

export function openStore({ folder, flush = true }: StoreOptions): Store {
  const lock = lockFolder(folder);
  const root = open({ path: `${folder}/database`, noSubdir: false, maxDbs: 16, noSync: !flush });
  const listeners = new Set<() => void>();
  const text = (name: string): Table<string, string> => root.openDB({ name, encoding: 'string' });
  const bytes = (name: string): Table<Buffer, Buffer> =>
    root.openDB({ name, encoding: 'binary', keyEncoding: 'binary' });
  return {
    catalog: text('catalog'),
    documents: bytes('documents'),
    ids: bytes('ids'),
    entries: bytes('entries'),
    files: text('files'),
    facts: text('facts'),
    write: (work) => {
      const done = writeOnce(root, work);
      for (const listener of listeners) listener();
      return done;
    },
    onWrite: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await root.close();
      lock.release();
    },
  };
}

function writeOnce<T>(root: RootDatabase, work: () => T): T {
  return root.transactionSync(work);
}
