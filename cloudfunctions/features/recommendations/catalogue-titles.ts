import type { SearchPartsSetting } from '../../documents';
import type { JobContext } from '../../kernel/context';
import type { Compared } from '../../recommending/content';
import type { TitleForIndex } from '../../search/index/title';

/** What recommending reads of the files that search is built from; `addedOn` in days since 1970-01-01. */
export type CatalogueTitle = Compared & Pick<TitleForIndex, 'popularity' | 'addedOn'>;

/**
 * The titles of the catalogue that have a copy, in the order of their ids, from the parts that lie in the
 * storage for search: as of their last reading, which is a week ago at most.
 */
export const catalogueTitles = async ({ db, files }: JobContext): Promise<CatalogueTitle[]> => {
  const parts = ((await db.get('settings', 'search-parts')) as SearchPartsSetting | null)?.parts ?? [];
  const titles: CatalogueTitle[] = [];
  for (const { fileId } of parts) {
    const filed = JSON.parse(new TextDecoder().decode(await files.download(fileId))) as TitleForIndex[];
    for (const each of filed) if (each.branches.length > 0) titles.push(comparedOf(each));
  }
  return titles;
};

const comparedOf = ({ id, authors, ...facts }: TitleForIndex): CatalogueTitle => ({
  _id: id,
  title: facts.title,
  contributors: authors.map((name) => ({ name })),
  subjects: facts.subjects,
  clc: facts.clc,
  publisher: facts.publisher,
  popularity: facts.popularity,
  addedOn: facts.addedOn,
});
