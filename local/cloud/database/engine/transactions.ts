import { randomUUID } from 'node:crypto';
import { CloudError, databaseRefused } from '../../cloud-error';
import { limits } from '../../limits';
import type { Collection } from './catalog';
import { decodeDocument, encode } from '../wire/codec';
import { entriesOf } from './index-entries';
import type { History } from './history';
import type { Locks } from './locks';
import type { ChangeListener, Document, Records } from './records';
import { applyUpdate } from '../update/update';
import { equalValues } from '../values';

/** A transaction's own writes stay here until it commits; `undefined` is a removed document. */
interface Transaction {
  id: string;
  /** The function call it belongs to, to find writes that silently ran outside it. */
  invocation: string | undefined;
  since: number;
  writes: Map<string, { collection: Collection; id: unknown; document: Document | undefined }>;
  expiry: NodeJS.Timeout;
}

export interface Transactions {
  start(invocation: string | undefined): string;
  get(id: string, collection: Collection, documentId: unknown): Document | undefined;
  insert(id: string, collection: Collection, documents: Document[]): void;
  update(id: string, collection: Collection, documentId: unknown, update: Record<string, unknown>): boolean;
  set(id: string, collection: Collection, document: Document): 'created' | 'updated' | 'unchanged';
  remove(id: string, collection: Collection, documentId: unknown): boolean;
  commit(id: string): void;
  abort(id: string): void;
  isOpenIn(invocation: string | undefined): boolean;
  abortAll(): void;
  /** Ends every open one as if its life were over. */
  expireAll(): void;
}

interface TransactionParts {
  records: Records;
  history: History;
  locks: Locks;
  onChange: ChangeListener;
  /** Ends one write in the history. */
  tick: () => void;
  lifeMs?: number;
}

export const documentLock = (collection: Collection, id: unknown): string =>
  `${collection.number}:${encode(id)}`;

