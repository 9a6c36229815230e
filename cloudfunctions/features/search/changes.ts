import type { Instant } from '../../../typings/contract/shapes';
import type { TitleChangeDocument } from '../../documents';
import { between, type Database } from '../../kernel/database';

/** The change that names no title: more changed than can be told. See documents/titles. */
export const EVERYTHING = '*';

/** A change is dated at the start of its request, by another clock, and seen when it is committed. */
const LATE_MS = 30_000;

/** From when on changes may be missing in what was read at this moment. */
export const earlier = (moment: Instant): Instant => new Date(Date.parse(moment) - LATE_MS).toISOString();

/** The newest changes since then, as far as one answer of the database goes. */
export const newestChanges = async (db: Database, from: Instant): Promise<TitleChangeDocument[]> => {
  const changes = await db.find('titleChanges', {
    where: { at: between({ from }) },
    orderBy: [['at', 'desc']],
    limit: MOST_CHANGES,
  });
  return changes.filter(({ _id }) => _id !== EVERYTHING);
};

/** Rows of one answer. More changes than this wait for the next snapshot, the oldest first. */
export const MOST_CHANGES = 1000;

/** The titles that changed since then, however many. */
export const changedSince = async (db: Database, from: Instant): Promise<string[]> => {
  const ids = new Set<string>();
  for (let skip = 0; ; skip += MOST_CHANGES) {
    const page = await db.find('titleChanges', {
      where: { at: between({ from }) },
      orderBy: [['at', 'asc']],
      skip,
      limit: MOST_CHANGES,
    });
    for (const { _id } of page) ids.add(_id);
    if (page.length < MOST_CHANGES) break;
  }
  ids.delete(EVERYTHING);
  return [...ids];
};
