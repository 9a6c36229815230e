import { limits } from '../../limits';
import type { Criteria } from '../query/matching';
import { count, select, type Search } from './access';
import { openCatalog, type Catalog, type CollectionDeclarations } from './catalog';
import { noCost, type Cost } from './cost';
import { openHistory } from './history';
import { declareCollections } from './indexes';
import { openLocks } from './locks';
import {
  clearCollection,
  insertDocuments,
  removeDocuments,
  updateDocuments,
  upsertDocuments,
  type PlainWrites,
  type UpdateResult,
} from './plain-writes';
import { eraseRecords } from './record-writes';
import { openRecords, type Document, type Records } from './records';
import type { Change } from './storable';
import { openStore, type Store, type StoreOptions } from './store';
import { endAllTransactions, openTransactions, type Transactions } from './transactions';

/** The local cloud's database, below the wire. Every write is durable when its promise resolves. */
export interface Database {
  store: Store;
  catalog: Catalog;
  records: Records;
  transactions: Transactions;
  createCollection(name: string): void;
  declare(declarations: CollectionDeclarations): void;
  find(collection: string, search: Search, cost?: Cost): Document[];
  count(collection: string, criteria: Criteria, cost?: Cost): number;
  insert(collection: string, documents: Document[]): Promise<unknown[]>;
  update(collection: string, criteria: Criteria, change: Change, cost?: Cost): Promise<UpdateResult>;
  remove(collection: string, criteria: Criteria, multi: boolean, cost?: Cost): Promise<number>;
  /** Replaces whole documents by `_id` or creates them, in one write. */
  upsert(collection: string, documents: Document[]): Promise<void>;
  clear(collection: string): void;
  /** Empties every collection; open transactions end. */
  eraseDocuments(): void;
  close(): Promise<void>;
}

interface DatabaseOptions extends StoreOptions {
  /** Real milliseconds a transaction may live; the platform's 30 s unless a test cannot wait. */
  transactionLifeMs?: number;
  /** How long a plain write waits for a locked document; the platform's unless a test cannot wait. */
  lockWaitMs?: number;
}

export function openDatabase(options: DatabaseOptions): Database {
  const store = openStore(options);
  const catalog = openCatalog(store);
  const records = openRecords(store, catalog);
  const versions = { records, history: openHistory(), locks: openLocks() };
  const writes: PlainWrites = { ...versions, waitMs: options.lockWaitMs ?? limits.lockWaitMs };
  const lifeMs = options.transactionLifeMs ?? limits.transactionMs;
  const transactions = openTransactions({ ...versions, lifeMs });
  return {
    store,
    catalog,
    records,
    transactions,
    createCollection: (name) => void store.write(() => catalog.create(name)),
    declare: (declarations) => declareCollections(records, declarations),
    find: (name, search, cost = noCost()) =>
      select(records, catalog.require(name), search, cost).map((found) => found.document),
    count: (name, criteria, cost = noCost()) => count(records, catalog.require(name), criteria, cost),
    insert: (name, documents) => insertDocuments(writes, name, documents),
    update: (name, criteria, change, cost = noCost()) =>
      updateDocuments(writes, name, criteria, change, cost),
    remove: (name, criteria, multi, cost = noCost()) => removeDocuments(writes, name, criteria, multi, cost),
    upsert: (name, documents) => upsertDocuments(writes, name, documents),
    clear: (name) => clearCollection(writes, name),
    eraseDocuments: () => {
      endAllTransactions(transactions, 'aborted');
      eraseRecords(records);
    },
    close: async () => {
      endAllTransactions(transactions, 'aborted');
      await store.close();
    },
  };
}
