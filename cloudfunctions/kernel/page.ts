import * as v from 'valibot';
import type { CollectionName, Documents } from '../documents';
import type { Database, Query } from './database';

/** Rows of one page of a list. */
export const PAGE_SIZE = 20;

/** Where a page starts: how many rows came before, as the answer's `next` said. */
export const aPageStart = v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/, '分页位置不对')));
export const startOf = (after: string | undefined): number => Number(after ?? 0);

/** Cuts a page off rows that were read one longer than a page, and says where the next one starts. */
export const pageOf = <T>(rows: T[], start = 0, size = PAGE_SIZE): { list: T[]; next?: string } =>
  rows.length > size ? { list: rows.slice(0, size), next: String(start + size) } : { list: rows };

/** A page of what a query finds, read one row longer to know whether there is more. One round trip. */
export const pageFrom = async <C extends CollectionName>(
  db: Pick<Database, 'find'>,
  collection: C,
  query: Omit<Query, 'skip' | 'limit'>,
  after: string | undefined,
): Promise<{ list: Documents[C][]; next?: string }> => {
  const start = startOf(after);
  return pageOf(await db.find(collection, { ...query, skip: start, limit: PAGE_SIZE + 1 }), start);
};

/** The same with each document as it is answered. */
export const rowsFrom = async <C extends CollectionName, Row>(
  db: Pick<Database, 'find'>,
  collection: C,
  query: Omit<Query, 'skip' | 'limit'>,
  after: string | undefined,
  rowOf: (document: Documents[C]) => Row,
): Promise<{ list: Row[]; next?: string }> => {
  const page = await pageFrom(db, collection, query, after);
  return { ...page, list: page.list.map(rowOf) };
};

/** A page of what stands under a reader's name, newest first. One round trip. */
export const newestOf = <C extends CollectionName>(
  db: Pick<Database, 'find'>,
  collection: C,
  readerId: string,
  after: string | undefined,
): Promise<{ list: Documents[C][]; next?: string }> =>
  pageFrom(db, collection, { where: { readerId }, orderBy: [['at', 'desc']] }, after);

/** Rows that the platform gives in one answer. */
const ONE_ANSWER = 1000;

/** All that a query finds, however much it is. One round trip a thousand rows. */
export const everyOf = async <C extends CollectionName>(
  db: Pick<Database, 'find'>,
  collection: C,
  query: Omit<Query, 'skip' | 'limit'>,
): Promise<Documents[C][]> => {
  const all: Documents[C][] = [];
  for (;;) {
    const rows = await db.find(collection, { ...query, skip: all.length, limit: ONE_ANSWER });
    all.push(...rows);
    if (rows.length < ONE_ANSWER) return all;
  }
};
