import type { Criteria } from '../query/matching';
import { equalValues } from '../values';
import { select, type Search } from './access';
import type { Collection } from './catalog';
import { noCost, type Cost } from './cost';
import { writeRemembered, type History } from './history';
import { documentLock, Locked, uniqueLocks, type Locks } from './locks';
import { insertRecord, putRecord, removeRecord, replaceRecord } from './record-writes';
import type { Document, Records } from './records';
import { changedBy, createdBy, withId, type Change } from './storable';

/** What writes outside transactions stand on. */
export interface PlainWrites {
  records: Records;
  history: History;
  locks: Locks;
  /** How long a write waits for a document that a transaction holds. */
  waitMs: number;
}

export interface UpdateResult {
  updated: number;
  upsertId: unknown;
}

export async function insertDocuments(
  writes: PlainWrites,
  name: string,
  documents: Document[],
): Promise<unknown[]> {
  const { records } = writes;
  const collection = records.catalog.require(name);
  const prepared = documents.map((document) => withId(document));
  await whenFree(writes, () => {
    for (const document of prepared) {
      refuseLocked(writes, collection, document);
      insertRecord(records, collection, document);
    }
  });
  return prepared.map((document) => document['_id']);
}

export function updateDocuments(
  writes: PlainWrites,
  name: string,
  criteria: Criteria,
  change: Change,
  cost: Cost,
): Promise<UpdateResult> {
  return whenFree(writes, () => update(writes, name, criteria, change, cost));
}

export function removeDocuments(
  writes: PlainWrites,
  name: string,
  criteria: Criteria,
  multi: boolean,
  cost: Cost,
): Promise<number> {
  const { records } = writes;
  const collection = records.catalog.require(name);
  return whenFree(writes, () => {
    const found = select(records, collection, oneOrMany(criteria, multi), cost);
    for (const stored of found) {
      refuseLocked(writes, collection, stored.document);
      removeRecord(records, collection, stored);
    }
    return found.length;
  });
}

export async function upsertDocuments(
  writes: PlainWrites,
  name: string,
  documents: Document[],
): Promise<void> {
  const { records } = writes;
  const collection = records.catalog.require(name);
  await whenFree(writes, () => {
    for (const document of documents) {
      const prepared = withId(document);
      refuseLocked(writes, collection, prepared);
      putRecord(records, collection, prepared);
    }
  });
}

/** Empties a collection at once, whatever transactions hold of it. */
export function clearCollection({ records, history }: PlainWrites, name: string): void {
  const collection = records.catalog.require(name);
  writeRemembered(records, history, () => {
    for (const stored of select(records, collection, { criteria: {} }, noCost())) {
      removeRecord(records, collection, stored);
    }
  });
}

function update(
  writes: PlainWrites,
  name: string,
  criteria: Criteria,
  change: Change,
  cost: Cost,
): UpdateResult {
  const { records } = writes;
  const collection = records.catalog.require(name);
  const found = select(records, collection, oneOrMany(criteria, change.multi), cost);
  let updated = 0;
  for (const stored of found) {
    refuseLocked(writes, collection, stored.document);
    const after = changedBy(change, stored.document);
    if (equalValues(after, stored.document)) continue;
    refuseLocked(writes, collection, after);
    replaceRecord(records, collection, stored, after);
    updated++;
  }
  if (found.length > 0 || !change.upsert) return { updated, upsertId: null };
  const created = createdBy(criteria, change);
  refuseLocked(writes, collection, created);
  insertRecord(records, collection, created);
  return { updated: 0, upsertId: created['_id'] };
}

const oneOrMany = (criteria: Criteria, multi: boolean): Search => ({
  criteria,
  ...(multi ? {} : { limit: 1 }),
});

/** Tries a write until no transaction holds what it touches. */
async function whenFree<T>({ records, history, locks, waitMs }: PlainWrites, work: () => T): Promise<T> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    try {
      return writeRemembered(records, history, work);
    } catch (error) {
      if (!(error instanceof Locked)) throw error;
      await locks.untilFree(error.key, deadline);
    }
  }
}

function refuseLocked({ locks }: PlainWrites, collection: Collection, document: Document): void {
  const keys = [documentLock(collection, document['_id']), ...uniqueLocks(collection, document)];
  const locked = keys.find((key) => locks.holder(key) !== undefined);
  if (locked !== undefined) throw new Locked(locked);
}