export function openTransactions(parts: TransactionParts): Transactions {
  const { records, history, locks, onChange } = parts;
  const open = new Map<string, Transaction>();
  /** Ended ones are remembered a while, so that a late abort is no error. */
  const ended = new Map<string, 'committed' | 'aborted' | 'expired'>();

  function end(transaction: Transaction, how: 'committed' | 'aborted' | 'expired'): void {
    clearTimeout(transaction.expiry);
    open.delete(transaction.id);
    ended.set(transaction.id, how);
    if (ended.size > 1000) ended.delete(ended.keys().next().value as string);
    history.close();
    locks.release(transaction.id);
  }

  function live(id: string): Transaction {
    const transaction = open.get(id);
    if (transaction) return transaction;
    const why =
      ended.get(id) === 'expired' ? `lived longer than ${limits.transactionMs / 1000} s` : 'is not open';
    throw new CloudError('DATABASE_TRANSACTION_FAIL', `[FailedOperation] the transaction ${why}`);
  }

  function read(transaction: Transaction, collection: Collection, id: unknown): Document | undefined {
    const key = documentLock(collection, id);
    const own = transaction.writes.get(key);
    if (own) return own.document;
    const old = history.asOf(key, transaction.since);
    if (old) return old.text === undefined ? undefined : decodeDocument(old.text);
    const number = records.numberOf(collection, id);
    const text = number === undefined ? undefined : records.text(collection, number);
    return text === undefined ? undefined : decodeDocument(text);
  }

  /** Takes the lock for a write, or ends the transaction: MongoDB aborts it at the first conflict. */
  function lock(transaction: Transaction, key: string): void {
    const holder = locks.holder(key);
    if ((holder !== undefined && holder !== transaction.id) || history.changedSince(key, transaction.since)) {
      end(transaction, 'aborted');
      throw conflict();
    }
    locks.take(key, transaction.id);
  }

  function write(
    transaction: Transaction,
    collection: Collection,
    id: unknown,
    document: Document | undefined,
  ): void {
    const key = documentLock(collection, id);
    lock(transaction, key);
    if (document) {
      records.refuseTooLarge(document);
      lockUniqueValues(transaction, collection, document);
      records.refuseDuplicates(collection, document, records.numberOf(collection, id));
    }
    transaction.writes.set(key, { collection, id, document });
  }

  /** As MongoDB: what would change nothing is no write, so it takes no lock and meets no conflict. */
  function writeIfChanged(
    transaction: Transaction,
    collection: Collection,
    before: Document,
    after: Document,
  ): boolean {
    if (equalValues(after, before)) return false;
    write(transaction, collection, before['_id'], after);
    return true;
  }

  /** Two open transactions cannot both mean to take one unique value. */
  function lockUniqueValues(transaction: Transaction, collection: Collection, document: Document): void {
    for (const index of collection.indexes) {
      if (!index.unique) continue;
      for (const value of entriesOf(index, document).values) {
        lock(transaction, `unique ${index.number}:${value.toString('latin1')}`);
      }
    }
  }

  /** An error of one operation ends the whole transaction, as in MongoDB. */
  function endingOnError<T>(transaction: Transaction, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (open.has(transaction.id)) end(transaction, 'aborted');
      throw error;
    }
  }

  function commit(id: string): void {
    const transaction = live(id);
    endingOnError(transaction, () =>
      records.inOneWrite(() => {
        for (const { collection, id: documentId, document } of transaction.writes.values()) {
          applyWrite(collection, documentId, document);
        }
      }, onChange),
    );
    parts.tick();
    end(transaction, 'committed');
  }

  function applyWrite(collection: Collection, id: unknown, document: Document | undefined): void {
    const number = records.numberOf(collection, id);
    const before = number === undefined ? undefined : records.text(collection, number);
    if (number === undefined || before === undefined) {
      if (document) records.insert(collection, document);
    } else if (document) records.replace(collection, number, before, document);
    else records.remove(collection, number, before);
  }

  return {
    start: (invocation) => {
      const id = randomUUID();
      const expiry = setTimeout(() => {
        const transaction = open.get(id);
        if (transaction) end(transaction, 'expired');
      }, parts.lifeMs ?? limits.transactionMs);
      expiry.unref();
      history.open();
      open.set(id, { id, invocation, since: history.moment(), writes: new Map(), expiry });
      return id;
    },
    get: (id, collection, documentId) => read(live(id), collection, documentId),
    insert: (id, collection, documents) => {
      const transaction = live(id);
      endingOnError(transaction, () => {
        for (const document of documents) {
          if (read(transaction, collection, document['_id'])) throw duplicateId(collection, document['_id']);
          write(transaction, collection, document['_id'], document);
        }
      });
    },
    update: (id, collection, documentId, update) => {
      const transaction = live(id);
      return endingOnError(transaction, () => {
        const document = read(transaction, collection, documentId);
        if (!document) return false;
        return writeIfChanged(transaction, collection, document, applyUpdate(document, update));
      });
    },
    set: (id, collection, document) => {
      const transaction = live(id);
      return endingOnError(transaction, () => {
        const before = read(transaction, collection, document['_id']);
        if (before) {
          return writeIfChanged(transaction, collection, before, document) ? 'updated' : 'unchanged';
        }
        write(transaction, collection, document['_id'], document);
        return 'created';
      });
    },
    remove: (id, collection, documentId) => {
      const transaction = live(id);
      return endingOnError(transaction, () => {
        if (!read(transaction, collection, documentId)) return false;
        write(transaction, collection, documentId, undefined);
        return true;
      });
    },
    commit,
    abort: (id) => {
      const transaction = open.get(id);
      if (transaction) end(transaction, 'aborted');
      else if (ended.get(id) === 'committed') {
        throw new CloudError('DATABASE_TRANSACTION_FAIL', '[FailedOperation] the transaction was committed');
      }
    },
    isOpenIn: (invocation) =>
      invocation !== undefined &&
      [...open.values()].some((transaction) => transaction.invocation === invocation),
    abortAll: () => {
      for (const transaction of [...open.values()]) end(transaction, 'aborted');
    },
    expireAll: () => {
      for (const transaction of [...open.values()]) end(transaction, 'expired');
    },
  };
}

/** What a transaction hears that lost a document to another. */
export function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
      'Please check your request, but if the problem persists, contact us.',
  );
}

function duplicateId(collection: Collection, id: unknown): CloudError {
  return databaseRefused(
    `E11000 duplicate key error collection: shuxiang.${collection.name} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`,
  );
}
