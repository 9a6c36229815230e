import { CloudError } from '../../cloud-error';
import { encode } from '../wire/codec';
import type { Collection } from './catalog';
import { entriesOf } from './index-entries';
import type { Document } from './records';

/**
 * Which transaction holds which document or unique value. Plain writes wait; other transactions fail at once.
 */
export interface Locks {
  holder(key: string): string | undefined;
  take(key: string, transactionId: string): void;
  release(transactionId: string): void;
  /** Resolves when the key is free; rejects as the cloud does when that takes too long. */
  untilFree(key: string, deadline: number): Promise<void>;
}

export function openLocks(): Locks {
  const held = new Map<string, string>();
  let waiting: { key: string; wake: () => void }[] = [];
  return {
    holder: (key) => held.get(key),
    take: (key, transactionId) => {
      held.set(key, transactionId);
    },
    release: (transactionId) => {
      for (const [key, holder] of held) if (holder === transactionId) held.delete(key);
      const free = waiting.filter(({ key }) => !held.has(key));
      waiting = waiting.filter(({ key }) => held.has(key));
      for (const { wake } of free) wake();
    },
    untilFree: (key, deadline) =>
      new Promise((resolve, reject) => {
        const waiter = { key, wake: (): void => finish(resolve) };
        const timer = setTimeout(
          () => {
            waiting = waiting.filter((other) => other !== waiter);
            reject(new CloudError('SERVER_TIMEOUT', 'the document stayed locked by a transaction'));
          },
          Math.max(0, deadline - Date.now()),
        );
        const finish = (done: () => void): void => {
          clearTimeout(timer);
          done();
        };
        waiting.push(waiter);
      }),
  };
}

/** What stands for a document among the locks. */
export const documentLock = (collection: Collection, id: unknown): string =>
  `${collection.number}:${encode(id)}`;

/** What stands for the unique values of a document: no two open transactions may mean to take the same. */
export function* uniqueLocks(collection: Collection, document: Document): Iterable<string> {
  for (const index of collection.indexes) {
    if (!index.unique) continue;
    for (const value of entriesOf(index, document).values) {
      yield `unique ${index.number}:${value.toString('latin1')}`;
    }
  }
}

/** Thrown out of a plain write that met a locked document; the write is tried again when it is free. */
export class Locked extends Error {
  readonly key: string;

  constructor(key: string) {
    super('locked by a transaction');
    this.key = key;
  }
}
