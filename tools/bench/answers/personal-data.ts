import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalIn } from '../../../cloudfunctions/answers/personal-data';
import { table } from '../../table';

/**
 * Sentences as people write them in a talk, with what is personal marked, and others that only look so,
 * written by somebody who does not build the rules; their misses were looked at while the rules were built.
 * Nobody's name is given beforehand. A mark is found when everything of it is taken out; a false removal is
 * one that touches no mark.
 */
interface Sentence {
  text: string;
  spans: { from: number; to: number; kind: string; words: string }[];
}

interface Told {
  kind: string;
  text: string;
  words: string;
}

const WORDS_OF_KIND: Record<string, string> = { name: 'names', address: 'addresses' };
/** Of the demo library. */
const CARD_PREFIX = '3310';

export function benchPersonalData(root: string): string {
  const path = join(root, 'tools', 'bench', 'answers', 'personal.json');
  if (!existsSync(path)) return 'Personal data: NOT RUN, the sentences are not there';
  const sentences = JSON.parse(readFileSync(path, 'utf8')) as Sentence[];
  const marked = new Map<string, number>();
  const missed: Told[] = [];
  const removed: Told[] = [];
  for (const { text, spans } of sentences) {
    const found = personalIn(text, { names: [], cardPrefix: CARD_PREFIX, own: [] });
    for (const { from, to, kind, words } of spans) {
      const lot = WORDS_OF_KIND[kind] ?? 'numbers';
      marked.set(lot, (marked.get(lot) ?? 0) + 1);
      const whole = [...Array(to - from).keys()].every((n) =>
        found.some((span) => span.from <= from + n && from + n < span.to),
      );
      if (!whole) missed.push({ kind: lot, text, words });
    }
    for (const span of found)
      if (!spans.some(({ from, to }) => span.from < to && from < span.to))
        removed.push({ kind: span.kind, text, words: text.slice(span.from, span.to) });
  }
  for (const { kind, text, words } of missed) console.log(`missed of ${kind}: ${words} in ${text}`);
  for (const { kind, text, words } of removed) console.log(`falsely removed as ${kind}: ${words} in ${text}`);
  const rows = [...marked].map(([lot, count]) => {
    const gone = missed.filter(({ kind }) => kind === lot).length;
    return [lot, count, count - gone, ((count - gone) / count).toFixed(3)];
  });
  return `${table(['personal data', 'marked', 'found', 'recall'], rows)}\nfalse removals in ${sentences.length} sentences: ${removed.length}`;
}
