import type { Output } from '../../lib/call';

/** A canned answer with what is known filled in. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{([^{}\n]+)\}/g, (whole, name: string) => values[name.trim()] || whole);

/** The one that was chosen, and what of it is still open. */
export function chosenPhrase(
  { list, known }: Output<'talkDesk.phrases'>,
  phraseId: string,
  readerName: string,
): { phrase: string; open: string[] } | undefined {
  const chosen = list.find((each) => each.phraseId === phraseId);
  if (!chosen) return undefined;
  const values = Object.fromEntries(
    [...known, { name: '读者', value: readerName }].map((k) => [k.name, k.value]),
  );
  return {
    phrase: filledIn(chosen.text, values),
    open: chosen.fields.filter((name) => !values[name]),
  };
}
