import type { CollectionName, Documents } from '../../documents';
import type { Database } from '../../kernel/database';

/** Rows of one list: the platform gives no more in one answer. */
const MOST_ROWS = 1000;

/** All of a collection that is a reader's, newest first. */
export const newestRows =
  (db: Database, readerId: string) =>
  <C extends CollectionName>(collection: C, newestBy: string): Promise<Documents[C][]> =>
    db.find(collection, { where: { readerId }, orderBy: [[newestBy, 'desc']], limit: MOST_ROWS });
