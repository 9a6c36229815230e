import type { BulkTarget, Document } from '../../bulk/target';
import type { CloudDatabase, CloudDocument } from './cloud-database';
import { WechatError } from './wechat-api';

/** Nothing documents how long a statement may be: a batch of new documents ends at either of these. */
const MOST_DOCUMENTS = 50;
const MOST_CHARACTERS = 100_000;
const TRIES = 3;
/** Documents remembered as they were read. Far more than the importer reads before it writes. */
const REMEMBERED = 20_000;

/**
 * The real cloud as the importer writes to it, while the library is open: new documents are added and can
 * replace nothing, and of a changed document only the fields that changed are written, so that a loan made
 * meanwhile at a desk stays.
 */
export function catalogueTarget(database: CloudDatabase, options: { dryRun?: boolean } = {}): BulkTarget {
  const read = new Map<string, CloudDocument>();
  const remember = (collection: string, documents: CloudDocument[]) => {
    for (const document of documents) {
      const key = `${collection}/${document._id}`;
      read.delete(key);
      read.set(key, document);
    }
    for (const key of read.keys()) {
      if (read.size <= REMEMBERED) break;
      read.delete(key);
    }
  };
  return {
    get: async (collection, ids) => {
      const found = await database.get(collection, ids);
      remember(collection, found);
      return found;
    },
    find: (collection, query) => database.find(collection, query),
    count: (collection, query = {}) => database.count(collection, query),
    upsert: async (collection, documents) => {
      if (options.dryRun) return;
      const fresh: CloudDocument[] = [];
      for (const document of documents.map(withId)) {
        const before = read.get(`${collection}/${document._id}`);
        if (before) await change(database, collection, before, document);
        else fresh.push(document);
      }
      for (const batch of batchesOf(fresh)) await addAll(database, collection, batch);
      remember(collection, fresh);
    },
  };
}

async function change(
  database: CloudDatabase,
  collection: string,
  before: CloudDocument,
  after: CloudDocument,
): Promise<void> {
  const fields = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  if (fields.length > 0) await database.change(collection, after._id, Object.fromEntries(fields));
}

/** When it is unknown whether a batch came in, what is there now tells. */
async function addAll(database: CloudDatabase, collection: string, batch: CloudDocument[]): Promise<void> {
  let left = batch;
  for (let tries = 1; left.length > 0; tries++) {
    try {
      return await database.add(collection, left);
    } catch (error) {
      if (!(error instanceof WechatError) || error.endsAll || !error.passing || tries === TRIES) throw error;
      const there = await database.existing(
        collection,
        left.map(({ _id }) => _id),
      );
      left = left.filter(({ _id }) => !there.has(_id));
    }
  }
}

function* batchesOf(documents: CloudDocument[]): Generator<CloudDocument[]> {
  let batch: CloudDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    const own = JSON.stringify(document).length;
    if (batch.length > 0 && (batch.length === MOST_DOCUMENTS || characters + own > MOST_CHARACTERS)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(document);
    characters += own;
  }
  if (batch.length > 0) yield batch;
}

function withId(document: Document): CloudDocument {
  if (typeof document._id !== 'string') throw new Error('a document without an _id cannot be imported');
  return { ...document, _id: document._id };
}
