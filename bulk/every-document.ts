import type { BulkTarget } from './target';

const PAGE = 500;

/** The documents of a collection in the order of their ids, a page at a time. */
export async function* everyDocument<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
): AsyncGenerator<T> {
  for await (const page of everyPage<T>(target, collection)) yield* page;
}

export async function* everyPage<T extends { _id: string }>(
  target: BulkTarget,
  collection: string,
): AsyncGenerator<T[]> {
  let last = '';
  for (;;) {
    const page = (await target.find(collection, { _id: { $gt: last } }, PAGE)) as unknown as T[];
    if (page.length === 0) return;
    const ordered = page.every(({ _id }, n) => _id > (n === 0 ? last : page[n - 1]!._id));
    if (!ordered)
      throw new Error(`${collection}: the database does not give documents in the order of their ids`);
    yield page;
    last = page.at(-1)!._id;
  }
}
