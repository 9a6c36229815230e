import type { SimilarTitle } from '../../../typings/contract/catalogue';
import type { TitleDocument } from '../../documents';
import { authorKey, keysOfTitle, titleKey } from '../../search/keys';
import { volumeOf, type VolumeOfTitle } from './volume';

/** What is compared of titles. */
export type Relative = Pick<
  TitleDocument,
  | '_id'
  | 'title'
  | 'contributors'
  | 'publisher'
  | 'year'
  | 'clc'
  | 'subjects'
  | 'popularity'
  | 'isbns'
  | 'addedAt'
>;

export interface RelativesKnown {
  /** Titles whose name begins with that of the work. */
  byWork: Relative[];
  byAuthor: Relative[];
  /** Of the same class or the one above it. */
  byClass: Relative[];
}

interface Relatives {
  editions: Relative[];
  volumes: { title: Relative; part: string }[];
  similar: { title: Relative; because: SimilarTitle['because'] }[];
}

const MOST_EDITIONS = 8;
const MOST_VOLUMES = 30;
const MOST_SIMILAR = 10;
/** Of one reason, so that a prolific author does not fill the strip alone. */
const MOST_OF_A_REASON = 4;

/** What the found titles are to this one; each is named once, by its closest relation. */
export function relate(title: Relative, { byWork, byAuthor, byClass }: RelativesKnown): Relatives {
  const others = unique([...byWork, ...byAuthor]).filter((other) => other._id !== title._id);
  const own = volumeOf(title.title);
  const sameWork = others
    .map((other) => ({ title: other, place: volumeOf(other.title) }))
    .filter(({ title: other, place }) => isSameWork(own, place) && shareAuthor(title, other));
  const editions = sameWork.filter(({ place }) => place.number === own.number).map((each) => each.title);
  const volumes = volumesOf(title, own, sameWork);
  const used = new Set([title, ...editions, ...volumes.map((each) => each.title)].map(({ _id }) => _id));
  return {
    editions: editions.sort(newestFirst).slice(0, MOST_EDITIONS),
    volumes,
    similar: similarTo(title, byAuthor, byClass, used),
  };
}

const isSameWork = (a: VolumeOfTitle, b: VolumeOfTitle): boolean => titleKey(a.work) === titleKey(b.work);

/** Somebody in common; where one of the records names nobody, the name of the work has to do. */
function shareAuthor(a: Relative, b: Relative): boolean {
  if (a.contributors.length === 0 || b.contributors.length === 0) return true;
  const authors = new Set(authorsOf(a));
  return authorsOf(b).some((author) => authors.has(author));
}

const authorsOf = (title: Relative): string[] => keysOfTitle({ title: '', contributors: title.contributors });

/** One title a part: of several editions the one most like this title, by its publisher and then its year. */
function volumesOf(
  title: Relative,
  own: VolumeOfTitle,
  sameWork: { title: Relative; place: VolumeOfTitle }[],
): Relatives['volumes'] {
  const parts = new Map([[own.number, { title, place: own }]]);
  const likeness = (other: Relative) =>
    (other.publisher === title.publisher ? 0 : 1000) + Math.abs(other.year - title.year);
  for (const each of sameWork) {
    const known = parts.get(each.place.number);
    if (!known || (known.title !== title && likeness(each.title) < likeness(known.title)))
      parts.set(each.place.number, each);
  }
  if (parts.size < 2) return [];
  return [...parts.values()]
    .sort((a, b) => a.place.number - b.place.number)
    .slice(0, MOST_VOLUMES)
    .map((each) => ({ title: each.title, part: each.place.part }));
}

/** By the same author, on the same subject, of the same class: in each what is borrowed most. */
function similarTo(
  title: Relative,
  byAuthor: Relative[],
  byClass: Relative[],
  used: Set<string>,
): Relatives['similar'] {
  const list: Relatives['similar'] = [];
  const take = (
    candidates: Relative[],
    most: number,
    because: (other: Relative) => SimilarTitle['because'],
  ) => {
    let taken = 0;
    for (const other of [...candidates].sort(mostBorrowedFirst)) {
      if (taken >= most || list.length >= MOST_SIMILAR) return;
      if (used.has(other._id) || isEditionOfOne(other, list)) continue;
      taken++;
      used.add(other._id);
      list.push({ title: other, because: because(other) });
    }
  };
  const author = title.contributors[0]?.name ?? '';
  const sharedSubject = (other: Relative) =>
    other.subjects.find((subject) => title.subjects.includes(subject)) ?? '';
  const onSubject = unique([...byClass, ...byAuthor]).filter((other) => sharedSubject(other) !== '');
  take(byAuthor, MOST_OF_A_REASON, () => ({ reason: 'author', author }));
  take(onSubject, MOST_OF_A_REASON, (other) => ({ reason: 'subject', subject: sharedSubject(other) }));
  take(byClass, MOST_SIMILAR, (other) => ({ reason: 'class', clc: commonClass(title.clc, other.clc) }));
  return list;
}

/** Two editions of one work side by side help nobody. */
const isEditionOfOne = (other: Relative, list: Relatives['similar']): boolean =>
  list.some(({ title }) => titleKey(title.title) === titleKey(other.title) && shareAuthor(title, other));

function commonClass(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return a.slice(0, length).replace(/\.$/, '');
}

/** The class above: up to the point, else without its last sign; "" above a main class. */
export const classAbove = (clc: string): string =>
  clc.includes('.') ? clc.slice(0, clc.indexOf('.')) : clc.slice(0, -1);

const mostBorrowedFirst = (a: Relative, b: Relative): number =>
  b.popularity - a.popularity || (a._id < b._id ? -1 : 1);
const newestFirst = (a: Relative, b: Relative): number => b.year - a.year || (a._id < b._id ? -1 : 1);

const unique = (titles: Relative[]): Relative[] => [
  ...new Map(titles.map((title) => [title._id, title])).values(),
];

/** Of a contributor whose other titles are looked for: the first one named. */
export const mainAuthorKey = ({ contributors }: Pick<TitleDocument, 'contributors'>): string =>
  contributors[0] ? authorKey(contributors[0].name) : '';
