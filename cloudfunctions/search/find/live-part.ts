import { buildIndex } from '../index/build';
import { openIndex, type SearchIndex } from '../index/open';
import type { TitleForIndex } from '../index/title';

/** What has changed since the index was made: read from the database, made once for each of its versions. */
export interface LivePart {
  /** Titles added or changed; null when there are none. */
  index: SearchIndex | null;
  /** Identifiers that the large index must not answer with: changed or deleted. */
  gone: ReadonlySet<string>;
}

export const NOTHING_LIVE: LivePart = { index: null, gone: new Set() };

/**
 * In the order of identifiers, whichever order they were read in: where titles are alike in everything that
 * ranks them, every instance answers with the same one first, and the pages of an answer fit together.
 */
export function livePart(changed: TitleForIndex[], deleted: Iterable<string>): LivePart {
  return {
    index: changed.length === 0 ? null : openIndex(buildIndex([...changed].sort(byId))),
    gone: new Set([...changed.map(({ id }) => id), ...deleted]),
  };
}

const byId = (a: TitleForIndex, b: TitleForIndex): number => (a.id < b.id ? -1 : 1);
