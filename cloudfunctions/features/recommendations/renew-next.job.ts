import type {
  CollectionUseSetting,
  NearTitle,
  NextTitlesDocument,
  TitleCompanionsDocument,
} from '../../documents';
import type { JobContext } from '../../kernel/context';
import { between } from '../../kernel/database';
import { daily } from '../../kernel/job';
import { alikeTo, contentOf, type Content } from '../../recommending/content';
import { usedByClass } from '../../figures/use';
import { nearOf, NEAR_SETTINGS } from '../../recommending/near';
import { interestsOf } from '../../recommending/interests';
import { catalogueTitles, type CatalogueTitle } from './catalogue-titles';
import { interestWords, nextOfInterest } from './interest-titles';
import { newForChildren, popularOf } from './popular';
import { renewRanking } from './renew-ranking';
import { staleTitles } from './stale-titles';

/** Titles of one transaction. */
const BATCH = 20;
/** After this the step ends and says where to go on: a function has a minute. */
const LONGEST_MS = 35_000;

/**
 * Works out at night what may come after each title whose companions changed, after every interest and in
 * each age group. Titles are taken in the order of their ids, so that a run that is cut off goes on behind
 * the last.
 */
export const renewNext = daily('renew_next', '02:00', async (context, after) => {
  const titles = await catalogueTitles(context);
  const stale = (await staleTitles(context, titles)).filter(({ _id }) => after === null || _id > after);
  if (after === null) {
    await renewLists(context, titles);
    await renewUse(context, titles);
    await renewRanking(context);
  }
  if (stale.length === 0) return { done: 0, after: null };
  const content = contentOf(titles);
  const at = new Map(titles.map(({ _id }, place) => [_id, place]));
  const popularity = new Map(titles.map((title) => [title._id, title.popularity]));
  for (let done = 0; done < stale.length;) {
    const batch = stale.slice(done, done + BATCH);
    await renewBatch(context, batch, { content, at, popularity });
    done += batch.length;
    if (context.elapsedMs() > LONGEST_MS && done < stale.length) return { done, after: batch.at(-1)!._id };
  }
  return { done: stale.length, after: null };
});

interface Catalogue {
  content: Content;
  at: ReadonlyMap<string, number>;
  popularity: ReadonlyMap<string, number>;
}

const renewBatch = async (
  context: JobContext,
  batch: readonly CatalogueTitle[],
  catalogue: Catalogue,
): Promise<void> => {
  const { db, now } = context;
  const known = await db.getMany(
    'titleCompanions',
    batch.map(({ _id }) => _id),
  );
  const companionsOf = new Map(known.map((companions) => [companions._id, companions]));
  await db.transact(async (transaction) => {
    for (const title of batch)
      await transaction.put('nextTitles', {
        _id: `t:${title._id}`,
        name: title.title,
        near: nearTo(context, title, companionsOf.get(title._id), catalogue),
        at: now,
      });
  });
};

const nearTo = (
  { library }: JobContext,
  { _id, popularity: own }: CatalogueTitle,
  companions: TitleCompanionsDocument | undefined,
  { content, at, popularity }: Catalogue,
): NearTitle[] => {
  const often = (titleId: string): number => popularity.get(titleId) ?? 0;
  // One that is no longer in the catalogue leads nowhere.
  const others = (companions?.others ?? []).filter(({ titleId }) => at.has(titleId));
  return nearOf(
    own,
    others.map(({ titleId, by }) => ({ titleId, readers: by.length, popularity: often(titleId) })),
    alikeTo(content, at.get(_id)!, NEAR_SETTINGS.most).map((each) => ({
      ...each,
      popularity: often(each.titleId),
    })),
    { ...NEAR_SETTINGS, leastReaders: library.settings.pairsFromReaders ?? NEAR_SETTINGS.leastReaders },
  );
};

/** How much of each main class was ever lent: told with the figures, written where it changed. */
const renewUse = async ({ db }: JobContext, titles: readonly CatalogueTitle[]): Promise<void> => {
  const use: CollectionUseSetting = { _id: 'collection-use', classes: usedByClass(titles) };
  const before = await db.get('settings', 'collection-use');
  if (JSON.stringify(before) === JSON.stringify(use)) return;
  await db.transact((transaction) => transaction.put('settings', use));
};

/** What follows from interests, and what is popular: written where it is not as it was. */
const renewLists = async (context: JobContext, titles: readonly CatalogueTitle[]): Promise<void> => {
  const { db, now, library } = context;
  const words = interestsOf(await interestWords(db));
  const next = [
    ...words.map((word) => nextOfInterest(titles, word, now)),
    ...popularOf(titles, now, library.settings.childrenClasses),
    newForChildren(titles, now, library.settings.childrenClasses),
  ];
  const before = await listsNow(db);
  const told = ({ name, near }: Pick<NextTitlesDocument, 'name' | 'near'>): string =>
    JSON.stringify([name, near]);
  const changed = next.filter((list) => {
    const was = before.get(list._id);
    return !was || told(was) !== told(list);
  });
  for (let done = 0; done < changed.length; done += BATCH)
    await db.transact(async (transaction) => {
      for (const list of changed.slice(done, done + BATCH)) await transaction.put('nextTitles', list);
    });
  const kept = new Set(next.map(({ _id }) => _id));
  for (const _id of before.keys())
    if (!kept.has(_id)) await db.transact((transaction) => transaction.remove('nextTitles', _id));
};

/** The lists of words and of age groups, in one round trip; those of titles begin with `t:`. */
const listsNow = async (db: JobContext['db']): Promise<Map<string, NextTitlesDocument>> => {
  const lists = await db.find('nextTitles', {
    where: { _id: between({ from: 'i:', below: 'q' }) },
    limit: 1000,
  });
  return new Map(lists.map((list) => [list._id, list]));
};
