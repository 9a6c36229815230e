import type { Instant } from '../../../typings/contract/answer';
import type { SearchSnapshotSetting } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { buildSnapshot } from './build-snapshot';
import { EVERYTHING } from './kept-index';

/** Above so many changes the snapshot is built anew: they cost every cold start and every change a little. */
const MOST_CHANGES = 300;
/** A change waits no longer than this for a snapshot. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** What is borrowed often moves up this often even when no title changed. */
const RANKED_EVERY_MS = 7 * 24 * 3_600_000;
/** Changes are dated at the start of their requests, by other clocks. */
const LATE_MS = 60_000;
/** Removed in one transaction. */
const BATCH = 50;

/**
 * Builds the snapshot that search serves when it has grown old, and switches to it in one write. A run that is cut off leaves the
 * old one serving; two runs at once both end in a whole one.
 */
export const renewIndex: Job = {
  name: 'renewIndex',
  when: 'every_tick',
  step: async (context) => {
    const before = (await context.db.get('settings', 'search-snapshot')) as SearchSnapshotSetting | null;
    if (!(await isDue(context, before))) return { done: 0, after: null };
    const { bytes, titles } = await buildSnapshot(context);
    const fileId = await context.files.upload(`search/${context.newId()}.index`, bytes);
    const replaced = await switchTo(context, { fileId, titles, bytes: bytes.length });
    await forgetChanges(context, replaced);
    context.log('search snapshot built', { fileId, titles, bytes: bytes.length });
    return { done: titles, after: null };
  },
};

const isDue = async ({ db, now }: JobContext, snapshot: SearchSnapshotSetting | null): Promise<boolean> => {
  if (!snapshot) return (await db.count('titles', {})) > 0;
  const age = Date.parse(now) - Date.parse(snapshot.builtAt);
  // A clock that was set back would otherwise keep an old snapshot for long.
  if (age < 0 || age > RANKED_EVERY_MS) return true;
  const since = { at: between({ from: snapshot.changesFrom }) };
  const [[oldest], everything, changes] = await Promise.all([
    db.find('titleChanges', { where: since, orderBy: [['at', 'asc']], limit: 1 }),
    db.get('titleChanges', EVERYTHING),
    db.count('titleChanges', since),
  ]);
  if (!oldest) return false;
  if (everything && everything.at >= snapshot.changesFrom) return true;
  return changes > MOST_CHANGES || Date.parse(now) - Date.parse(oldest.at) > LONGEST_WAIT_MS;
};

/** One write: whoever reads the setting finds a file that is whole. The file before stays for those that are loading it. */
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

const earlier = (now: Instant): Instant => new Date(Date.parse(now) - LATE_MS).toISOString();

/** Instances may serve the replaced snapshot a while longer: the changes since that one stay. */
const forgetChanges = async ({ db }: JobContext, replaced: SearchSnapshotSetting | null): Promise<void> => {
  if (!replaced) return;
  const old = { at: between({ below: replaced.changesFrom }) };
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
