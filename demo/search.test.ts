import { readQuery } from '../cloudfunctions/search/query';
import { rank } from '../cloudfunctions/search/rank';
import { squeeze } from '../cloudfunctions/search/fold';
import type { TitleDocument } from '../cloudfunctions/documents';
import { titlesAt } from './titles';

jest.setTimeout(60_000);

const titles = titlesAt(new Date('2026-11-22T02:00:00Z'));

/** The first try of the catalogue over the whole demo library: all terms, ranked. */
function find(text: string): TitleDocument[] {
  const query = readQuery(text);
  const wanted = query.kind === 'isbn' ? [query.isbn13] : query.kind === 'terms' ? query.all : [];
  return rank(
    titles.filter(({ terms }) => wanted.every((term) => terms.includes(term))),
    query,
  );
}

/** Titles that are not among the first `places` hits (editions of the same name count as found). */
const missed = (ask: (title: TitleDocument) => string, places: number) =>
  titles
    .filter(
      (title) =>
        !find(ask(title))
          .slice(0, places)
          .some((hit) => squeeze(hit.title) === squeeze(title.title)),
    )
    .map((title) => `${title.title}: "${ask(title)}"`);

test('every title comes first for its own name', () => {
  expect(missed(({ title }) => title, 1)).toEqual([]);
});

test('every title comes first for its name without punctuation, and in brackets', () => {
  expect(missed(({ title }) => squeeze(title), 1)).toEqual([]);
  expect(missed(({ title }) => `《${title}》`, 1)).toEqual([]);
});

test('every title comes first for its name with its author, before or after', () => {
  expect(missed(({ title, contributors }) => `${title} ${contributors[0]!.name}`, 1)).toEqual([]);
  expect(missed(({ title, contributors }) => `${contributors[0]!.name} ${title}`, 1)).toEqual([]);
});

test('the beginning of a name finds it among the first ten', () => {
  const long = (title: string) =>
    [...title].slice(0, Math.max(3, Math.ceil([...title].length * 0.6))).join('');
  const failures = missed(({ title }) => long(title), 10);
  expect(failures.length / titles.length).toBeLessThan(0.02);
});

test('every ISBN finds its title, in both forms and with hyphens', () => {
  for (const title of titles.filter(({ isbns }) => isbns.length > 0)) {
    const [isbn] = title.isbns;
    expect(find(isbn!)).toContain(title);
    expect(find(`${isbn!.slice(0, 3)}-${isbn!.slice(3, 4)}-${isbn!.slice(4)}`)).toContain(title);
  }
});

test('every author finds his or her books', () => {
  for (const title of titles) {
    for (const { name } of title.contributors) expect(find(name)).toContain(title);
  }
});
