import type { TitleDocument } from '../documents';
import type { Database } from '../kernel/database';
import { authorKey, titleKey } from '../search/keys';

const MOST = 10;

/** Copies that other libraries lend us are catalogued for their time here, and are not ours. */
const isOwn = ({ source }: Pick<TitleDocument, 'source'>): boolean => !source.startsWith('delivery:');

/** What the library itself has under an ISBN. */
export const titlesOfIsbn = async (db: Pick<Database, 'find'>, isbn: string): Promise<TitleDocument[]> =>
  (await db.find('titles', { where: { isbns: isbn }, limit: MOST })).filter(isOwn);

/** The same by its whole name and who it is by; "" for the author: by anybody. */
export const titlesNamed = async (
  db: Pick<Database, 'find'>,
  title: string,
  author: string,
): Promise<TitleDocument[]> => {
  const wanted = author === '' ? '' : authorKey(author);
  const found = await db.find('titles', { where: { keys: titleKey(title) }, limit: MOST });
  return found.filter(
    (each) =>
      isOwn(each) && (wanted === '' || each.contributors.some(({ name }) => authorKey(name) === wanted)),
  );
};
