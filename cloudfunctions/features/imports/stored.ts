import type { CollectionName, Documents } from '../../documents';
import type { Database } from '../../kernel/database';

/** The platform's limit of one answer is 1000; of documents half of it stays far below its megabytes. */
const MOST_IDS = 500;

/** Documents by their ids. */
export const storedOf = async <C extends CollectionName>(
  db: Database,
  collection: C,
  ids: readonly string[],
): Promise<Map<string, Documents[C]>> => {
  const stored = new Map<string, Documents[C]>();
  for (let start = 0; start < ids.length; start += MOST_IDS)
    for (const document of await db.getMany(collection, ids.slice(start, start + MOST_IDS)))
      stored.set(document._id, document);
  return stored;
};
