import type { Mark } from '../../typings/contract';

/** A stretch of a text that is shown in one way: marked or not. */
export interface Piece {
  /** Where it begins: names it in a list. */
  at: number;
  text: string;
  on: boolean;
}

/**
 * A text in pieces, those of the marks on. Marks that overlap, run backwards or end behind the text do no
 * harm.
 */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.max(at, from);
    const end = Math.min(text.length, to);
    if (end <= start) continue;
    if (start > at) out.push({ at, text: text.slice(at, start), on: false });
    out.push({ at: start, text: text.slice(start, end), on: true });
    at = end;
  }
  if (at < text.length) out.push({ at, text: text.slice(at), on: false });
  return out;
}

/**
 * Runs of what was typed: characters, or letters and digits. Signs, and the thin spaces of a phone's pinyin,
 * part them.
 */
const RUNS = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;
const MOST_RUNS = 8;

/**
 * Where a suggestion holds what is being typed, letter by letter: pinyin marks nothing, and the characters
 * before it do. A single letter or digit marks only the beginning of the text, or every title would be full
 * of marks.
 */
export function typedMarks(typed: string, text: string): Mark[] {
  const low = text.toLowerCase();
  // Some letters grow when they become small ("İ"): then places differ, and nothing is marked.
  if (low.length !== text.length) return [];
  const marks: Mark[] = [];
  for (const [run] of [...typed.toLowerCase().matchAll(RUNS)].slice(0, MOST_RUNS)) {
    const at = run.length === 1 && !HAN.test(run) ? (low.startsWith(run) ? 0 : -1) : low.indexOf(run);
    if (at >= 0) marks.push([at, at + run.length]);
  }
  return marks;
}
