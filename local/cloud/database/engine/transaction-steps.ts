import { CloudError, databaseRefused } from '../../cloud-error';
import { applyUpdate } from '../update/update';
import { equalValues } from '../values';
import { decodeDocument } from '../wire/codec';
import type { Collection } from './catalog';
import { writeRemembered } from './history';
import { documentLock, uniqueLocks } from './locks';
import { refuseDuplicates } from './record-entries';
import { putRecord, refuseTooLarge, removeRecord } from './record-writes';
import { numberOf, recordOf, type Document } from './records';
import { endTransaction, liveTransaction, type Transaction, type Transactions } from './transactions';

// What can be done inside a transaction, named by its id.

export function getInside(
  transactions: Transactions,
  id: string,
  collection: Collection,
  documentId: unknown,
): Document | undefined {
  return read(transactions, liveTransaction(transactions, id), collection, documentId);
}

export function insertInside(
  transactions: Transactions,
  id: string,
  collection: Collection,
  documents: Document[],
): void {
  inside(transactions, id, (transaction) => {
    for (const document of documents) {
      if (read(transactions, transaction, collection, document['_id']))
        throw duplicateId(collection, document['_id']);
      write(transactions, transaction, collection, document['_id'], document);
    }
  });
}

/** False where there is nothing to update, or nothing that would change. */
export function updateInside(
  transactions: Transactions,
  id: string,
  collection: Collection,
  documentId: unknown,
  update: Record<string, unknown>,
): boolean {
  return inside(transactions, id, (transaction) => {
    const document = read(transactions, transaction, collection, documentId);
    if (!document) return false;
    return writeIfChanged(transactions, transaction, collection, document, applyUpdate(document, update));
  });
}

export function setInside(
  transactions: Transactions,
  id: string,
  collection: Collection,
  document: Document,
): 'created' | 'updated' | 'unchanged' {
  return inside(transactions, id, (transaction) => {
    const before = read(transactions, transaction, collection, document['_id']);
    if (before) {
      return writeIfChanged(transactions, transaction, collection, before, document)
        ? 'updated'
        : 'unchanged';
    }
    write(transactions, transaction, collection, document['_id'], document);
    return 'created';
  });
}

export function removeInside(
  transactions: Transactions,
  id: string,
  collection: Collection,
  documentId: unknown,
): boolean {
  return inside(transactions, id, (transaction) => {
    if (!read(transactions, transaction, collection, documentId)) return false;
    write(transactions, transaction, collection, documentId, undefined);
    return true;
  });
}

export function commitTransaction(transactions: Transactions, id: string): void {
  const { records, history } = transactions;
  inside(transactions, id, (transaction) => {
    writeRemembered(records, history, () => {
      for (const { collection, id: documentId, document } of transaction.writes.values()) {
        if (document) putRecord(records, collection, document);
        else {
          const stored = recordOf(records, collection, documentId);
          if (stored) removeRecord(records, collection, stored);
        }
      }
    });
    endTransaction(transactions, transaction, 'committed');
  });
}

/** An error of one step ends the whole transaction, as in MongoDB. */
function inside<T>(transactions: Transactions, id: string, step: (transaction: Transaction) => T): T {
  const transaction = liveTransaction(transactions, id);
  try {
    return step(transaction);
  } catch (error) {
    if (transactions.open.has(id)) endTransaction(transactions, transaction, 'aborted');
    throw error;
  }
}

function read(
  { records, history }: Transactions,
  transaction: Transaction,
  collection: Collection,
  id: unknown,
): Document | undefined {
  const key = documentLock(collection, id);
  const own = transaction.writes.get(key);
  if (own) return own.document;
  const kept = history.asOf(key, transaction.since) ?? recordOf(records, collection, id);
  return kept?.text === undefined ? undefined : decodeDocument(kept.text);
}

function write(
  transactions: Transactions,
  transaction: Transaction,
  collection: Collection,
  id: unknown,
  document: Document | undefined,
): void {
  const key = documentLock(collection, id);
  lock(transactions, transaction, key);
  if (document) {
    refuseTooLarge(document);
    for (const value of uniqueLocks(collection, document)) lock(transactions, transaction, value);
    const { records } = transactions;
    refuseDuplicates(records, collection, { document, number: numberOf(records, collection, id) });
  }
  transaction.writes.set(key, { collection, id, document });
}

/** As MongoDB: what would change nothing is no write, so it takes no lock and meets no conflict. */
function writeIfChanged(
  transactions: Transactions,
  transaction: Transaction,
  collection: Collection,
  before: Document,
  after: Document,
): boolean {
  if (equalValues(after, before)) return false;
  write(transactions, transaction, collection, before['_id'], after);
  return true;
}

/** Takes the lock for a write, or ends the transaction: MongoDB aborts it at the first conflict. */
function lock({ locks, history }: Transactions, { id, since }: Transaction, key: string): void {
  const holder = locks.holder(key);
  if ((holder !== undefined && holder !== id) || history.changedSince(key, since)) throw conflict();
  locks.take(key, id);
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
