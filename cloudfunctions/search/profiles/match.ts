import type { ProfileTerms, ProfileWhy } from '../../../typings/contract/profiles';
import type { TitleDocument } from '../../documents';
import { fold, stretches } from '../fold';
import { authorKey } from '../keys';

/** What of a title profiles are matched with. */
export const MATCHED_FIELDS = [
  'title',
  'subtitle',
  'also',
  'contributors',
  'clc',
  'language',
  'kind',
  'subjects',
  'addedAt',
  'year',
  'source',
] as const;
export type MatchedTitle = Pick<TitleDocument, '_id' | (typeof MATCHED_FIELDS)[number]>;

interface WatchedTerms {
  id: string;
  terms: ProfileTerms;
}

/** Folded, with a blank between scripts: "Python编程" is "python 编程". */
const spaced = (text: string): string =>
  stretches(fold(text))
    .map((stretch) => stretch.text)
    .join(' ');

const isHan = (text: string): boolean => stretches(text)[0]?.script === 'han';

/** A word of letters stands alone; Chinese ones stand anywhere. */
const needleOf = (word: string): string => {
  const text = spaced(word);
  const parts = text.split(' ');
  const before = isHan(parts[0] ?? '') ? '' : ' ';
  const after = isHan(parts[parts.length - 1] ?? '') ? '' : ' ';
  return `${before}${text}${after}`;
};

/** Several with a blank between stand all there, in whatever order, as in a search. */
const isIn = (text: string, word: string): boolean =>
  word.split(/\s+/).every((part) => spaced(part) === '' || text.includes(needleOf(part)));

/** By which a word is looked up: its first word of letters, or its first two signs. */
const keyOfWord = (word: string): string => {
  const [first] = stretches(fold(word));
  if (!first) return '';
  return first.script === 'word' ? first.text : [...first.text].slice(0, 2).join('');
};

/** Every key under which a word of this text may stand. */
const keysIn = (text: string): Set<string> => {
  const keys = new Set<string>();
  for (const { script, text: part } of stretches(text)) {
    if (script === 'word') keys.add(part);
    else {
      const signs = [...part];
      signs.forEach((sign, n) => keys.add(sign).add(`${sign}${signs[n + 1] ?? ''}`));
    }
  }
  return keys;
};

/** A class and all above it: "K82" is looked up under "K", "K8" and "K82". */
const classesAbove = (clc: string): string[] =>
  [...clc.toUpperCase()].map((_sign, n) => clc.toUpperCase().slice(0, n + 1));

const classOf = (text: string): string => text.trim().toUpperCase();

/** Which profiles a title has to be compared with, by one list of each that tells most. */
export interface ProfileIndex {
  words: ReadonlyMap<string, readonly WatchedTerms[]>;
  authors: ReadonlyMap<string, readonly WatchedTerms[]>;
  classes: ReadonlyMap<string, readonly WatchedTerms[]>;
}

/**
 * Profiles by their terms: a title is then compared with those alone that share one with it, however many
 * there are.
 */
export const indexProfiles = (profiles: readonly WatchedTerms[]): ProfileIndex => {
  const index = {
    words: new Map<string, WatchedTerms[]>(),
    authors: new Map<string, WatchedTerms[]>(),
    classes: new Map<string, WatchedTerms[]>(),
  };
  const put = (list: Map<string, WatchedTerms[]>, keys: readonly string[], profile: WatchedTerms): void => {
    for (const key of new Set(keys)) list.set(key, [...(list.get(key) ?? []), profile]);
  };
  for (const profile of profiles) {
    const { words, authors, classes } = profile.terms;
    if (words.length > 0) put(index.words, words.map(keyOfWord), profile);
    else if (authors.length > 0) put(index.authors, authors.map(authorKey), profile);
    else put(index.classes, classes.map(classOf), profile);
  }
  return index;
};

/** Why a title meets a profile; null where it does not. */
export const whyMatched = (
  { words, authors, classes, languages, kinds }: ProfileTerms,
  title: MatchedTitle,
): ProfileWhy[] | null => {
  if (languages.length > 0 && !languages.includes(title.language)) return null;
  if (kinds.length > 0 && !kinds.includes(title.kind)) return null;
  const text = ` ${textOf(title)} `;
  const names = title.contributors.map(({ name }) => authorKey(name));
  const clc = title.clc.toUpperCase();
  const met = {
    word: words.filter((word) => isIn(text, word)),
    author: authors.filter((name) => names.includes(authorKey(name))),
    class: classes.filter((each) => clc.startsWith(classOf(each))),
  };
  const asked = { word: words, author: authors, class: classes };
  const why: ProfileWhy[] = [];
  for (const by of ['word', 'author', 'class'] as const) {
    if (asked[by].length > 0 && met[by].length === 0) return null;
    why.push(...met[by].map((found) => ({ by, text: found })));
  }
  return why.length > 0 ? why : null;
};

/** Parts that do not run into one another: a word is not found across two of them. */
const textOf = ({ title, subtitle, also, subjects }: MatchedTitle): string =>
  [title, subtitle, ...also, ...subjects].map(spaced).filter(Boolean).join(' | ');

/** The profiles that a title meets, each once, with why. */
export const profilesFor = (
  index: ProfileIndex,
  title: MatchedTitle,
): { id: string; why: ProfileWhy[] }[] => {
  const near = new Set<WatchedTerms>();
  const add = (found: readonly WatchedTerms[] | undefined): void => found?.forEach((each) => near.add(each));
  for (const key of keysIn(textOf(title))) add(index.words.get(key));
  for (const { name } of title.contributors) add(index.authors.get(authorKey(name)));
  for (const clc of classesAbove(title.clc)) add(index.classes.get(clc));
  return [...near].flatMap(({ id, terms }) => {
    const why = whyMatched(terms, title);
    return why ? [{ id, why }] : [];
  });
};
