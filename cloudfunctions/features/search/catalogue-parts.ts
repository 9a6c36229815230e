import type { Instant } from '../../../typings/contract/shapes';
import type { SearchPart, SearchPartsSetting } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, type Database } from '../../kernel/database';
import type { TitleForIndex } from '../../search/index/title';
import { INDEXED_FIELDS, isSearched, titleForIndex } from '../../search/index/title-for-index';
import { EVERYTHING, earlier } from './changes';
import { branchesBetween } from './titles-to-index';

/** A part is read within some seconds, and a snapshot of 200,000 titles is built from twenty. */
const MOST_TITLES = 10_000;
/** Rows of one answer of the database. */
const PAGE = 1000;
/** What is borrowed often moves up this often even when no title changed. */
export const OLDEST_MS = 7 * 24 * 3_600_000;

export const partsOf = async ({ db }: Pick<JobContext, 'db'>): Promise<SearchPart[]> =>
  ((await db.get('settings', 'search-parts')) as SearchPartsSetting | null)?.parts ?? [];

/**
 * Where the next part is to be read: behind which title, and which part it takes the place of. null: all are
 * good.
 */
interface Stale {
  after: string | null;
  replaces: SearchPart | null;
}

export const stalePart = async ({ db, now }: JobContext, parts: SearchPart[]): Promise<Stale | null> => {
  const asked = await everythingChanged(db);
  const isOld = ({ changesFrom, everything }: SearchPart): boolean => {
    const age = Date.parse(now) - Date.parse(changesFrom);
    // A clock that was set back would otherwise keep an old part for long.
    return age > OLDEST_MS || age < 0 || (asked !== '' && everything !== asked);
  };
  const at = parts.findIndex(isOld);
  if (at >= 0) return { after: parts[at - 1]?.upTo ?? null, replaces: parts[at]! };
  const last = parts.at(-1);
  return last?.upTo === null ? null : { after: last?.upTo ?? null, replaces: null };
};

const everythingChanged = async (db: Database): Promise<Instant | ''> =>
  (await db.get('titleChanges', EVERYTHING))?.at ?? '';

/**
 * Reads one part and puts it in its place; of a range that has grown the rest becomes a part of its own at
 * the next call.
 */
export const readPart = async (context: JobContext, { after, replaces }: Stale): Promise<number> => {
  const { db, files, newId, now } = context;
  const everything = await everythingChanged(db);
  const { titles, upTo } = await titlesBetween(context, after, replaces?.upTo ?? null);
  const bytes = new TextEncoder().encode(JSON.stringify(titles));
  const fileId = await files.upload(`search/parts/${newId()}.json`, bytes);
  const part: SearchPart = { fileId, upTo, titles: titles.length, changesFrom: earlier(now), everything };
  await files.remove(await putPart(context, part, after, replaces));
  return titles.length;
};

export const titlesIn = async ({ files }: Pick<JobContext, 'files'>, part: SearchPart) =>
  JSON.parse(new TextDecoder().decode(await files.download(part.fileId))) as TitleForIndex[];

/**
 * The files that are of no use now: the replaced one, or this run's own when another run has changed the
 * parts meanwhile.
 */
const putPart = (
  { db }: JobContext,
  part: SearchPart,
  after: string | null,
  replaces: SearchPart | null,
): Promise<string[]> =>
  db.transact(async (transaction) => {
    const setting = (await transaction.get('settings', 'search-parts')) as SearchPartsSetting | null;
    const parts = setting?.parts ?? [];
    const at = replaces ? parts.findIndex(({ fileId }) => fileId === replaces.fileId) : parts.length;
    const isTaken = at === parts.length && parts.at(-1)?.upTo === null;
    if (at < 0 || isTaken || (parts[at - 1]?.upTo ?? null) !== after) return [part.fileId];
    // What the new part does not reach stays stale, with the old file to read it from.
    const rest = replaces && part.upTo !== replaces.upTo ? [{ ...replaces, changesFrom: NEVER }] : [];
    const next = [...parts.slice(0, at), part, ...rest, ...parts.slice(at + 1)];
    await transaction.put('settings', { _id: 'search-parts', parts: next });
    return replaces && rest.length === 0 ? [replaces.fileId] : [];
  });

const NEVER = '1970-01-01T00:00:00.000Z';

/**
 * The titles behind one id, up to another, at most as many as a part holds; `upTo`: how far that is, null for
 * the end.
 */
const titlesBetween = async (
  { db }: JobContext,
  after: string | null,
  last: string | null,
): Promise<{ titles: TitleForIndex[]; upTo: string | null }> => {
  const titles: TitleForIndex[] = [];
  for (let from = after; ;) {
    const page = await db.find('titles', {
      where: rangeOf(from, last),
      orderBy: [['_id', 'asc']],
      limit: PAGE,
      fields: INDEXED_FIELDS,
    });
    // Conditions know no "after": a page begins with the last of the one before.
    const fresh = page[0]?._id === from ? page.slice(1) : page;
    const branches = await branchesBetween(db, fresh[0]?._id ?? '', fresh.at(-1)?._id ?? '');
    titles.push(...fresh.filter(isSearched).map((title) => titleForIndex(title, branches(title._id))));
    if (page.length < PAGE) return { titles, upTo: last };
    from = page.at(-1)!._id;
    if (titles.length >= MOST_TITLES) return { titles, upTo: from };
  }
};

const rangeOf = (from: string | null, upTo: string | null) => ({
  ...((from !== null || upTo !== null) && {
    _id: between({ ...(from !== null && { from }), ...(upTo !== null && { upTo }) }),
  }),
});
