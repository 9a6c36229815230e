import type { Instant } from '../../../typings/contract/shapes';
import type { SearchSnapshotSetting, TitleChangeDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { livePart, NOTHING_LIVE, type LivePart } from '../../search/find/live-part';
import { buildIndex } from '../../search/index/build';
import { openIndex, type SearchIndex } from '../../search/index/open';
import type { TitleForIndex } from '../../search/index/title';
import { EVERYTHING, MOST_CHANGES, newestChanges } from './changes';
import { newestTitles, titlesToIndex } from './titles-to-index';

/** What a warm function keeps: the snapshot that it serves, and what has changed since that was built. */
export interface KeptIndex {
  /** null: none was built yet, and the newest titles are all that is served. */
  snapshot: SearchSnapshotSetting | null;
  index: SearchIndex;
  live: LivePart;
  changed: ReadonlyMap<string, Change>;
  /** Moment of the request that looked for changes last. */
  checkedAt: Instant;
  /** Moment of the request that loaded it. */
  loadedAt: Instant;
}

interface Change {
  at: Instant;
  /** null: the title is gone. */
  title: TitleForIndex | null;
}

export const settingOf = ({ db }: Context): Promise<SearchSnapshotSetting | null> =>
  db.get('settings', 'search-snapshot') as Promise<SearchSnapshotSetting | null>;

/** Fails with `DamagedIndex` when the file is not whole. */
export const loadSnapshot = async (
  { files }: Context,
  { fileId }: SearchSnapshotSetting,
): Promise<SearchIndex> => openIndex(await files.download(fileId));

/** Of a function that has just been started, or of a library that has no snapshot yet. */
export const firstIndex = async (context: Context): Promise<KeptIndex> => {
  const snapshot = await settingOf(context);
  if (!snapshot) return unbuilt(context);
  const bare = (index: SearchIndex): KeptIndex => ({
    snapshot,
    index,
    live: NOTHING_LIVE,
    changed: new Map(),
    checkedAt: context.now,
    loadedAt: context.now,
  });
  try {
    const [index, changes] = await Promise.all([
      loadSnapshot(context, snapshot),
      newestChanges(context.db, changesMissingIn(snapshot, context.now)),
    ]);
    return await withChanges(context, bare(index), changes);
  } catch (error) {
    context.log('search snapshot not loaded', { fileId: snapshot.fileId, error: String(error) });
  }
  return before(context, snapshot, bare);
};

/** A clock that was set back since the build dates changes before it: then all that are known count. */
const changesMissingIn = ({ changesFrom }: SearchSnapshotSetting, now: Instant): Instant | '' =>
  changesFrom > now ? '' : changesFrom;

/**
 * A snapshot that is gone or damaged is asked for anew; meanwhile the one before it serves, with all that
 * changed since.
 */
const before = async (
  context: Context,
  snapshot: SearchSnapshotSetting,
  bare: (index: SearchIndex) => KeptIndex,
): Promise<KeptIndex> => {
  await askForAnother(context);
  if (snapshot.fileIdBefore === '') return unbuilt(context);
  try {
    const index = await loadSnapshot(context, { ...snapshot, fileId: snapshot.fileIdBefore });
    return await withChanges(context, bare(index), await newestChanges(context.db, ''));
  } catch (error) {
    context.log('search snapshot not loaded', { fileId: snapshot.fileIdBefore, error: String(error) });
    return unbuilt(context);
  }
};

/** Has the catalogue read and a snapshot built anew by the next run of the timer. */
export const askForAnother = ({ db, now }: Context): Promise<void> =>
  db.transact((transaction) => transaction.put('titleChanges', { _id: EVERYTHING, at: now }));

/** The newest titles alone, until the timer has built the first snapshot. */
const unbuilt = async (context: Context): Promise<KeptIndex> => {
  const titles = await newestTitles(context.db, MOST_CHANGES);
  const changed = new Map(titles.map((title) => [title.id, { at: context.now, title }]));
  return {
    snapshot: null,
    index: openIndex(buildIndex([])),
    live: livePart(titles, []),
    changed,
    checkedAt: context.now,
    loadedAt: context.now,
  };
};

/** With these changes taken in, as of the request. */
export const withChanges = async (
  context: Context,
  kept: KeptIndex,
  changes: TitleChangeDocument[],
): Promise<KeptIndex> => {
  const fresh = changes.filter(({ _id, at }) => kept.changed.get(_id)?.at !== at);
  if (fresh.length === 0) return { ...kept, checkedAt: context.now };
  const titles = await titlesToIndex(
    context.db,
    fresh.map(({ _id }) => _id),
  );
  const changed = new Map(kept.changed);
  for (const { _id, at } of fresh) changed.set(_id, { at, title: titles.get(_id) ?? null });
  return { ...kept, ...living(changed), checkedAt: context.now };
};

/** On a newer snapshot: what that holds need not be kept beside it. */
export const onSnapshot = (
  kept: KeptIndex,
  snapshot: SearchSnapshotSetting,
  index: SearchIndex,
): KeptIndex => {
  const later = [...kept.changed].filter(([, { at }]) => at >= snapshot.changesFrom);
  return { ...kept, snapshot, index, ...living(new Map(later)) };
};

/** Of one moment by identifier: every instance keeps the same ones. */
const newestFirst = ([one, a]: [string, Change], [other, b]: [string, Change]): number =>
  a.at === b.at ? (one < other ? -1 : 1) : a.at < b.at ? 1 : -1;

const living = (all: Map<string, Change>): Pick<KeptIndex, 'changed' | 'live'> => {
  const newest = [...all].sort(newestFirst).slice(0, MOST_CHANGES);
  const titles = newest.flatMap(([, { title }]) => title ?? []);
  const gone = newest.filter(([, { title }]) => title === null).map(([id]) => id);
  return { changed: new Map(newest), live: livePart(titles, gone) };
};
