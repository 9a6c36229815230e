import { squeeze } from '../../search/fold';
import { browse } from '../../search/find/browse';
import { classCounts } from '../../search/find/classes';
import { searchMerged, type MergedFound } from '../../search/find/merged';
import { suggest } from '../../search/find/suggest';
import { nameAlone } from '../../search/names';
import { MOST_FOUND, type OpenEngine, type SearchEngine } from './engine';
import { keepIndex } from './kept-index';
import type { KeptIndex } from './loading-index';

/**
 * The product's own engine: a snapshot of the catalogue in the memory of a warm function, and what changed
 * since.
 */
export const compactEngine = (): OpenEngine => {
  const keptNow = keepIndex();
  return async (context) => engineOver(await keptNow(context));
};

const engineOver = ({ index, live }: KeptIndex): SearchEngine => ({
  find: async (question) => {
    const found = searchMerged(index, live, question);
    return {
      ids: found.hits.slice(0, MOST_FOUND).map(({ id }) => id),
      total: found.total,
      totalIsAtLeast: found.totalIsAtLeast,
      facets: found.facets,
      didYouMean: found.didYouMean,
      named: namedBy(found),
    };
  },
  list: async (question) => browse(index, live, question),
  suggest: async (text, most) => suggest(index, live, text, most),
  classes: async (under, filters) => classCounts(index, live, under, filters),
});

const namedBy = ({ asked, hits: [best] }: MergedFound): string | null => {
  if (!asked || !best) return null;
  const { title, authors } = best.stored();
  const names = [title, ...authors.map(nameAlone)];
  return names.find((name) => squeeze(name) === asked.whole) ?? null;
};
