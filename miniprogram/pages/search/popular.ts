import { ask } from '../../lib/call';
import { keep, kept } from '../../lib/keep';

/** What many readers search for changes slowly: one question in this time is enough. */
const FRESH_MS = 30 * 60_000;
const KEY = 'search.popular';

/** What was searched for most of late; the last known list while no fresh one can be had. */
export async function popularSearches(): Promise<string[]> {
  const known = kept<{ list: string[] }>(KEY);
  if (known && Date.now() - known.at < FRESH_MS && known.at <= Date.now()) return known.value.list;
  const outcome = await ask('search.popular', {});
  if (outcome.kind !== 'value') return known?.value.list ?? [];
  keep(KEY, outcome.value);
  return outcome.value.list;
}
