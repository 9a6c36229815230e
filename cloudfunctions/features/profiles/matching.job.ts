import type { ProfileDocument, ProfileMatchingSetting, SettingDocument } from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { daily, everyTick, type Job, type Occasion } from '../../kernel/job';
import { addMinutes, weekdayOf } from '../../kernel/local-date';
import { factsOf } from '../../cataloguing/title-facts';
import { isSearched } from '../../search/index/title-for-index';
import {
  MATCHED_FIELDS,
  indexProfiles,
  profilesFor,
  type MatchedTitle,
  type ProfileIndex,
} from '../../search/profiles/match';
import { tellNews } from './telling';

/** Titles of one step. */
const BATCH = 200;
/** Profiles of one library that are looked at: as many as one answer of the database has. */
const MOST_PROFILES = 1000;
/** A title is dated at the start of its request, and seen when that is committed. */
const LATE_MINUTES = 2;

/**
 * Titles that came are compared with the profiles that share a term with them. It goes through them in the
 * order of their coming; what an import adds is all of one moment, and is looked at once that import is over.
 */
export const matchProfiles: Job = everyTick(
  'match_profiles',
  { settings: ['profile-matching'], of: ({ settings }) => unmatched(settings.get('profile-matching')) },
  async (context) => {
    const { db } = context;
    const profiles = await db.find('profiles', {
      where: {},
      orderBy: [['from', 'desc']],
      limit: MOST_PROFILES,
    });
    if (profiles.length === 0) {
      await goOnFrom(context, { addedAt: await endOf(context), titleId: '' });
      return { done: 0, after: null };
    }
    const from = await cursorOf(context, profiles);
    const titles = await titlesBehind(context, from, await endOf(context));
    const index = indexProfiles(profiles.map(({ _id, terms }) => ({ id: _id, terms })));
    const byId = new Map(profiles.map((profile) => [profile._id, profile]));
    let done = 0;
    for (const title of titles) done += await keepFinds(context, title, index, byId);
    const last = titles[titles.length - 1];
    await goOnFrom(context, last ? { addedAt: last.addedAt, titleId: last._id } : from);
    if (titles.length === BATCH) return { done, after: 'more' };
    await tellAtOnce(context, profiles);
    return { done, after: null };
  },
);

/** Titles behind the last one that was looked at. */
const unmatched = (setting: SettingDocument | undefined): Occasion[] => {
  if (setting?._id !== 'profile-matching') return [{ collection: 'titles', where: {} }];
  return [sameMoment(setting), { addedAt: between({ from: `${setting.addedAt}!` }) }].map((where) => ({
    collection: 'titles',
    where,
  }));
};

const sameMoment = ({ addedAt, titleId }: Pick<ProfileMatchingSetting, 'addedAt' | 'titleId'>) => ({
  addedAt,
  _id: between({ from: `${titleId}!` }),
});

const goOnFrom = (
  { db }: JobContext,
  { addedAt, titleId }: Pick<ProfileMatchingSetting, 'addedAt' | 'titleId'>,
): Promise<void> =>
  db.transact((transaction) => transaction.put('settings', { _id: 'profile-matching', addedAt, titleId }));

/** Where the last step ended, and never before the first profile: what was there before is no news. */
const cursorOf = async (
  { db }: JobContext,
  profiles: readonly ProfileDocument[],
): Promise<ProfileMatchingSetting> => {
  const setting = await db.get('settings', 'profile-matching');
  const first = profiles.map(({ from }) => from).reduce((a, b) => (b < a ? b : a));
  return setting?._id === 'profile-matching' && setting.addedAt >= first
    ? setting
    : { _id: 'profile-matching', addedAt: first, titleId: '' };
};

/** Up to here titles are whole: none is still being written. */
const endOf = async ({ db, now }: JobContext): Promise<string> => {
  const runs = await db.find('importRuns', {
    where: { untidy: true },
    orderBy: [['changedAt', 'desc']],
    limit: 100,
    fields: ['status', 'startedAt'],
  });
  const running = runs.filter(({ status }) => status === 'running').map(({ startedAt }) => startedAt);
  return [addMinutes(now, -LATE_MINUTES), ...running].reduce((a, b) => (b < a ? b : a));
};

/** The next titles: the rest of the moment at which the last step ended, then later ones. */
const titlesBehind = async (
  { db }: JobContext,
  { addedAt, titleId }: ProfileMatchingSetting,
  end: string,
): Promise<MatchedTitle[]> => {
  const same = await db.find('titles', {
    where: sameMoment({ addedAt, titleId }),
    orderBy: [['_id', 'asc']],
    limit: BATCH,
    fields: MATCHED_FIELDS,
  });
  if (same.length === BATCH) return same;
  const later = await db.find('titles', {
    where: { addedAt: between({ from: `${addedAt}!`, below: end }) },
    orderBy: [
      ['addedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH - same.length,
    fields: MATCHED_FIELDS,
  });
  return [...same, ...later];
};

/** Writes down which profiles a title meets; each title is found once, however often this runs. */
const keepFinds = async (
  { db, now }: JobContext,
  title: MatchedTitle,
  index: ProfileIndex,
  profiles: ReadonlyMap<string, ProfileDocument>,
): Promise<number> => {
  if (!isSearched(title)) return 0;
  const met = profilesFor(index, title).filter(({ id }) => (profiles.get(id)?.from ?? '') <= title.addedAt);
  let kept = 0;
  for (const { id, why } of met) {
    kept += await db.transact(async (transaction) => {
      const _id = `${id}_${title._id}`;
      const profile = await transaction.get('profiles', id);
      if (!profile || profile.when === 'off' || (await transaction.get('profileFinds', _id))) return 0;
      const { authors, year } = factsOf({ ...title, publisher: '' });
      await transaction.put('profileFinds', {
        ...{ _id, profileId: id, readerId: profile.readerId, titleId: title._id, title: title.title },
        ...{ by: authors, year: year > 0 ? String(year) : '', why, note: '', at: now },
      });
      await transaction.put('profiles', { ...profile, lastFindAt: now });
      return 1;
    });
  }
  return kept;
};

/** Those who want to know at once, each profile by itself. */
const tellAtOnce = async (context: JobContext, profiles: readonly ProfileDocument[]): Promise<void> => {
  const watched = profiles.filter(({ when }) => when === 'at_once').map(({ _id }) => _id);
  const now = watched.length === 0 ? [] : await context.db.getMany('profiles', watched);
  for (const profile of now)
    if (profile.lastFindAt > profile.toldUpTo) await tellNews(context, profile.readerId, [profile]);
};

const MONDAY = 1;

/** Once a week, all subjects of a reader in one message. */
export const tellWeekly: Job = daily('tell_profiles', '08:30', async (context) => {
  if (weekdayOf(context.today) !== MONDAY) return { done: 0, after: null };
  const profiles = await context.db.find('profiles', {
    where: {},
    orderBy: [['from', 'desc']],
    limit: MOST_PROFILES,
  });
  const due = profiles.filter(({ when, lastFindAt, toldUpTo }) => when === 'weekly' && lastFindAt > toldUpTo);
  const readers = [...new Set(due.map(({ readerId }) => readerId))];
  let done = 0;
  for (const readerId of readers)
    done += await tellNews(
      context,
      readerId,
      due.filter((profile) => profile.readerId === readerId),
    );
  return { done, after: null };
});
