import { personalIn } from '../../answers/personal-data';
import type { Known } from '../../answers/personal/spans';
import type { Library } from '../../documents';

/** What of people's data this library knows to be its own. */
export const knownIn = ({ settings, branches }: Library, names: readonly string[]): Known => ({
  names,
  cardPrefix: settings.cardPrefix,
  own: branches.flatMap(({ address, phone }) => [address, phone]),
});

/** Every part of the texts that tells of a person and is not among those to keep. */
export function personalParts(
  texts: readonly string[],
  known: Known,
  keep: readonly string[] = [],
): string[] {
  const parts = texts.flatMap((text) => personalIn(text, known).map(({ from, to }) => text.slice(from, to)));
  return [...new Set(parts)].filter((part) => !keep.includes(part));
}
