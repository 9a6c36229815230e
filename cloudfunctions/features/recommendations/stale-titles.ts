import type { NextTitlesDocument, TitleCompanionsDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';

/** What the records say is compared anew this often. */
const OLDEST_MS = 30 * 24 * 3_600_000;
const PAGE = 1000;

/**
 * The titles of which nothing was worked out yet, or since then others were borrowed with them, or long
 * ago.
 */
export const staleTitles = async <T extends { _id: string }>(
  context: JobContext,
  titles: readonly T[],
): Promise<T[]> => {
  const workedOut = await momentsOf(context, 'nextTitles', { from: 't:', below: 't;' });
  const changed = await momentsOf(context, 'titleCompanions', {});
  const oldest = new Date(Date.parse(context.now) - OLDEST_MS).toISOString();
  return titles.filter(({ _id }) => {
    const at = workedOut.get(`t:${_id}`);
    return at === undefined || at < oldest || (changed.get(_id) ?? '') >= at;
  });
};

/** When each document was written: a page of a thousand a round trip. */
const momentsOf = async (
  { db }: JobContext,
  collection: 'nextTitles' | 'titleCompanions',
  range: { from?: string; below?: string },
): Promise<Map<string, string>> => {
  const moments = new Map<string, string>();
  for (let from = range.from ?? '0'; ;) {
    const page: Pick<NextTitlesDocument | TitleCompanionsDocument, '_id' | 'at'>[] = await db.find(
      collection,
      {
        where: { _id: between({ ...range, from }) },
        orderBy: [['_id', 'asc']],
        limit: PAGE,
        fields: ['at'],
      },
    );
    for (const { _id, at } of page) moments.set(_id, at);
    if (page.length < PAGE) return moments;
    from = page.at(-1)!._id;
  }
};
