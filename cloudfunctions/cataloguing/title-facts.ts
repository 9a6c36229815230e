import type { TitleFacts } from '../../typings/contract/title-record';
import type { TitleDocument } from '../documents';

export const TITLE_FACT_FIELDS = ['title', 'contributors', 'publisher', 'year', 'clc'] as const;

/** What every list shows of a title, and its copies keep of it. */
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

/**
 * Authors proper; where none is named so, people whose role the record leaves open; else whoever is named.
 */
const authorsOf = (contributors: TitleDocument['contributors']): string => {
  const inRole = (role: string) => contributors.filter((each) => each.role === role);
  const named = [inRole('著'), inRole(''), contributors].find((list) => list.length > 0) ?? [];
  return named.map(({ name }) => name).join(' ');
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
