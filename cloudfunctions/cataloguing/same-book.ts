import type { SameBook } from '../../typings/contract/imports';
import type { TitleDocument } from '../documents';
import { squeeze } from '../search/fold';
import { titleKey } from '../search/keys';

/** What of a title tells which book it is. */
export const BOOK_FIELDS = ['title', 'contributors', 'year', 'isbns'] as const;
export type Book = Pick<TitleDocument, '_id' | (typeof BOOK_FIELDS)[number]>;

/**
 * By what titles that may be the same books are found: their ISBNs (`isbns`), their whole folded names
 * (`keys`).
 */
export const lookedFor = (batch: readonly Book[]): { isbns: string[]; keys: string[] } => ({
  isbns: [...new Set(batch.flatMap(({ isbns }) => isbns))],
  keys: [...new Set(batch.filter((book) => editionOf(book) !== '').map(({ title }) => titleKey(title)))],
});

/**
 * Which titles of a batch are books that are here already, or come twice in it: by ISBN, or by folded title,
 * first author and year. Volumes of a set often share an ISBN, so that nothing is joined without somebody
 * looking.
 */
export function sameBooks(batch: readonly Book[], found: readonly Book[]): SameBook[] {
  const byKey = new Map<string, Book[]>();
  const own = new Set(batch.map(({ _id }) => _id));
  const others = new Map(found.filter(({ _id }) => !own.has(_id)).map((title) => [title._id, title]));
  for (const book of [...others.values(), ...batch])
    for (const key of keysOf(book)) byKey.set(key, [...(byKey.get(key) ?? []), book]);
  const told = new Set<string>();
  const pairs: SameBook[] = [];
  for (const book of batch) {
    // With the first of each: the volumes of a set are as many pairs as volumes, not as their square.
    for (const other of keysOf(book).flatMap((key) => byKey.get(key)?.[0] ?? [])) {
      const pair = [book._id, other._id].sort().join('|');
      // Of two titles that both come later, the second one's batch tells.
      if (other._id === book._id || told.has(pair)) continue;
      told.add(pair);
      pairs.push(pairOf(book, other));
    }
  }
  return pairs;
}

const keysOf = (book: Book): string[] => [
  ...book.isbns.map((isbn) => `isbn ${isbn}`),
  ...(editionOf(book) === '' ? [] : [editionOf(book)]),
];

/** A title alone is no edition: 英语 and Annual report are many books. */
function editionOf({ title, contributors, year }: Book): string {
  const author = squeeze(contributors[0]?.name ?? '');
  return author === '' || year === 0 ? '' : `${squeeze(title)}|${author}|${year}`;
}

function pairOf(book: Book, other: Book): SameBook {
  const shared = book.isbns.some((isbn) => other.isbns.includes(isbn));
  const named = squeeze(book.title) === squeeze(other.title);
  return {
    titleId: book._id,
    title: book.title,
    otherId: other._id,
    otherTitle: other.title,
    why: shared ? (named ? 'isbn_and_title' : 'isbn') : 'title_author_year',
  };
}
