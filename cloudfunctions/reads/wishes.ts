import type { WishedBook } from '../../typings/contract/wishes';
import { firstAuthor, wishKeys } from '../cataloguing/wishing';
import type { ItemDocument, TitleDocument, WishDocument } from '../documents';
import type { Database, Transaction } from '../kernel/database';
import { AVAILABILITY_FIELDS, copiesByTitle } from './items';
import { titlesNamed, titlesOfIsbn } from './held-titles';

/** What readers asked for already: by its ISBN, else by title and author. Within a transaction or outside. */
export const wishMet = async (
  db: Pick<Database, 'get'> | Pick<Transaction, 'get'>,
  book: WishedBook,
): Promise<WishDocument | null> => {
  for (const key of wishKeys(book)) {
    const known = await db.get('wishKeys', key);
    const wish = known && (await db.get('wishes', known.wishId));
    if (wish) return wish;
  }
  return null;
};

export interface HeldBook {
  title: TitleDocument;
  items: Pick<ItemDocument, '_id' | (typeof AVAILABILITY_FIELDS)[number]>[];
  /** Has the ISBN that was asked for. */
  same: boolean;
}

/** Titles of the library that may be the book, those of its ISBN in front. At most three round trips. */
export const heldBooks = async (db: Database, { title, author, isbn }: WishedBook): Promise<HeldBook[]> => {
  const [sameOnes, namesakes] = await Promise.all([
    isbn ? titlesOfIsbn(db, isbn) : [],
    title ? titlesNamed(db, title, firstAuthor(author)) : [],
  ]);
  const titles = new Map([...sameOnes, ...namesakes].map((each) => [each._id, each]));
  const itemsOf = await copiesByTitle(db, [...titles.keys()]);
  return [...titles.values()].map((each) => ({
    title: each,
    items: itemsOf(each._id),
    same: sameOnes.some(({ _id }) => _id === each._id),
  }));
};
