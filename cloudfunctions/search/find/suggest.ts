import type { Budget, SearchIndex } from '../index/open';
import { squeeze } from '../fold';
import { nameAlone } from '../names';
import { unitsOf } from '../units';
import { analyse } from './analyse';
import { slotOf } from './fits';
import type { LivePart } from './live-part';
import { prepare, type Prepared } from './prepare';
import { byPoints, searchIndex } from './search';

export interface Suggestion {
  kind: 'title' | 'author';
  text: string;
}

/** While typing, every letter asks: less is read than for an answer. */
const TYPING_BUDGET: Readonly<Budget> = { postings: 4000, bytes: 14_000 };
const MOST_LOOKED_AT = 60;

/**
 * What the reader may be about to type: titles and contributors that begin with the text, as typed, in other
 * characters or in sound; then titles that hold it. Each once, at most `most`.
 */
export function suggest(index: SearchIndex, live: LivePart, text: string, most = 8): Suggestion[] {
  const asked = analyse(text);
  if (!asked) return [];
  const half = { postings: TYPING_BUDGET.postings / 4, bytes: TYPING_BUDGET.bytes / 4 };
  const fresh = live.index ? searchIndex(live.index, { text }, half).hits : [];
  const old = searchIndex(index, { text }, TYPING_BUDGET, index.placesOf(live.gone)).hits;
  const hits = [...fresh, ...old].sort(byPoints).slice(0, MOST_LOOKED_AT);
  const ways = asked.ways.map(prepare);
  const begins = (name: string): boolean => ways.some((way) => beginsWith(way, unitsOf(name).codes));
  const beginning: Suggestion[] = [];
  const holding: Suggestion[] = [];
  for (const hit of hits) {
    const { title, authors } = hit.stored();
    (begins(title) ? beginning : holding).push({ kind: 'title', text: title });
    for (const author of authors.map(nameAlone))
      if (begins(author)) beginning.push({ kind: 'author', text: author });
  }
  return once([...beginning, ...holding]).slice(0, most);
}

function beginsWith({ fits, length }: Prepared, codes: Uint16Array): boolean {
  if (codes.length < length) return false;
  for (let at = 0; at < length; at++) {
    const slot = slotOf(fits, codes[at]!);
    if (slot < 0 || fits.values[slot * length + at]! === 0) return false;
  }
  return true;
}

function once(suggestions: Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ kind, text }) => {
    const key = kind + squeeze(text);
    return !seen.has(key) && seen.add(key);
  });
}
