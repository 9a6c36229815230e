import type { CollectionName, Documents } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, type Database } from '../../kernel/database';
import { indexBuilder } from '../../search/index/build';
import { INDEXED_FIELDS, titleForIndex } from '../../views/title-for-index';
import { BRANCH_FIELDS, hasPlace } from './titles-to-index';

/** Rows of one answer of the database. */
const PAGE = 1000;

/** The whole catalogue as bytes: every title and every copy is read once, in the order of their ids. */
export const buildSnapshot = async ({
  db,
}: Pick<JobContext, 'db'>): Promise<{ bytes: Uint8Array; titles: number }> => {
  const places = await branchesOfTitles(db);
  const builder = indexBuilder();
  let titles = 0;
  for await (const page of pagesOf(db, 'titles', INDEXED_FIELDS)) {
    for (const title of page) builder.add(titleForIndex(title, places(title._id)));
    titles += page.length;
  }
  return { bytes: builder.finish(), titles };
};

/** The branches of every title. Titles are many and sets of branches few: each set is kept once. */
const branchesOfTitles = async (db: Database): Promise<(titleId: string) => string[]> => {
  const sets = new Map<string, string[]>();
  const ofTitle = new Map<string, string[]>();
  const NONE: string[] = [];
  for await (const page of pagesOf(db, 'items', BRANCH_FIELDS)) {
    for (const { titleId, branchId } of page.filter(hasPlace)) {
      const before = ofTitle.get(titleId) ?? NONE;
      if (before.includes(branchId)) continue;
      const after = [...before, branchId].sort();
      const key = after.join(' ');
      const set = sets.get(key) ?? after;
      sets.set(key, set);
      ofTitle.set(titleId, set);
    }
  }
  return (titleId) => ofTitle.get(titleId) ?? NONE;
};

/** All documents page by page; the next page is being read while one is worked on. */
async function* pagesOf<C extends CollectionName>(
  db: Database,
  collection: C,
  fields: readonly string[],
): AsyncGenerator<Documents[C][]> {
  const pageFrom = (from: string | undefined): Promise<Documents[C][]> =>
    db.find(collection, {
      where: from === undefined ? {} : { _id: between({ from }) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
      fields,
    });
  let reading = pageFrom(undefined);
  for (let last: string | undefined; ;) {
    const page = await reading;
    const end = page.at(-1)?._id;
    const whole = page.length === PAGE;
    if (whole) {
      reading = pageFrom(end);
      // Met when it is awaited: until then a failure is nobody's.
      reading.catch(() => undefined);
    }
    // A page begins with the last of the one before: conditions know no "after".
    yield page[0]?._id === last ? page.slice(1) : page;
    if (!whole) return;
    last = end;
  }
}
