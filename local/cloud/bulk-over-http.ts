import type { BulkTarget, Document } from '../../bulk/target';
import { decode, encode } from './database/wire/codec';

/** A bulk target in another process: the developer's address of a running local cloud. */
export function bulkOverHttp(url: string): BulkTarget & { clear(collection: string): Promise<void> } {
  async function ask(request: Record<string, unknown>): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}/dev/db`, { method: 'POST', body: encode(request) });
    const answer = decode(await response.text()) as Record<string, unknown>;
    if (!response.ok) throw new Error(String(answer['errMsg'] ?? `HTTP ${response.status}`));
    return answer;
  }
  return {
    get: async (collection, ids) => (await ask({ op: 'get', collection, ids }))['docs'] as Document[],
    find: async (collection, query, limit) =>
      (await ask({ op: 'find', collection, query, limit }))['docs'] as Document[],
    upsert: async (collection, docs) => {
      await ask({ op: 'upsert', collection, docs });
    },
    count: async (collection, query = {}) =>
      (await ask({ op: 'count', collection, query }))['count'] as number,
    clear: async (collection) => {
      await ask({ op: 'clear', collection });
    },
  };
}
