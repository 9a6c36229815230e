import type { TitleFacts } from '../../typings/contract/title-record';
import type { BookListDocument } from '../documents';
import type { Database } from '../kernel/database';
import { factsKnown } from './titles';

/** What is read of a list that is one among others: not its titles, which may be many. */
export const CARD_FIELDS = [
  'by',
  'readerId',
  'author',
  'name',
  'about',
  'count',
  'covers',
  'ages',
  'shown',
  'why',
  'placedAt',
  'changedAt',
] as const;
export type ListFacts = Pick<BookListDocument, '_id' | (typeof CARD_FIELDS)[number]>;

export type FactsOf = (titleId: string) => TitleFacts | undefined;

/**
 * Titles by the ids that lists know them by: one that was joined to another since is found under that one.
 * Two round trips more only when some are not there any more.
 */
export const titlesNow = async (db: Database, titleIds: readonly string[]): Promise<FactsOf> => {
  const distinct = [...new Set(titleIds)];
  const found = await factsKnown(db, distinct);
  const missing = distinct.filter((id) => !found.has(id));
  const merges = await db.getMany('titleMerges', missing);
  const kept = await factsKnown(
    db,
    merges.map(({ into }) => into),
  );
  const into = new Map(merges.map((merge) => [merge._id, merge.into]));
  return (titleId) => found.get(titleId) ?? kept.get(into.get(titleId) ?? '');
};

export const coversOf = (db: Database, lists: readonly ListFacts[]): Promise<FactsOf> =>
  titlesNow(
    db,
    lists.flatMap(({ covers }) => covers),
  );
