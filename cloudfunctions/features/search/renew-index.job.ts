import type { Instant } from '../../../typings/contract/shapes';
import type { SearchPart, SearchSnapshotSetting } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between, type Sign } from '../../kernel/database';
import { everyTick, type Occasion } from '../../kernel/job';
import { buildSnapshot } from './build-snapshot';
import { OLDEST_MS, partsOf, readPart, stalePart } from './catalogue-parts';
import { earlier } from './changes';

/** Above so many changes the snapshot is built anew: they cost every cold start and every change a little. */
const MOST_CHANGES = 300;
/** A change waits no longer than this for a snapshot. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** Parts after which a run ends: building needs the time of a run for itself. */
const PARTS_BEFORE_BUILDING = 2;
/** Removed in one transaction. */
const BATCH = 50;

/**
 * Keeps the snapshot that search serves: reads the catalogue part by part, builds from the parts when enough
 * has changed, and switches in one write. A run that is cut off leaves the old snapshot serving; two runs at
 * once both end in a whole one.
 */
export const renewIndex = everyTick(
  'renew_index',
  ({ now }) => occasionsAt(now),
  async (context, after) => {
    const read = Number(after ?? 0);
    const parts = await partsOf(context);
    const stale = await stalePart(context, parts);
    if (stale) return { done: await readPart(context, stale), after: String(read + 1) };
    if (read > PARTS_BEFORE_BUILDING || !(await isDue(context, parts))) return { done: 0, after: null };
    return { done: await renew(context, parts), after: null };
  },
);

/** A tick may be missed, and one more. */
const RECENT_MS = 25 * 60_000;

/** What calls for reading a part or building, or for looking closer: no snapshot, parts to read, changes. */
const occasionsAt = (now: Instant): Occasion[] => {
  const ago = (ms: number): Instant => new Date(Date.parse(now) - ms).toISOString();
  const aboutParts = (where: Sign['where']): Occasion => ({
    collection: 'settings',
    where: { _id: 'search-parts', ...where },
  });
  return [
    {
      collection: 'settings',
      where: { _id: 'search-snapshot', builtAt: between({ upTo: now }) },
      missing: true,
    },
    { ...aboutParts({ 'parts.upTo': null }), missing: true },
    aboutParts({ 'parts.changesFrom': between({ below: ago(OLDEST_MS) }) }),
    // Read, and perhaps not built from; or of a clock that was set back.
    aboutParts({ 'parts.changesFrom': between({ from: ago(RECENT_MS) }) }),
    { collection: 'titleChanges', where: { at: between({ from: ago(RECENT_MS) }) } },
    {
      collection: 'titleChanges',
      where: { at: between({ from: ago(LONGEST_WAIT_MS + RECENT_MS), below: ago(LONGEST_WAIT_MS) }) },
    },
  ];
};

const renew = async (context: JobContext, parts: SearchPart[]): Promise<number> => {
  const { bytes, titles } = await buildSnapshot(context, parts);
  const fileId = await context.files.upload(`search/${context.newId()}.index`, bytes);
  const replaced = await switchTo(context, { fileId, titles, bytes: bytes.length });
  await forgetChanges(context, parts, replaced);
  context.log('search snapshot built', { fileId, titles, bytes: bytes.length });
  return titles;
};

const snapshotOf = async ({ db }: JobContext): Promise<SearchSnapshotSetting | null> =>
  (await db.get('settings', 'search-snapshot')) as SearchSnapshotSetting | null;

const isDue = async (context: JobContext, parts: SearchPart[]): Promise<boolean> => {
  const { db, now } = context;
  const snapshot = await snapshotOf(context);
  if (!snapshot || snapshot.builtAt > now) return true;
  if (parts.some(({ changesFrom }) => changesFrom > snapshot.changesFrom)) return true;
  const since = { at: between({ from: snapshot.changesFrom }) };
  const [[oldest], changes] = await Promise.all([
    db.find('titleChanges', { where: since, orderBy: [['at', 'asc']], limit: 1 }),
    db.count('titleChanges', since),
  ]);
  if (!oldest) return false;
  return changes > MOST_CHANGES || Date.parse(now) - Date.parse(oldest.at) > LONGEST_WAIT_MS;
};

/**
 * One write: whoever reads the setting finds a file that is whole. The file before stays for those that are
 * loading it.
 */
const switchTo = async (
  { db, files, now }: JobContext,
  built: Pick<SearchSnapshotSetting, 'fileId' | 'titles' | 'bytes'>,
): Promise<SearchSnapshotSetting | null> => {
  const replaced = await db.transact(async (transaction) => {
    const before = (await transaction.get('settings', 'search-snapshot')) as SearchSnapshotSetting | null;
    await transaction.put('settings', {
      _id: 'search-snapshot',
      ...built,
      fileIdBefore: before?.fileId ?? '',
      changesFrom: earlier(now),
      builtAt: now,
    });
    return before;
  });
  if (replaced?.fileIdBefore) await files.remove([replaced.fileIdBefore]);
  return replaced;
};

/** What every part holds, and the replaced snapshot too: instances may serve that a while longer. */
const forgetChanges = async (
  { db }: JobContext,
  parts: SearchPart[],
  replaced: SearchSnapshotSetting | null,
): Promise<void> => {
  if (!replaced) return;
  const needed = [replaced, ...parts].map(({ changesFrom }) => changesFrom).sort()[0];
  const old = { at: between({ below: needed }) };
  for (;;) {
    const changes = await db.find('titleChanges', { where: old, limit: BATCH });
    if (changes.length === 0) return;
    await db.transact(async (transaction) => {
      for (const { _id, at } of changes) {
        // Changed again meanwhile: it is a new one.
        if ((await transaction.get('titleChanges', _id))?.at === at)
          await transaction.remove('titleChanges', _id);
      }
    });
  }
};
