import type { AlikeTitle } from '../../../typings/contract/cataloguing';
import type { TitleRecord } from '../../../typings/contract/title-record';
import { TITLE_FACT_FIELDS, factsOf } from '../../cataloguing/title-facts';
import type { TitleDocument } from '../../documents';
import { isIn, type Database } from '../../kernel/database';
import { authorKey, titleKey } from '../../search/keys';

type Book = Pick<TitleRecord, 'title' | 'contributors' | 'isbns' | 'year'>;
type Candidate = Pick<TitleDocument, '_id' | 'isbns' | (typeof TITLE_FACT_FIELDS)[number]>;

const MOST_TOLD = 5;
const MOST_SAME_ISBN = 20;
/** Many books have a title like 英语: those that share the first author are looked at, not all. */
const MOST_SAME_TITLE = 200;

/** Why another title may be the same book; undefined when it is not. */
export function whyAlike(book: Book, other: Omit<Candidate, '_id'>): AlikeTitle['because'] | undefined {
  if (book.isbns.some((isbn) => other.isbns.includes(isbn))) return 'isbn';
  // Two ISBNs are two editions.
  if (book.isbns.length > 0 && other.isbns.length > 0) return undefined;
  if (titleKey(book.title) !== titleKey(other.title) || firstAuthor(book) !== firstAuthor(other))
    return undefined;
  return book.year === 0 || other.year === 0 || book.year === other.year ? 'title' : undefined;
}

const firstAuthor = ({ contributors }: Pick<Book, 'contributors'>): string =>
  authorKey(contributors[0]?.name ?? '');

/** Titles of the library that may be the same book, but for some that are known of. */
export async function findAlike(db: Database, book: Book, besides: readonly string[]): Promise<AlikeTitle[]> {
  const fields = ['isbns', ...TITLE_FACT_FIELDS];
  const [byIsbn, byTitle] = await Promise.all([
    book.isbns.length > 0
      ? db.find('titles', { where: { isbns: isIn(book.isbns) }, limit: MOST_SAME_ISBN, fields })
      : [],
    db.find('titles', { where: { keys: titleKey(book.title) }, limit: MOST_SAME_TITLE, fields }),
  ]);
  const candidates = new Map([...byIsbn, ...byTitle].map((title) => [title._id, title]));
  return [...candidates.values()]
    .filter(({ _id }) => !besides.includes(_id))
    .flatMap((title) => alikeOf(book, title))
    .slice(0, MOST_TOLD);
}

export function alikeOf(book: Book, title: Candidate): AlikeTitle[] {
  const because = whyAlike(book, title);
  return because ? [{ ...factsOf(title), because }] : [];
}
