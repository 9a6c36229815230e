import type { BulkTarget, Document } from '../../local/cloud/bulk';

/** A BulkTarget in memory for tests, with two branches, that counts what is written. */
export function memoryTarget() {
  const collections = new Map<string, Map<string, Document>>();
  const of = (name: string) => collections.get(name) ?? collections.set(name, new Map()).get(name)!;
  of('branches').set('main', { _id: 'main', order: 1 }).set('children', { _id: 'children', order: 2 });
  const written = { documents: 0, largest: 0 };
  const target: BulkTarget = {
    get: async (name, ids) =>
      ids.flatMap((id): Document[] => {
        const found = of(name).get(id);
        return found ? [structuredClone(found)] : [];
      }),
    find: async (name) => [...of(name).values()],
    count: async (name) => of(name).size,
    upsert: async (name, documents) => {
      written.documents += documents.length;
      written.largest = Math.max(written.largest, documents.length);
      for (const document of documents) of(name).set(String(document._id), structuredClone(document));
    },
  };
  const list = (name: string) => [...of(name).values()];
  return { target, list, written };
}
