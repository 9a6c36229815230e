import { decode, encode } from './database/wire/codec';
import type { Database } from './database/engine/database';
import { BadRequest } from './http/messages';
import type { Document } from '../../bulk/target';

/**
 * Many documents at once, for imports, seeds and tests. Values are canonical extended JSON, as on the SDK's
 * wire.
 */
export async function answerBulk(database: Database, request: Record<string, unknown>): Promise<object> {
  const { op, collection, docs, ids, query, limit } = revived(request);
  if (typeof collection !== 'string') throw new BadRequest('collection must be a text');
  const criteria = (query ?? {}) as Document;
  switch (op) {
    case 'insert':
      return { insertedIds: await database.insert(collection, documentsOf(docs)) };
    case 'upsert':
      await database.upsert(collection, documentsOf(docs));
      return { upserted: documentsOf(docs).length };
    case 'get':
      if (!Array.isArray(ids)) throw new BadRequest('ids must be an array');
      return dressed({ docs: database.find(collection, { criteria: { _id: { $in: ids } } }) });
    case 'find': {
      const search = { criteria, ...(typeof limit === 'number' ? { limit } : {}) };
      return dressed({ docs: database.find(collection, search) });
    }
    case 'count':
      return { count: database.count(collection, criteria) };
    case 'clear':
      database.clear(collection);
      return {};
    default:
      throw new BadRequest('op must be insert, upsert, get, find, count or clear');
  }
}

const revived = (request: Record<string, unknown>): Record<string, unknown> =>
  decode(JSON.stringify(request)) as Record<string, unknown>;

const dressed = (answer: object): object => JSON.parse(encode(answer)) as object;

function documentsOf(docs: unknown): Document[] {
  if (!Array.isArray(docs)) throw new BadRequest('docs must be an array');
  return docs as Document[];
}
