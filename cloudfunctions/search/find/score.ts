import { FieldKind, weightOf, type Candidate, type Field } from './candidate';
import type { Prepared } from './prepare';

/** How a title answers what was asked. */
export interface Score {
  points: number;
  /** Share of what was typed that the title covers, 0 to 1. */
  covered: number;
  /** Every unit was found as typed. */
  literal: boolean;
}

/** A stretch of the typed text that stands in a field: units from `at`, places of the row from `place`. */
interface Run {
  at: number;
  place: number;
  length: number;
  value: number;
}

/**
 * What is covered counts, whatever the kind of the query: of the typed text (squared, so that leaving a part out is dear), then of
 * the title (so that the nearer title is the shorter one), then whether it begins the title, whole names, and in how many pieces
 * it had to be found. An exact title, a fragment, fragments turned round, a wrong or missing character and title with
 * author are the same to it.
 */
const COVERED = 600;
const OF_TITLE = 250;
const BEGINS = 60;
const WHOLE_NAME = 60;
const ONLY_A_NAME = 140;
const ONLY_A_SUBJECT = 90;
const IN_ONE_PIECE = 40;
const PIECE = 14;
const TURNED = 4;
const EXACT = 50;
const POPULAR = 20;
const MOST_POPULAR = 16;

const fieldFactor: Record<FieldKind, number> = {
  [FieldKind.title]: 1,
  [FieldKind.subtitle]: 0.96,
  [FieldKind.also]: 0.96,
  [FieldKind.author]: 0.99,
  [FieldKind.subject]: 0.93,
  [FieldKind.publisher]: 0.85,
};
/** What a lone character is worth that has no neighbour beside it. */
const STRAY = 0.45;
const YEAR = 0.8;
const LEAST_LETTERS = 3;

export function scoreOf(asked: Prepared, candidate: Candidate): Score {
  const literally = cover(asked, candidate, asked.fitLiterally);
  if (literally.covered > 0.995 && !asked.sounding) return { ...literally, literal: true };
  const forgiving = cover(asked, candidate, asked.fit);
  return forgiving.points > literally.points
    ? { ...forgiving, literal: false }
    : { ...literally, literal: literally.covered > 0.995 };
}

const usedUnits = new Uint8Array(256);
const usedPlaces = new Uint8Array(512);

function cover(
  asked: Prepared,
  candidate: Candidate,
  fit: (unit: number, code: number) => number,
): { points: number; covered: number } {
  const runs = runsOf(asked, candidate, fit);
  usedUnits.fill(0, 0, asked.length);
  usedPlaces.fill(0, 0, candidate.length);
  const taken: Run[] = [];
  let matched = 0;
  for (const run of runs) {
    const piece = freePart(run);
    if (!piece) continue;
    const field = candidate.fields[candidate.fieldAt[piece.place]!]!;
    const worth = worthOf(asked, candidate, piece, field, taken, fit);
    if (worth <= 0) continue;
    usedUnits.fill(1, piece.at, piece.at + piece.length);
    usedPlaces.fill(1, piece.place, piece.place + piece.length);
    matched += worth;
    taken.push(piece);
  }
  matched += years(asked, candidate);
  const covered = Math.min(1, matched / asked.weight);
  return { covered, points: points(asked, candidate, taken, covered) };
}

/** Every stretch, longest first; found along the diagonals of the text and the row. */
function runsOf(asked: Prepared, { codes, length }: Candidate, fit: (unit: number, code: number) => number): Run[] {
  const runs: Run[] = [];
  for (let diagonal = 1 - asked.length; diagonal < length; diagonal++) {
    let at = Math.max(0, -diagonal);
    let start = -1;
    let value = 0;
    for (; at <= asked.length; at++) {
      const place = at + diagonal;
      const good = at < asked.length && place < length ? fit(at, codes[place]!) : 0;
      if (good > 0) {
        if (start < 0) start = at;
        value += good * asked.weights[at]!;
      } else {
        if (start >= 0) runs.push({ at: start, place: start + diagonal, length: at - start, value });
        start = -1;
        value = 0;
        if (place >= length) break;
      }
    }
  }
  return runs.sort((a, b) => b.value - a.value || a.place - b.place);
}

