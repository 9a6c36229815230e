import type { Instant } from '../../../typings/contract/shapes';
import type { InterestsSetting, InterestWord, NearTitle, NextTitlesDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { isIn, startsWith, type Transaction } from '../../kernel/database';
import type { CatalogueTitle } from './catalogue-titles';

const LOOKED_AT = 200;
const MOST = 60;
/** What came within so many days is new. */
const NEW_DAYS = 90;
const DAY_MS = 86_400_000;

/** `addedOn` in days since 1970-01-01. */
type Known = Pick<CatalogueTitle, '_id' | 'popularity' | 'addedOn'>;

export const interestWords = async (db: Pick<Transaction, 'get'>): Promise<InterestsSetting | null> =>
  (await db.get('settings', 'interests')) as InterestsSetting | null;

type About = Pick<CatalogueTitle, 'clc' | 'subjects'>;

/** Whether a title belongs to a word: by its class or by one of its subjects. */
const isAbout = ({ clc, subjects }: About, word: Pick<InterestWord, 'classes' | 'subjects'>): boolean =>
  word.classes.some((begins) => clc.startsWith(begins)) ||
  subjects.some((subject) => word.subjects.includes(subject));

/** What an interest leads to among the titles of the catalogue. */
export const nextOfInterest = (
  titles: readonly (Known & About)[],
  word: InterestWord,
  now: Instant,
): NextTitlesDocument =>
  listOf(
    word,
    titles.filter((title) => isAbout(title, word)),
    now,
  );

/**
 * The same for a word that was just written, at once and without the whole catalogue: a query for each class,
 * one for all subjects, and no more than some hundreds of titles of each. The night does it whole.
 */
export const nextOfNewWord = async (
  { db, now }: Pick<Context, 'db' | 'now'>,
  word: InterestWord,
): Promise<NextTitlesDocument> => {
  const find = (where: Parameters<typeof db.find>[1]['where']) =>
    db.find('titles', { where, limit: LOOKED_AT, fields: ['popularity', 'addedAt'] });
  const found = await Promise.all([
    ...word.classes.map((clc) => find({ clc: startsWith(clc) })),
    ...(word.subjects.length > 0 ? [find({ subjects: isIn(word.subjects) })] : []),
  ]);
  const titles = new Map(
    found.flat().map(({ _id, popularity, addedAt }) => [_id, { _id, popularity, addedOn: daysOf(addedAt) }]),
  );
  return listOf(word, [...titles.values()], now);
};

const daysOf = (at: Instant): number => Math.floor(Date.parse(at) / DAY_MS);

const listOf = (
  { id, name }: Pick<InterestWord, 'id' | 'name'>,
  titles: readonly Known[],
  now: Instant,
): NextTitlesDocument => ({ _id: `i:${id}`, name, near: nearOfInterest(titles, now), at: now });

/**
 * In turn what is borrowed most and what is new. New ones have no borrowing behind them: `together` 0.
 */
const nearOfInterest = (titles: readonly Known[], now: Instant): NearTitle[] => {
  const from = daysOf(now) - NEW_DAYS;
  const isNew = ({ addedOn }: Known): boolean => addedOn >= from;
  const near = ({ _id, popularity }: Known, together: number): NearTitle => ({
    titleId: _id,
    together,
    readers: 0,
    alike: popularity,
    shared: null,
  });
  const byLoans = titles
    .filter((title) => !isNew(title))
    .sort((a, b) => b.popularity - a.popularity || (a._id < b._id ? -1 : 1));
  const newest = titles.filter(isNew).sort((a, b) => b.addedOn - a.addedOn || (a._id < b._id ? -1 : 1));
  const list: NearTitle[] = [];
  for (let at = 0; at < Math.max(byLoans.length, newest.length) && list.length < MOST; at++) {
    if (byLoans[at]) list.push(near(byLoans[at]!, 1));
    if (newest[at]) list.push(near(newest[at]!, 0));
  }
  return list;
};
