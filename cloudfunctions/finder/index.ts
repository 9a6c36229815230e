import type { FinderAction } from '../../typings/contract';
import { answers } from '../features/answers';
import { compactEngine, countSearches, search, type SearchContext } from '../features/search';
import { serve } from '../platform/serve';

/** Another engine is named here and nowhere else. */
const openEngine = compactEngine();
const counting = countSearches();

/** Readers and visitors, as at `reader`; a door of its own since it keeps what is searched in its memory. */
export const main = serve<FinderAction, SearchContext>({
  operations: { ...search, ...answers },
  guard: async (caller, context) => {
    if (!caller.openid) return { refusals: [{ code: 'no_card' }] };
    // A door is frozen between requests: what it has counted has no other moment to be written.
    const [engine] = await Promise.all([openEngine(context), counting.writeWhenDue(context)]);
    return { ...context, engine, counting };
  },
});