/** What of a run is neither found elsewhere nor in a place that was used. */
function freePart({ at, place, length, value }: Run): Run | null {
  let from = 0;
  let to = length;
  while (from < to && (usedUnits[at + from] || usedPlaces[place + from])) from++;
  while (to > from && (usedUnits[at + to - 1] || usedPlaces[place + to - 1])) to--;
  for (let n = from; n < to; n++) if (usedUnits[at + n] || usedPlaces[place + n]) to = n;
  if (from === to) return null;
  return { at: at + from, place: place + from, length: to - from, value };
}

function worthOf(
  asked: Prepared,
  { codes }: Candidate,
  run: Run,
  field: Field,
  taken: Run[],
  fit: (unit: number, code: number) => number,
): number {
  let value = 0;
  for (let n = 0; n < run.length; n++) value += fit(run.at + n, codes[run.place + n]!) * asked.weights[run.at + n]!;
  value *= fieldFactor[field.kind];
  const short = asked.weights[run.at]! < 1 ? run.length < LEAST_LETTERS : run.length === 1;
  if (!short || isWhole(asked, run, field)) return value;
  const beside = taken.some(
    (other) => other.place >= field.from && other.place < field.to && besideEachOther(other, run),
  );
  if (beside) return value;
  // Letters that stray about are nobody's: the next word has them too.
  return asked.weights[run.at]! < 1 ? 0 : value * STRAY;
}

/** A whole word of the text or a whole field, however short: 家, C. */
function isWhole(asked: Prepared, run: Run, field: Field): boolean {
  const word = asked.words[asked.wordOf[run.at]!]!;
  return (run.at === word.from && run.at + run.length === word.to) || (run.place === field.from && run.place + run.length === field.to);
}

/** In line with it but for one character too many, missing or wrong. */
function besideEachOther(a: Run, b: Run): boolean {
  if (Math.abs(a.place - a.at - (b.place - b.at)) > 1) return false;
  const gap = a.at < b.at ? b.at - (a.at + a.length) : a.at - (b.at + b.length);
  return gap <= 2;
}

/** 2015 beside a title is its year. */
function years(asked: Prepared, { year }: Candidate): number {
  if (year === 0) return 0;
  let matched = 0;
  for (const word of asked.words) {
    if (word.year !== year || usedUnits[word.from]) continue;
    for (let at = word.from; at < word.to; at++) matched += asked.weights[at]! * YEAR;
  }
  return matched;
}

function points(asked: Prepared, candidate: Candidate, taken: Run[], covered: number): number {
  const title = candidate.fields[0]?.kind === FieldKind.title ? candidate.fields[0] : undefined;
  let ofTitle = 0;
  let begins = false;
  let names = 0;
  let onlyName = false;
  let onlySubject = false;
  for (const run of taken) {
    const field = candidate.fields[candidate.fieldAt[run.place]!]!;
    const wholeText = run.length === asked.length;
    if (field === title) {
      ofTitle += weightOf(candidate.codes, run.place, run.place + run.length);
      if (run.place === title.from) begins = true;
    } else if (field.kind === FieldKind.author) {
      const share = run.length / (field.to - field.from);
      names = Math.max(names, share);
      if (wholeText) onlyName = onlyName || share === 1;
    } else if (field.kind === FieldKind.subject && wholeText && run.length === field.to - field.from) {
      onlySubject = true;
    }
  }
  const share = candidate.titleWeight > 0 ? Math.min(1, ofTitle / candidate.titleWeight) : 0;
  return (
    COVERED * covered * covered +
    OF_TITLE * share * covered +
    (begins ? BEGINS : 0) +
    WHOLE_NAME * (names > 0.5 ? names : 0) +
    (onlyName ? ONLY_A_NAME : 0) +
    (onlySubject ? ONLY_A_SUBJECT : 0) +
    (taken.length === 1 ? IN_ONE_PIECE : 0) -
    piecesCost(asked, taken) +
    (share === 1 && taken.length === 1 && covered > 0.995 ? EXACT : 0) +
    POPULAR * Math.min(1, Math.log2(1 + candidate.popularity) / MOST_POPULAR)
  );
}

/** More pieces than words were torn apart; pieces in another order than typed were turned. */
function piecesCost(asked: Prepared, taken: Run[]): number {
  const torn = Math.max(0, taken.length - asked.words.length);
  const inOrder = [...taken].sort((a, b) => a.at - b.at);
  let turned = 0;
  for (let n = 1; n < inOrder.length; n++) if (inOrder[n]!.place < inOrder[n - 1]!.place) turned++;
  return PIECE * torn + TURNED * turned;
}

