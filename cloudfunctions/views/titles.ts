import type { TitleFacts } from '../../typings/contract/catalogue';
import type { TitleDocument } from '../documents';
import type { Database, Transaction } from '../kernel/database';

export const TITLE_FACT_FIELDS = ['title', 'contributors', 'publisher', 'year', 'clc'] as const;

/** What every list shows of a title. */
export const factsOf = (
  title: Pick<TitleDocument, '_id' | (typeof TITLE_FACT_FIELDS)[number]>,
): TitleFacts => ({
  titleId: title._id,
  title: title.title,
  authors: authorsOf(title.contributors),
  publisher: title.publisher,
  year: title.year,
  clc: title.clc,
});

/** Authors proper; where none is named so, people whose role the record leaves open; else whoever is named. */
const authorsOf = (contributors: TitleDocument['contributors']): string => {
  const inRole = (role: string) => contributors.filter((each) => each.role === role);
  const named = [inRole('著'), inRole(''), contributors].find((list) => list.length > 0) ?? [];
  return named.map(({ name }) => name).join(' ');
};

/** The facts of many titles in one round trip. A title that is gone still has a line to stand on. */
export const factsById = async (
  db: Database,
  titleIds: readonly string[],
): Promise<(titleId: string) => TitleFacts> => {
  const distinct = [...new Set(titleIds)];
  const titles =
    distinct.length === 0
      ? []
      : await db.find('titles', {
          where: { _id: { is: 'in', values: distinct } },
          limit: distinct.length,
          fields: TITLE_FACT_FIELDS,
        });
  const facts = new Map(titles.map((title) => [title._id, factsOf(title)]));
  return (titleId) => facts.get(titleId) ?? goneTitle(titleId);
};

/** The facts of one title within a transaction: one round trip. */
export const factsWithin = async (transaction: Transaction, titleId: string): Promise<TitleFacts> => {
  const title = await transaction.get('titles', titleId);
  return title ? factsOf(title) : goneTitle(titleId);
};

/** What stands in the place of a title that is no longer in the catalogue. */
export const goneTitle = (titleId: string): TitleFacts => ({
  titleId,
  title: '书目已撤下',
  authors: '',
  publisher: '',
  year: 0,
  clc: '',
});
