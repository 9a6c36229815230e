import type { SearchResult, SearchStepGiven } from '../../typings/contract';
import type { Question } from './find';
import { searchWords } from './search-words';

/**
 * How somebody went about a search, the latest last: a librarian shows it to the reader who asked. It stands
 * in the memory of the phone alone, is sent by nobody but a librarian, and ends with the program.
 */

interface Walked {
  step: SearchStepGiven;
  words: string;
  at: number;
}

const MOST = 12;
/** What was looked for longer ago was another question. */
const FORGOTTEN_MS = 60 * 60_000;

let walked: Walked[] = [];

/** A step that is made again stands at the end. */
export function noteStep(step: SearchStepGiven, words: string, now = Date.now()): void {
  const same = JSON.stringify(step);
  walked = [...walked.filter((each) => JSON.stringify(each.step) !== same), { step, words, at: now }].slice(
    -MOST,
  );
}

/** A search that was answered. */
export function noteSearch({ query, sort: _, ...filters }: Question, { total }: SearchResult): void {
  noteStep({ kind: 'search', query, filters, found: total }, searchWords(query, filters));
}

export function stepsWalked(now = Date.now()): Walked[] {
  return walked.filter(({ at }) => now - at < FORGOTTEN_MS);
}

export function forgetSteps(): void {
  walked = [];
}
