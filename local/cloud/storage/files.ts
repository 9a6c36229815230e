import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../database/engine/store';

/** Uploaded files: bytes in a folder, what is known of them in the database. */
export interface Files {
  put(path: string, bytes: Buffer): StoredFile;
  find(path: string): StoredFile | undefined;
  findByAddress(address: string): StoredFile | undefined;
  remove(path: string): boolean;
  list(): StoredFile[];
  /** Where the bytes are. */
  locate(file: StoredFile): string;
}

export interface StoredFile {
  path: string;
  size: number;
  /** SHA-1 of the bytes, also their address for caches. */
  etag: string;
  /** Name of the file in the folder; a new upload to the same path takes a new one. */
  stored: string;
}

export function openFiles(store: Store, folder: string): Files {
  mkdirSync(folder, { recursive: true });
  const findByAddress = (address: string): StoredFile | undefined => {
    const kept = store.files.get(address);
    return kept === undefined ? undefined : (JSON.parse(kept) as StoredFile);
  };
  const find = (path: string): StoredFile | undefined => findByAddress(addressOf(path));
  const locate = (file: StoredFile): string => join(folder, file.stored);
  return {
    find,
    findByAddress,
    locate,
    put: (path, bytes) => {
      const before = find(path);
      const etag = createHash('sha1').update(bytes).digest('hex');
      const file: StoredFile = { path, size: bytes.length, etag, stored: randomUUID() };
      const unfinished = `${locate(file)}.part`;
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, locate(file));
      store.write(() => store.files.putSync(addressOf(path), JSON.stringify(file)));
      if (before) rmSync(locate(before), { force: true });
      return file;
    },
    remove: (path) => {
      const file = find(path);
      if (!file) return false;
      store.write(() => store.files.removeSync(addressOf(path)));
      rmSync(locate(file), { force: true });
      return true;
    },
    list: () =>
      [...store.files.getRange()]
        .map(({ value }) => JSON.parse(value) as StoredFile)
        .filter((file) => existsSync(locate(file))),
  };
}

/** A file's name in addresses and in the store: paths may be longer than a key, and hold any character. */
export const addressOf = (path: string): string => createHash('sha256').update(path).digest('hex');
