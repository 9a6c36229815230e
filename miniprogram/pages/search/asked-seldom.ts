import { ask, type Action, type Input, type Output } from '../../lib/call';
import { keep, kept } from '../../lib/keep';

/** What a search starts from changes slowly: one question in this time is enough. */
const FRESH_MS = 30 * 60_000;

/** The answer, or the last known one while no fresh one can be had; null: there never was one. */
export async function askSeldom<A extends Action>(action: A, input: Input<A>): Promise<Output<A> | null> {
  const key = `seldom ${action}`;
  const known = kept<Output<A>>(key);
  if (known && Date.now() - known.at < FRESH_MS && known.at <= Date.now()) return known.value;
  const outcome = await ask(action, input);
  if (outcome.kind !== 'value') return known?.value ?? null;
  keep(key, outcome.value);
  return outcome.value;
}
