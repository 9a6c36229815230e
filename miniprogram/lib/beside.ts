import { ask, type Action, type Input, type Outcome, type Output } from './call';
import { keep, kept } from './keep';
import { keptAs } from './screen/loads';

/**
 * A reading that stands beside what a page is for, as the family to choose from: what was kept is shown at
 * once, what the library says now after it. Without an answer what stands stays, and nothing is said unless
 * the caller says it.
 */
export async function askBeside<A extends Action>(
  action: A,
  input: Input<A>,
  show: (value: Output<A>) => void,
): Promise<Outcome<Output<A>>> {
  const key = keptAs(action, input, true);
  const known = kept<Output<A>>(key);
  if (known) show(known.value);
  const outcome = await ask(action, input);
  if (outcome.kind === 'value') {
    keep(key, outcome.value);
    show(outcome.value);
  }
  return outcome;
}
