import { randomBytes } from 'node:crypto';
import { databaseRefused } from '../../cloud-error';
import { limits } from '../../limits';
import { count, select, type Reader, type Search } from './access';
import { openCatalog, type Catalog, type Collection, type CollectionDeclarations } from './catalog';
import { noCost, type Cost } from './cost';
import { openHistory } from './history';
import { declareCollections } from './indexes';
import { Locked, openLocks } from './locks';
import { openRecords, type ChangeListener, type Document } from './records';
import type { Criteria } from '../query/matching';
import { openStore, type Store, type StoreOptions } from './store';
import { documentLock, openTransactions, type Transactions } from './transactions';
import { applyUpdate } from '../update/update';
import { equalValues, isPlainObject } from '../values';
import { entriesOf } from './index-entries';

/** The local cloud's database, below the wire. Every write is durable when its promise resolves. */
export interface Database {
  store: Store;
  catalog: Catalog;
  reader: Reader;
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

interface Change {
  /** A MongoDB update document, or a whole document when `replace`. */
  data: Record<string, unknown>;
  replace: boolean;
  multi: boolean;
  upsert: boolean;
}

interface UpdateResult {
  updated: number;
  upsertId: unknown;
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
  const history = openHistory();
  const locks = openLocks();
  const reader: Reader = { store, records };

  const onChange: ChangeListener = (collection, id, before) =>
    history.record(documentLock(collection, id), before);
  const write = <T>(work: () => T): T => {
    const result = records.inOneWrite(work, onChange);
    history.tick();
    return result;
  };
  const transactions = openTransactions({
    records,
    history,
    locks,
    onChange,
    ...(options.transactionLifeMs ? { lifeMs: options.transactionLifeMs } : {}),
    tick: () => history.tick(),
  });

  /** Tries a plain write until no transaction holds what it touches. */
  async function plainWrite<T>(work: () => T): Promise<T> {
    const deadline = Date.now() + (options.lockWaitMs ?? limits.lockWaitMs);
    for (;;) {
      try {
        return write(work);
      } catch (error) {
        if (!(error instanceof Locked)) throw error;
        await locks.untilFree(error.key, deadline);
      }
    }
  }

  function refuseLocked(collection: Collection, document: Document): void {
    const keys = [documentLock(collection, document['_id'])];
    for (const index of collection.indexes) {
      if (!index.unique) continue;
      for (const value of entriesOf(index, document).values)
        keys.push(`unique ${index.number}:${value.toString('latin1')}`);
    }
    const locked = keys.find((key) => locks.holder(key) !== undefined);
    if (locked !== undefined) throw new Locked(locked);
  }

  function put(collection: Collection, document: Document): 'created' | 'updated' {
    refuseLocked(collection, document);
    const number = records.numberOf(collection, document['_id']);
    const before = number === undefined ? undefined : records.text(collection, number);
    if (number === undefined || before === undefined) {
      records.insert(collection, document);
      return 'created';
    }
    records.replace(collection, number, before, document);
    return 'updated';
  }

  function update(name: string, criteria: Criteria, change: Change, cost: Cost): UpdateResult {
    const collection = catalog.require(name);
    const search = { criteria, ...(change.multi ? {} : { limit: 1 }) };
    const found = select(reader, collection, search, cost);
    let updated = 0;
    for (const { number, text, document } of found) {
      refuseLocked(collection, document);
      const after = change.replace
        ? replacement(change.data, document['_id'])
        : applyUpdate(document, change.data);
      if (equalValues(after, document)) continue;
      refuseLocked(collection, after);
      records.replace(collection, number, text, after);
      updated++;
    }
    if (found.length > 0 || !change.upsert) return { updated, upsertId: null };
    const created = createdBy(criteria, change);
    refuseLocked(collection, created);
    records.insert(collection, created);
    return { updated: 0, upsertId: created['_id'] };
  }

  return {
    store,
    catalog,
    reader,
    transactions,
    createCollection: (name) => void store.write(() => catalog.create(name)),
    declare: (declarations) => declareCollections({ store, catalog, records }, declarations),
    find: (name, search, cost = noCost()) =>
      select(reader, catalog.require(name), search, cost).map((found) => found.document),
    count: (name, criteria, cost = noCost()) => count(reader, catalog.require(name), criteria, cost),
    insert: async (name, documents) => {
      const collection = catalog.require(name);
      const prepared = documents.map((document) => withId(document));
      await plainWrite(() => {
        for (const document of prepared) {
          refuseLocked(collection, document);
          records.insert(collection, document);
        }
      });
      return prepared.map((document) => document['_id']);
    },
    update: (name, criteria, change, cost = noCost()) =>
      plainWrite(() => update(name, criteria, change, cost)),
    remove: (name, criteria, multi, cost = noCost()) => {
      const collection = catalog.require(name);
      return plainWrite(() => {
        const found = select(reader, collection, { criteria, ...(multi ? {} : { limit: 1 }) }, cost);
        for (const { number, text, document } of found) {
          refuseLocked(collection, document);
          records.remove(collection, number, text);
        }
        return found.length;
      });
    },
    upsert: async (name, documents) => {
      const collection = catalog.require(name);
      await plainWrite(() => {
        for (const document of documents) put(collection, withId(document));
      });
    },
    clear: (name) => {
      const collection = catalog.require(name);
      write(() => {
        for (const { number, text } of select(reader, collection, { criteria: {} }, noCost())) {
          records.remove(collection, number, text);
        }
      });
    },
    eraseDocuments: () => {
      transactions.abortAll();
      records.eraseAll();
    },
    close: async () => {
      transactions.abortAll();
      await store.close();
    },
  };
}

/** Checks what may not be stored and gives an `_id` of the platform's form where there is none. */
export function withId(document: Document): Document {
  refuseBadFields(document);
  if (document['_id'] === undefined || document['_id'] === null || document['_id'] === '') {
    return { _id: newId(), ...omitId(document) };
  }
  if (Array.isArray(document['_id']) || document['_id'] instanceof RegExp) {
    throw databaseRefused("can't use a regex or an array for _id");
  }
  return document;
}

const omitId = ({ _id, ...rest }: Document): Document => rest;

const newId = (): string => randomBytes(16).toString('hex');

/** `$` begins operators, `.` joins paths: neither belongs in a stored field's name. */
function refuseBadFields(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseBadFields);
  if (!isPlainObject(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    if (field.startsWith('$'))
      throw databaseRefused(`The dollar ($) prefixed field '${field}' is not valid for storage`);
    if (field.includes('.')) throw databaseRefused(`The dotted field '${field}' is not valid for storage`);
    refuseBadFields(inner);
  }
}

function replacement(data: Record<string, unknown>, id: unknown): Document {
  if ('_id' in data && !equalValues(data['_id'], id)) {
    throw databaseRefused("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  refuseBadFields(data);
  return { _id: id, ...omitId(data) };
}

/** What an upsert that finds nothing creates: the query's equalities, then the change. */
function createdBy(criteria: Criteria, change: Change): Document {
  const id = criteria['_id'] ?? newId();
  if (isPlainObject(id)) throw databaseRefused('an upsert needs one _id');
  if (change.replace) return replacement(change.data, id);
  const equalities = Object.entries(criteria).filter(
    ([field, value]) => !field.startsWith('$') && !isPlainObject(value),
  );
  return applyUpdate({ _id: id, ...Object.fromEntries(equalities) }, change.data, true);
}
