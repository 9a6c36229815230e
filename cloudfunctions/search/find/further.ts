import type { SearchIndex } from '../index/open';
import { newestFirst } from './newest-first';
import type { Gathered } from './gather';

export type Sort = 'relevance' | 'newest' | 'most_borrowed';

/**
 * Of a common term the most borrowed titles are kept in the index, and a filter may leave few of these, or
 * the newest may not be among them: the titles that may be found by reading what they say, in the order in
 * which that is worth it.
 */
export function* furtherTitles(
  index: SearchIndex,
  gathered: Gathered,
  wanted: ((title: number) => boolean) | null,
  sort: Sort,
): Generator<number> {
  const some = gathered.nearlyComplete();
  if (some) {
    yield* sort === 'newest' ? some.sort((a, b) => index.addedOn[b]! - index.addedOn[a]!) : some;
    return;
  }
  const seenTo = gathered.seenTo();
  const order = sort === 'newest' ? newestFirst(index) : null;
  for (let at = order ? 0 : seenTo + 1; at < index.titles; at++) {
    const title = order ? order[at]! : at;
    if (title > seenTo && (!wanted || wanted(title))) yield title;
  }
}
