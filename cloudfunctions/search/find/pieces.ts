import { FieldKind, type Candidate, type Field } from './candidate';
import type { Prepared } from './prepare';
import { addRun, runList, runsOf, valueOf, type Run, type RunList } from './runs';

/** What of a text stands in a title: stretches of it, each unit and each place once. */
export interface Pieces {
  taken: RunList;
  /** All stretches that stand somewhere, also beside each other. */
  runs: RunList;
  /** What the taken ones are worth together. */
  matched: number;
}

const fieldFactor: Record<FieldKind, number> = {
  [FieldKind.title]: 1,
  [FieldKind.subtitle]: 0.96,
  [FieldKind.also]: 0.96,
  [FieldKind.author]: 0.99,
  [FieldKind.subject]: 0.96,
  [FieldKind.publisher]: 0.85,
};
/** What a lone character is worth that has no neighbour beside it. */
const STRAY = 0.45;
const LEAST_LETTERS = 3;

const usedUnits = new Uint8Array(256);
const usedPlaces = new Uint8Array(512);
const pieces: Pieces = { taken: runList(), runs: runList(), matched: 0 };

/** Takes stretches, the best first. Valid until the next call. */
export function piecesOf(asked: Prepared, candidate: Candidate): Pieces {
  const runs = runsOf(asked, candidate);
  const { taken } = pieces;
  taken.count = 0;
  pieces.runs = runs;
  pieces.matched = 0;
  usedUnits.fill(0, 0, asked.length);
  usedPlaces.fill(0, 0, candidate.length);
  let left = asked.length;
  for (let n = 0; n < runs.count && left > 0; n++) {
    const run = freePart(runs.runs[n]!);
    if (!run) continue;
    const field = candidate.fields[candidate.fieldAt[run.place]!]!;
    const worth = worthOf(asked, candidate, run, field, taken);
    if (worth <= 0) continue;
    usedUnits.fill(1, run.at, run.at + run.length);
    usedPlaces.fill(1, run.place, run.place + run.length);
    left -= run.length;
    pieces.matched += worth;
    addRun(taken, run.at, run.place, run.length, run.value);
  }
  return pieces;
}

/** Whether a unit of the text was found, in what was compared last. */
export const wasFound = (unit: number): boolean => usedUnits[unit] === 1;

const part: Run = { at: 0, place: 0, length: 0, value: -1 };

/** What of a run is neither found elsewhere nor in a place that was used. */
function freePart(run: Run): Run | null {
  const { at, place, length } = run;
  let from = 0;
  let to = length;
  while (from < to && (usedUnits[at + from] || usedPlaces[place + from])) from++;
  while (to > from && (usedUnits[at + to - 1] || usedPlaces[place + to - 1])) to--;
  for (let n = from; n < to; n++) if (usedUnits[at + n] || usedPlaces[place + n]) to = n;
  if (from === to) return null;
  if (to - from === length) return run;
  part.at = at + from;
  part.place = place + from;
  part.length = to - from;
  part.value = -1;
  return part;
}

function worthOf(asked: Prepared, candidate: Candidate, run: Run, field: Field, taken: RunList): number {
  if (run.value < 0) run.value = valueOf(asked, run);
  const value = run.value * fieldFactor[field.kind];
  const letters = asked.weights[run.at]! < 1;
  const short = letters ? run.length < LEAST_LETTERS : run.length === 1;
  if (!short || isWhole(asked, run, field, candidate.codes, letters)) return value;
  for (let n = 0; n < taken.count; n++) {
    const other = taken.runs[n]!;
    if (other.place >= field.from && other.place < field.to && besideEachOther(other, run)) return value;
  }
  // Letters that stray about are nobody's, and so is a lone character that only sounds alike.
  const alike = !asked.sounding && value < fieldFactor[field.kind];
  return letters || alike ? 0 : value * STRAY;
}

/** A whole word of the text or a whole field, however short: 家, C. */
function isWhole(asked: Prepared, run: Run, field: Field, codes: Uint16Array, letters: boolean): boolean {
  const to = run.place + run.length;
  if (run.place === field.from && to === field.to) return true;
  const word = asked.words[asked.wordOf[run.at]!]!;
  if (run.at !== word.from || run.at + run.length !== word.to) return false;
  // "se" is no word of Fraser.
  return !letters || !((run.place > 0 && isLetter(codes[run.place - 1]!)) || isLetter(codes[to]!));
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** In line with it but for one character too many, missing or wrong. */
function besideEachOther(a: Run, b: Run): boolean {
  if (Math.abs(a.place - a.at - (b.place - b.at)) > 1) return false;
  const gap = a.at < b.at ? b.at - (a.at + a.length) : a.at - (b.at + b.length);
  return gap <= 2;
}
