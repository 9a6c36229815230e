import { FieldKind, weightInTitle, type Candidate, type Field } from './candidate';
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
export interface Run {
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
/** The text is somebody's name: own works come before books about them, those called by the name too before both. */
const ONLY_A_NAME = 200;
const ONLY_A_SUBJECT = 190;
const NAME_TOO = 90;
const SUBJECT_TOO = 90;
const IN_ONE_PIECE = 40;
const PIECE = 14;
/** Torn from one word into different fields. */
const PIECE_ELSEWHERE = 30;
const TURNED = 4;
const EXACT = 50;
const POPULAR = 20;
const MOST_POPULAR = 16;

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
const YEAR = 0.8;
const LEAST_LETTERS = 3;

export function scoreOf(asked: Prepared, candidate: Candidate): Score {
  const runs = runsOf(asked, candidate);
  const { taken, matched } = take(asked, candidate, runs);
  const covered = Math.min(1, (matched + years(asked, candidate)) / asked.weight);
  return {
    covered,
    points: points(asked, candidate, taken, covered) + alsoSaid(asked, candidate, runs, taken),
    literal: !asked.sounding && covered > LITERAL,
  };
}

/** Where the text stands in a title: for highlighting. */
export function piecesIn(asked: Prepared, candidate: Candidate): { pieces: Run[]; matched: number } {
  const { taken, matched } = take(asked, candidate, runsOf(asked, candidate));
  return { pieces: taken, matched };
}

/** Takes stretches, the best first, each unit and place once. */
function take(asked: Prepared, candidate: Candidate, runs: Run[]): { taken: Run[]; matched: number } {
  usedUnits.fill(0, 0, asked.length);
  usedPlaces.fill(0, 0, candidate.length);
  const taken: Run[] = [];
  let matched = 0;
  for (const run of runs) {
    const piece = freePart(run);
    if (!piece) continue;
    const field = candidate.fields[candidate.fieldAt[piece.place]!]!;
    const worth = worthOf(asked, piece, field, taken);
    if (worth <= 0) continue;
    usedUnits.fill(1, piece.at, piece.at + piece.length);
    usedPlaces.fill(1, piece.place, piece.place + piece.length);
    matched += worth;
    taken.push(piece);
  }
  return { taken, matched };
}

/** A homophone or a field of less worth leaves less than this. */
const LITERAL = 0.995;

const usedUnits = new Uint8Array(256);
const usedPlaces = new Uint8Array(512);
const placeFits = new Int32Array(512);
/** By unit: length of the stretch that ends with it at the place before, and at this place. */
let before = new Uint8Array(256);
let here = new Uint8Array(256);

/** Every stretch of the text that stands in the row, the best first. */
function runsOf(asked: Prepared, { codes, length }: Candidate): Run[] {
  const runs: Run[] = [];
  const units = asked.length;
  for (let place = 0; place < length; place++) placeFits[place] = asked.fitsOf(codes[place]!);
  const fits = asked.fits();
  before.fill(0, 0, units);
  let open = false;
  for (let place = 0; place <= length; place++) {
    const fit = place < length ? placeFits[place]! : -1;
    if (fit < 0) {
      if (open)
        for (let at = 0; at < units; at++) if (before[at]) runs.push(runEnding(at, place - 1, before[at]!));
      if (open) before.fill(0, 0, units);
      open = false;
      continue;
    }
    here[0] = fits[fit]! > 0 ? 1 : 0;
    for (let at = 1; at < units; at++) here[at] = fits[fit + at]! > 0 ? before[at - 1]! + 1 : 0;
    // What ended at the place before and does not go on here.
    if (open)
      for (let at = 0; at < units; at++)
        if (before[at] && (at + 1 === units || !here[at + 1]))
          runs.push(runEnding(at, place - 1, before[at]!));
    [before, here] = [here, before];
    open = true;
  }
  for (const run of runs) run.value = valueOf(asked, run, fits);
  return runs.sort((a, b) => b.value - a.value || a.place - b.place);
}

const runEnding = (at: number, place: number, length: number): Run => ({
  at: at - length + 1,
  place: place - length + 1,
  length,
  value: 0,
});

function valueOf(asked: Prepared, { at, place, length }: Run, fits: Float32Array): number {
  let value = 0;
  for (let n = 0; n < length; n++) value += fits[placeFits[place + n]! + at + n]! * asked.weights[at + n]!;
  return value;
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

function worthOf(asked: Prepared, run: Run, field: Field, taken: Run[]): number {
  const value = valueOf(asked, run, asked.fits()) * fieldFactor[field.kind];
  const letters = asked.weights[run.at]! < 1;
  const short = letters ? run.length < LEAST_LETTERS : run.length === 1;
  if (!short || isWhole(asked, run, field)) return value;
  const beside = taken.some(
    (other) => other.place >= field.from && other.place < field.to && besideEachOther(other, run),
  );
  if (beside) return value;
  // Letters that stray about are nobody's, and so is a lone character that only sounds alike.
  const alike = !asked.sounding && value < fieldFactor[field.kind];
  return letters || alike ? 0 : value * STRAY;
}

/** A whole word of the text or a whole field, however short: 家, C. */
function isWhole(asked: Prepared, run: Run, field: Field): boolean {
  const word = asked.words[asked.wordOf[run.at]!]!;
  return (
    (run.at === word.from && run.at + run.length === word.to) ||
    (run.place === field.from && run.place + run.length === field.to)
  );
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
      ofTitle += weightInTitle(candidate.codes, candidate.mainTo, run.place, run.place + run.length);
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
    piecesCost(asked, candidate, taken) +
    (share === 1 && taken.length === 1 && covered > 0.995 ? EXACT : 0) +
    POPULAR * Math.min(1, Math.log2(1 + candidate.popularity) / MOST_POPULAR)
  );
}

/** What the title says is also a whole name or subject of it. */
function alsoSaid(asked: Prepared, { fields, fieldAt }: Candidate, runs: Run[], taken: Run[]): number {
  let more = 0;
  for (const run of runs) {
    if (run.length < asked.length) continue;
    const field = fields[fieldAt[run.place]!]!;
    if (run.length !== field.to - field.from || taken.some((other) => other.place === run.place)) continue;
    if (field.kind === FieldKind.author) more = Math.max(more, NAME_TOO);
    if (field.kind === FieldKind.subject) more = Math.max(more, SUBJECT_TOO);
  }
  return more;
}

/** More pieces than words were torn apart; pieces in another order than typed were turned. */
function piecesCost(asked: Prepared, { fieldAt }: Candidate, taken: Run[]): number {
  const inOrder = [...taken].sort((a, b) => a.at - b.at);
  let cost = PIECE * Math.max(0, taken.length - asked.words.length);
  for (let n = 1; n < inOrder.length; n++) {
    const [left, right] = [inOrder[n - 1]!, inOrder[n]!];
    if (right.place < left.place) cost += TURNED;
    const sameWord = asked.wordOf[left.at] === asked.wordOf[right.at];
    if (sameWord && fieldAt[left.place] !== fieldAt[right.place]) cost += PIECE_ELSEWHERE;
  }
  return cost;
}
