import type { Because } from '../../typings/contract/recommendations';
import type { NearTitle, NextTitlesDocument, TasteDocument } from '../documents';
import { authorKey, titleKey } from '../search/keys';
import { rank, type Decided, type Seed } from './rank';

/** What might be shown, with why. */
export interface Candidate {
  titleId: string;
  because: Because;
  /** Whom or what the reason comes from: "t:…" a title, "i:…" an interest, "p:…" what is popular. */
  reasonKey: string;
}

export type Refused = Pick<TasteDocument, 'notTitles' | 'notAuthors' | 'notReasons'>;
export const NOTHING_REFUSED: Refused = { notTitles: [], notAuthors: [], notReasons: [] };

/** What is found beside titles, interests and age groups, by the ids of what comes next. */
export interface Found {
  /** What the reader knows or looks at, the latest first. */
  seeds: readonly NextTitlesDocument[];
  interests: readonly NextTitlesDocument[];
  popular: NextTitlesDocument | null;
}

/** Titles that are looked at further: some have no copy, or are above an age. */
const CANDIDATES = 40;

/**
 * In turn two of what follows from titles and one of what was chosen as an interest; what is popular last. A
 * reason that is not wanted takes what it rests on out of the sum, so that every reason left is a true one.
 */
export function candidates(
  found: Found,
  { notTitles, notReasons }: Refused,
  known: ReadonlySet<string>,
): Candidate[] {
  const wanted = ({ _id }: NextTitlesDocument): boolean => !notReasons.includes(_id);
  const seeds = found.seeds.filter(wanted);
  const nameOf = new Map(seeds.map(({ _id, name }) => [seedOf(_id), name]));
  const ranked = rank(seeds.map(({ _id, near }): Seed => ({ titleId: seedOf(_id), near })));
  const byTitles = ranked.map(({ titleId, decided }) => ({
    titleId,
    because: becauseOf(decided, nameOf.get(decided.seedId) ?? ''),
    reasonKey: `t:${decided.seedId}`,
  }));
  const byInterests = inTurn(found.interests.filter(wanted).map(ofInterest));
  const byAll = found.popular && wanted(found.popular) ? ofPopular(found.popular) : [];
  const no = new Set([...known, ...notTitles]);
  const all: Candidate[] = [];
  for (const each of [...woven(byTitles, byInterests), ...byAll]) {
    if (no.has(each.titleId)) continue;
    no.add(each.titleId);
    if (all.push(each) === CANDIDATES) break;
  }
  return all;
}

const seedOf = (id: string): string => id.slice(2);

function becauseOf({ by, near }: Decided, title: string): Because {
  if (by === 'together') return { by: 'readers', title, readers: near.readers };
  const { shared } = near;
  if (shared?.by === 'author') return { by: 'author', title, author: shared.name };
  if (shared?.by === 'subject') return { by: 'subject', title, subject: shared.subject };
  if (shared?.by === 'class') return { by: 'class', title, clc: shared.clc };
  if (shared?.by === 'publisher') return { by: 'publisher', title, publisher: shared.publisher };
  return { by: 'words', title };
}

const ofInterest = ({ _id, name, near }: NextTitlesDocument): Candidate[] =>
  near.map((each) => ({
    titleId: each.titleId,
    because: { by: 'interest', interest: name, isNew: isNewOf(each) },
    reasonKey: _id,
  }));

/** Of an interest what has come lately stands with no borrowing behind it (`interest-titles.ts`). */
const isNewOf = ({ together }: NearTitle): boolean => together === 0;

const ofPopular = ({ _id, near }: NextTitlesDocument): Candidate[] =>
  near.map(({ titleId }) => ({
    titleId,
    because: { by: 'popular', group: _id === 'p:children' ? 'children' : 'adults' },
    reasonKey: _id,
  }));

/** The first of each, the second of each … */
const inTurn = <T>(lists: readonly (readonly T[])[]): T[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
};

/** Two of the one, one of the other. */
const woven = <T>(two: readonly T[], one: readonly T[]): T[] => {
  const all: T[] = [];
  for (let at = 0; at * 2 < two.length || at < one.length; at++)
    all.push(...two.slice(at * 2, at * 2 + 2), ...one.slice(at, at + 1));
  return all;
};

/** What variety looks at in a candidate. */
export interface Weighed extends Candidate {
  title: string;
  /** As shown, joined by spaces. */
  authors: string;
  onShelf: boolean;
}

const MOST_OF_AN_AUTHOR = 2;
const MOST_OF_A_REASON = 4;
/** What has a copy on the shelf comes before what stands so many places in front of it. */
const SHELF_PLACES = 5;

/**
 * Not more than two by an author and four for a reason, each work once and none that the reader knows; what
 * can be taken home now first.
 */
export function varied<T extends Weighed>(
  weighed: readonly T[],
  most: number,
  { notAuthors }: Refused,
  knownWorks: ReadonlySet<string>,
): T[] {
  const works = new Set(knownWorks);
  const byAuthor = new Map<string, number>();
  const byReason = new Map<string, number>();
  const no = new Set(notAuthors.map(authorKey));
  const list: T[] = [];
  for (const each of shelfFirst(weighed)) {
    const work = titleKey(each.title);
    const author = authorKey(each.authors);
    const full =
      (each.authors !== '' && (byAuthor.get(author) ?? 0) >= MOST_OF_AN_AUTHOR) ||
      (byReason.get(each.reasonKey) ?? 0) >= MOST_OF_A_REASON;
    if (full || works.has(work) || no.has(author)) continue;
    works.add(work);
    byAuthor.set(author, (byAuthor.get(author) ?? 0) + 1);
    byReason.set(each.reasonKey, (byReason.get(each.reasonKey) ?? 0) + 1);
    if (list.push(each) === most) break;
  }
  return list;
}

const shelfFirst = <T extends Weighed>(weighed: readonly T[]): T[] =>
  weighed
    .map((each, at) => ({ each, place: at + (each.onShelf ? 0 : SHELF_PLACES) }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);
