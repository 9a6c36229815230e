import { Query } from 'mingo';
import type { BulkTarget, Document } from './target';

/** A BulkTarget in memory for tests, with two branches, that counts what is written. */
export function memoryTarget() {
  const collections = new Map<string, Map<string, Document>>();
  const of = (name: string) => collections.get(name) ?? collections.set(name, new Map()).get(name)!;
  of('branches')
    .set('main', { _id: 'main', name: '总馆', order: 1 })
    .set('children', { _id: 'children', name: '少儿馆', order: 2 });
  const written = { documents: 0, largest: 0 };
  const matchingIn = (name: string, query: object) => {
    const matching = new Query(query);
    return [...of(name).values()].filter((document) => matching.test(document));
  };
  const target: BulkTarget = {
    get: async (name, ids) =>
      ids.flatMap((id): Document[] => {
        const found = of(name).get(id);
        return found ? [structuredClone(found)] : [];
      }),
    find: async (name, query, limit) =>
      matchingIn(name, query)
        .sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
        .slice(0, limit)
        .map((document) => structuredClone(document)),
    count: async (name, query = {}) => matchingIn(name, query).length,
    upsert: async (name, documents) => {
      written.documents += documents.length;
      written.largest = Math.max(written.largest, documents.length);
      for (const document of documents) of(name).set(String(document._id), structuredClone(document));
    },
  };
  const list = (name: string) => [...of(name).values()];
  return { target, list, written };
}
