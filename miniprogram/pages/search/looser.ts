import { isbnIn } from './search-view';

/** So many are tried: each is a search of its own. */
const MOST = 3;
const SHORTEST = 2;

/** Where the main part of a title ends, and where one word ends and another begins. */
const BREAKS = /[\s《》:：()（）【】[\]—、，,;；/·]+/;

/**
 * What may be found where nothing has all of what was typed: its words each alone, the longest first; of one
 * long word its two halves. Nothing of an ISBN: half of it is no book.
 */
export function looser(query: string): string[] {
  if (isbnIn(query) || /^[\dXx -]+$/.test(query)) return [];
  const words = query.split(BREAKS).filter((word) => word.length >= SHORTEST);
  const [only = ''] = words;
  const parts = words.length > 1 ? [...words].sort((a, b) => b.length - a.length) : halves(only);
  return [...new Set(parts)].filter((part) => part !== query.trim()).slice(0, MOST);
}

/** A word of four characters and more, written without spaces. */
function halves(word: string): string[] {
  const signs = [...word];
  if (signs.length < 2 * SHORTEST || !/^\p{Script=Han}+$/u.test(word)) return [word];
  const middle = Math.floor(signs.length / 2);
  return [signs.slice(0, middle).join(''), signs.slice(middle).join('')];
}

/** What was looked through, so that nobody tries the same again. */
export function triedText(narrowedTo: readonly string[]): string {
  const where = '书名、作者、出版社、主题和拼音都查过了';
  return narrowedTo.length > 0 ? `${where}，只看了${narrowedTo.join('、')}。` : `${where}。`;
}
