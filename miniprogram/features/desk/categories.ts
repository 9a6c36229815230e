import { ask } from '../../lib/call';

export interface Choice {
  id: string;
  name: string;
}

let known: Choice[] = [];

/** The library's own categories of readers, to choose from; none when no answer came. Asked once a visit. */
export async function readerCategories(): Promise<Choice[]> {
  if (known.length > 0) return known;
  const outcome = await ask('rules.policies', {});
  if (outcome.kind === 'value') known = outcome.value.readerCategories;
  return known;
}
