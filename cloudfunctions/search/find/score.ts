import { FieldKind, weightInTitle, type Candidate, type Field } from './candidate';
import { piecesOf, wasFound, type Pieces } from './pieces';
import type { Prepared } from './prepare';
import type { Run, RunList } from './runs';

/** How a title answers what was asked. */
export interface Score {
  points: number;
  /** Share of what was typed that the title covers, 0 to 1. */
  covered: number;
  /** Every unit was found as typed. */
  literal: boolean;
  /** All of the title's main part stands in the text. */
  whole: boolean;
}

/**
 * What is covered counts, whatever the kind of the query: of the typed text (squared, so that leaving a part
 * out is dear), then of the title (so that the nearer title is the shorter one), then whether it begins the
 * title, whole names, and in how many pieces it had to be found. An exact title, a fragment, fragments turned
 * round, a wrong or missing character and title with author are the same to it.
 */
const COVERED = 600;
const OF_TITLE = 250;
const BEGINS = 60;
const WHOLE_NAME = 60;
/**
 * The text is somebody's name: own works come before books about them, those called by the name too before
 * both.
 */
const ONLY_A_NAME = 270;
const ONLY_A_SUBJECT = 250;
const NAME_TOO = 180;
const SUBJECT_TOO = 170;
const IN_ONE_PIECE = 40;
const PIECE = 14;
/** Torn from one word into different fields. */
const PIECE_ELSEWHERE = 30;
const TURNED = 4;
const EXACT = 50;
const POPULAR = 20;
const MOST_POPULAR = 16;

/** A title of one character stands in many a text. */
const LEAST_WHOLE_TITLE = 1.5;
const YEAR = 0.8;
/** A homophone or a field of less worth leaves less than this. */
const LITERAL = 0.995;

/** Compares one way to understand the text with one title; the result is written to `into`. */
export function scoreInto(into: Score, asked: Prepared, candidate: Candidate): void {
  const pieces = piecesOf(asked, candidate);
  const covered = Math.min(1, (pieces.matched + years(asked, candidate)) / asked.weight);
  into.covered = covered;
  const share = shareOfTitle(candidate, pieces.taken);
  into.points = points(asked, candidate, pieces.taken, covered, share) + alsoSaid(asked, candidate, pieces);
  into.whole = share === 1 && candidate.titleWeight > LEAST_WHOLE_TITLE;
  into.literal = !asked.sounding && covered > LITERAL;
}

/** 2015 beside a title is its year. */
function years(asked: Prepared, { year }: Candidate): number {
  if (year === 0) return 0;
  let matched = 0;
  for (const word of asked.words) {
    if (word.year !== year || wasFound(word.from)) continue;
    for (let at = word.from; at < word.to; at++) matched += asked.weights[at]! * YEAR;
  }
  return matched;
}

const titleOf = ({ fields: [first] }: Candidate): Field | null =>
  first?.kind === FieldKind.title ? first : null;

function shareOfTitle(candidate: Candidate, { runs, count }: RunList): number {
  const title = titleOf(candidate);
  if (!title || candidate.titleWeight === 0) return 0;
  let weight = 0;
  for (let n = 0; n < count; n++) {
    const { place, length } = runs[n]!;
    if (place < title.to) weight += weightInTitle(candidate.codes, candidate.mainTo, place, place + length);
  }
  return Math.min(1, weight / candidate.titleWeight);
}

function points(
  asked: Prepared,
  candidate: Candidate,
  taken: RunList,
  covered: number,
  share: number,
): number {
  const title = titleOf(candidate);
  let begins = false;
  let names = 0;
  let onlyName = false;
  let onlySubject = false;
  for (let n = 0; n < taken.count; n++) {
    const { place, length } = taken.runs[n]!;
    const field = candidate.fields[candidate.fieldAt[place]!]!;
    const all = length === asked.length && length === field.to - field.from;
    if (field === title) begins ||= place === title.from;
    else if (field.kind === FieldKind.author) {
      names = Math.max(names, length / (field.to - field.from));
      onlyName ||= all;
    } else if (field.kind === FieldKind.subject) onlySubject ||= all;
  }
  return (
    COVERED * covered * covered +
    OF_TITLE * share * covered +
    (begins ? BEGINS : 0) +
    WHOLE_NAME * (names > 0.5 ? names : 0) +
    (onlyName ? ONLY_A_NAME * covered : 0) +
    (onlySubject ? ONLY_A_SUBJECT * covered : 0) +
    (taken.count === 1 ? IN_ONE_PIECE : 0) -
    piecesCost(asked, candidate, taken) +
    (share === 1 && taken.count === 1 && taken.runs[0]!.length === asked.length ? EXACT * covered : 0) +
    POPULAR * Math.min(1, Math.log2(1 + candidate.popularity) / MOST_POPULAR)
  );
}

/** What the title says is also a whole name or subject of it. */
function alsoSaid(asked: Prepared, { fields, fieldAt }: Candidate, { runs, taken }: Pieces): number {
  let more = 0;
  for (let n = 0; n < runs.count; n++) {
    const run = runs.runs[n]!;
    if (run.length < asked.length) continue;
    const field = fields[fieldAt[run.place]!]!;
    if (run.length !== field.to - field.from || isTaken(run, taken)) continue;
    if (field.kind === FieldKind.author) more = Math.max(more, NAME_TOO);
    if (field.kind === FieldKind.subject) more = Math.max(more, SUBJECT_TOO);
  }
  return more;
}

function isTaken({ place }: Run, { runs, count }: RunList): boolean {
  for (let n = 0; n < count; n++) if (runs[n]!.place === place) return true;
  return false;
}

/** More pieces than words were torn apart; pieces in another order than typed were turned. */
function piecesCost(asked: Prepared, { fieldAt }: Candidate, { runs, count }: RunList): number {
  let cost = PIECE * Math.max(0, count - asked.words.length);
  for (let n = 0; n < count; n++) {
    const left = runs[n]!;
    const right = following(left, runs, count);
    if (!right) continue;
    if (right.place < left.place) cost += TURNED;
    const sameWord = asked.wordOf[left.at] === asked.wordOf[right.at];
    if (sameWord && fieldAt[left.place] !== fieldAt[right.place]) cost += PIECE_ELSEWHERE;
  }
  return cost;
}

/** The next piece of the text as it was typed. */
function following({ at }: Run, runs: Run[], count: number): Run | null {
  let next: Run | null = null;
  for (let n = 0; n < count; n++) {
    const run = runs[n]!;
    if (run.at > at && (!next || run.at < next.at)) next = run;
  }
  return next;
}
