import { squeeze } from './fold';
import { nameAlone } from './names';

/** A multikey index pays for every key. */
const MOST_AUTHORS = 20;
const LONGEST_KEY = 40;

/**
 * The keys of a title (the multikey index `titles.keys`): `=` and its whole folded name, `@` and each folded
 * name of a contributor. Titles that share both are editions of one work; readers' searches go over the
 * search index instead.
 */
export function keysOfTitle(title: { title: string; contributors: readonly { name: string }[] }): string[] {
  const names = title.contributors.slice(0, MOST_AUTHORS).map(({ name }) => authorKey(name));
  return [...new Set([titleKey(title.title), ...names])].filter((key) => key.length > 1);
}

/** Stands for a whole title, whatever its punctuation. */
export const titleKey = (title: string): string => `=${shortened(squeeze(title))}`;

/** Stands for a contributor, whatever the form of the name: "[美] 黄仁宇" and "黄仁宇" are one. */
export const authorKey = (name: string): string => `@${shortened(squeeze(nameAlone(name)))}`;

const shortened = (text: string): string => [...text].slice(0, LONGEST_KEY).join('');
