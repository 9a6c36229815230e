import type { TitleFacts } from '../../typings/contract/title-record';
import { TITLE_FACT_FIELDS, factsOf, goneTitle } from '../cataloguing/title-facts';
import { isIn, type Database, type Transaction } from '../kernel/database';

/** The facts of the titles that are there, in one round trip. */
export const factsKnown = async (db: Database, ids: readonly string[]): Promise<Map<string, TitleFacts>> => {
  if (ids.length === 0) return new Map();
  const titles = await db.find('titles', {
    where: { _id: isIn(ids) },
    limit: ids.length,
    fields: TITLE_FACT_FIELDS,
  });
  return new Map(titles.map((title) => [title._id, factsOf(title)]));
};

/** The facts of many titles in one round trip. A title that is gone still has a line to stand on. */
export const factsById = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string) => TitleFacts> => {
  const facts = await factsKnown(db, [...new Set(titleIds)]);
  return (titleId) => facts.get(titleId) ?? goneTitle(titleId);
};

/** The facts of one title within a transaction: one round trip. */
export const factsWithin = async (transaction: Transaction, titleId: string): Promise<TitleFacts> => {
  const title = await transaction.get('titles', titleId);
  return title ? factsOf(title) : goneTitle(titleId);
};
