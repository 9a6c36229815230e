import type { Ages } from '../../../typings/contract/lists';
import type { Instant } from '../../../typings/contract/shapes';
import type { Refusal } from '../../../typings/contract/refusals';
import type { BookListDocument } from '../../documents';

/** What may happen to a list: pure, over its document. */

/** Lists of one reader, 想读 among them. */
export const MOST_LISTS = 50;
export const MOST_TITLES = 200;
const COVERS = 3;

/** The name of the built-in list. */
export const WANT = '想读';
export const wantIdOf = (readerId: string): string => `want_${readerId}`;
export const isBuiltIn = ({ _id, readerId }: Pick<BookListDocument, '_id' | 'readerId'>): boolean =>
  _id === wantIdOf(readerId);

type Facts = Pick<BookListDocument, '_id' | 'by' | 'readerId' | 'author' | 'name' | 'about'>;

export const newList = (facts: Facts, now: Instant): BookListDocument => ({
  ...facts,
  titles: [],
  count: 0,
  covers: [],
  shown: 'private',
  why: '',
  placedAt: now,
  createdAt: now,
  changedAt: now,
});

type Changed = BookListDocument | { refusals: Refusal[] };
const refused = (refusal: Refusal): { refusals: Refusal[] } => ({ refusals: [refusal] });

const withTitles = (
  list: BookListDocument,
  titles: BookListDocument['titles'],
  now: Instant,
): BookListDocument => ({
  ...list,
  titles,
  count: titles.length,
  covers: titles.slice(0, COVERS).map(({ titleId }) => titleId),
  changedAt: now,
});

/**
 * A title under any of the names it goes by stands on a list once: one that is there stays where it is. 想读
 * has the latest first, a list that somebody composes has it last.
 */
export const withTitle = (
  list: BookListDocument,
  { titleId, alsoIds }: { titleId: string; alsoIds: readonly string[] },
  now: Instant,
): Changed => {
  const names = new Set([titleId, ...alsoIds]);
  if (list.titles.some((each) => names.has(each.titleId))) return list;
  if (list.titles.length >= MOST_TITLES)
    return refused({ code: 'list_full', current: list.titles.length, limit: MOST_TITLES });
  const added = { titleId, note: '', at: now };
  return withTitles(list, isBuiltIn(list) ? [added, ...list.titles] : [...list.titles, added], now);
};

/** Takes a title off, under any of its names; one that is not there is off already. */
export const withoutTitle = (
  list: BookListDocument,
  titleIds: readonly string[],
  now: Instant,
): BookListDocument => {
  const left = list.titles.filter((each) => !titleIds.includes(each.titleId));
  return left.length === list.titles.length ? list : withTitles(list, left, now);
};

export const withNote = (list: BookListDocument, titleId: string, note: string, now: Instant): Changed => {
  const before = list.titles.find((each) => each.titleId === titleId);
  if (!before) return refused({ code: 'title_not_on_list' });
  if (before.note === note) return list;
  const titles = list.titles.map((each) => (each === before ? { ...each, note } : each));
  return afterWords(withTitles(list, titles, now));
};

/** Before another title, or last. When that other one has gone meanwhile, the place is gone too. */
export const withMoved = (list: BookListDocument, titleId: string, before: string, now: Instant): Changed => {
  const moved = list.titles.find((each) => each.titleId === titleId);
  const rest = list.titles.filter((each) => each !== moved);
  const place = before === '' ? rest.length : rest.findIndex((each) => each.titleId === before);
  if (!moved || (place < 0 && before !== titleId)) return refused({ code: 'title_not_on_list' });
  return before === titleId
    ? list
    : withTitles(list, [...rest.slice(0, place), moved, ...rest.slice(place)], now);
};

export const withWords = (
  list: BookListDocument,
  words: Pick<BookListDocument, 'name' | 'about'>,
  now: Instant,
): BookListDocument =>
  list.name === words.name && list.about === words.about
    ? list
    : afterWords({ ...list, ...words, changedAt: now });

/** Whom it is for; without an age at either end it is for everybody. */
export const withAges = (
  { ages: before, ...list }: BookListDocument,
  ages: Ages | undefined = before,
): BookListDocument => (ages && (ages.from !== null || ages.to !== null) ? { ...list, ages } : list);

/** What readers write is seen by others only as it was checked: new words take a reader's list back. */
const afterWords = (list: BookListDocument): BookListDocument =>
  list.by === 'reader' ? { ...list, shown: 'private', why: '' } : list;

/** Everything in a list that somebody wrote. */
export const wordsOf = ({
  name,
  about,
  author,
  titles,
}: Pick<BookListDocument, 'name' | 'about' | 'author' | 'titles'>): string =>
  [name, about, author, ...titles.map(({ note }) => note)].filter(Boolean).join('\n');
