import type { SearchSnapshotSetting } from '../../documents';
import type { Context } from '../../kernel/context';
import type { SearchIndex } from '../../search/index/open';
import { earlier, newestChanges } from './changes';
import {
  askForAnother,
  firstIndex,
  loadSnapshot,
  onSnapshot,
  settingOf,
  withChanges,
  type KeptIndex,
} from './loading-index';

/**
 * Changes newer than this are not looked for: far below the second within which a new title must be found.
 */
const CHECK_EVERY_MS = 300;
/**
 * A new snapshot loads beside the requests; one that takes this long is waited for, since a function is
 * frozen between requests.
 */
const PATIENCE_MS = 5000;
/** A snapshot that could not be loaded is tried again after this. */
const RETRY_MS = 60_000;
/**
 * Without a snapshot all is read again now and then, since nothing tells of titles that were there before.
 */
const UNBUILT_MS = 10_000;

/** Gives what to search in, as of the request. */
export const keepIndex = (): ((context: Context) => Promise<KeptIndex>) => {
  let kept: KeptIndex | undefined;
  const loadedNow = loadBeside();

  return async (context) => {
    const now = Date.parse(context.now);
    const age = kept ? now - Date.parse(kept.checkedAt) : Infinity;
    if (kept && age >= 0 && age < CHECK_EVERY_MS) return kept;
    if (!kept || age < 0 || isStale(kept, now)) return (kept = await firstIndex(context));
    const [setting, changes] = await Promise.all([
      settingOf(context),
      newestChanges(context.db, earlier(kept.checkedAt)),
    ]);
    if (setting && !kept.snapshot) return (kept = await firstIndex(context));
    kept = await withChanges(context, kept, changes);
    if (setting && setting.fileId !== kept.snapshot?.fileId) {
      const index = await loadedNow(context, setting);
      if (index) kept = onSnapshot(kept, setting, index);
    }
    return kept;
  };
};

const isStale = ({ snapshot, loadedAt }: KeptIndex, now: number): boolean =>
  snapshot === null && now - Date.parse(loadedAt) > UNBUILT_MS;

/** Loads a snapshot while requests are answered from the one before; gives it once it is there. */
const loadBeside = () => {
  let next: { fileId: string; begun: number; index: Promise<SearchIndex | undefined> } | undefined;
  return async (context: Context, setting: SearchSnapshotSetting): Promise<SearchIndex | undefined> => {
    const now = Date.parse(context.now);
    if (next?.fileId !== setting.fileId || now - next.begun > RETRY_MS)
      next = { fileId: setting.fileId, begun: now, index: loadOrTell(context, setting) };
    return now - next.begun >= PATIENCE_MS ? next.index : ifThere(next.index);
  };
};

const loadOrTell = async (
  context: Context,
  setting: SearchSnapshotSetting,
): Promise<SearchIndex | undefined> => {
  try {
    return await loadSnapshot(context, setting);
  } catch (error) {
    context.log('search snapshot not loaded', { fileId: setting.fileId, error: String(error) });
  }
  try {
    await askForAnother(context);
  } catch (error) {
    context.log('another search snapshot not asked for', { error: String(error) });
  }
  return undefined;
};

const ifThere = async <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))]);
