import { readCode, readNumber } from '../index/coding';
import type { Budget, SearchIndex } from '../index/open';
import { breaksTitle } from '../names';
import { addUnit } from '../units';

export const FieldKind = { title: 0, subtitle: 1, also: 2, author: 3, subject: 4, publisher: 5 } as const;
export type FieldKind = (typeof FieldKind)[keyof typeof FieldKind];

export interface Field {
  kind: FieldKind;
  from: number;
  to: number;
}

/** A title laid out for comparing: the units of all its fields in one row, a zero between two. */
export interface Candidate {
  codes: Uint16Array;
  length: number;
  /** For every place of the row, the field it belongs to. */
  fieldAt: Uint8Array;
  fields: Field[];
  /** Where the main part of the title ends: what follows, an edition or a subtitle, is asked for less. */
  mainTo: number;
  /** What the title's own units weigh together. */
  titleWeight: number;
  year: number;
  popularity: number;
}

const ROOM = 500;
/** Of it, what titles may take: names are left some. */
const TEXT_ROOM = 380;
const MOST_FIELDS = 40;
const NEW_LINE = 0x0a;

/** One row, used again for each candidate: ranking looks at some hundred titles, one after the other. */
const row = new Uint16Array(ROOM);
const fieldOf = new Uint8Array(ROOM);
const room = row.subarray(0, TEXT_ROOM);

/** Reads a title for comparing; its bytes are taken from `left`. */
export function readCandidate(index: SearchIndex, number: number, left: Budget): Candidate {
  const cursor = index.record(number);
  const start = cursor.at;
  const fields: Field[] = [];
  let length = 0;
  let mainTo = -1;
  const close = (kind: FieldKind, from: number): void => {
    if (length === from || fields.length === MOST_FIELDS) return;
    fieldOf.fill(fields.length, from, length);
    fields.push({ kind, from, to: length });
    row[length++] = 0;
  };
  for (const kind of [FieldKind.title, FieldKind.subtitle, FieldKind.also]) {
    let from = length;
    let touching = false;
    let last = 0;
    for (let code = readCode(cursor); code !== 0; code = readCode(cursor)) {
      if (code === NEW_LINE) {
        close(kind, from);
        from = length;
      }
      const after: number = length < TEXT_ROOM ? addUnit(room, length, code, touching) : length;
      if (kind === FieldKind.title && mainTo < 0 && length > 0 && breaksTitle(code, last)) mainTo = length;
      last = code;
      touching = after > length;
      length = after;
    }
    close(kind, from);
  }
  for (const kind of [FieldKind.author, FieldKind.subject, FieldKind.publisher])
    for (let count = readNumber(cursor); count > 0; count--) {
      const units = index.nameUnits(readNumber(cursor), left);
      if (length + units.length >= ROOM) continue;
      let from = length;
      for (const code of units) {
        if (code !== 0) row[length++] = code;
        else {
          close(kind, from);
          from = length;
        }
      }
      close(kind, from);
    }
  left.bytes -= cursor.at - start;
  const title = fields[0]?.kind === FieldKind.title ? fields[0] : undefined;
  const ends = mainTo < 0 ? (title?.to ?? 0) : mainTo;
  return {
    codes: row,
    length,
    fieldAt: fieldOf,
    fields,
    mainTo: ends,
    titleWeight: title ? weightInTitle(row, ends, title.from, title.to) : 0,
    year: index.years[number]!,
    popularity: index.popularity[number]!,
  };
}

/** A letter or digit says less than a character. */
const LETTER_WEIGHT = 0.3;
export const unitWeight = (code: number): number => (code < 0x250 ? LETTER_WEIGHT : 1);

function weightOf(codes: Uint16Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += unitWeight(codes[at]!);
  return sum;
}

const BEHIND_MAIN = 0.35;

/** What a stretch of the title weighs of it. */
export function weightInTitle(codes: Uint16Array, mainTo: number, from: number, to: number): number {
  const inMain = weightOf(codes, from, Math.min(to, mainTo));
  return inMain + BEHIND_MAIN * weightOf(codes, Math.max(from, mainTo), to);
}
