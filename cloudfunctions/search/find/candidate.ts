import type { StoredTitle } from '../index/title';
import { nameAlone } from '../names';
import { unitsOf } from '../units';

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
  /** What the title's own units weigh together. */
  titleWeight: number;
  year: number;
  popularity: number;
}

const ROOM = 480;
const MOST_FIELDS = 40;

/** One row, used again for each candidate: ranking looks at some hundred titles, one after the other. */
const row = new Uint16Array(ROOM);
const fieldOf = new Uint8Array(ROOM);

export function layOutCandidate(stored: StoredTitle, year: number, popularity: number): Candidate {
  const fields: Field[] = [];
  let length = 0;
  const add = (kind: FieldKind, text: string): void => {
    if (text === '' || length >= ROOM - 1 || fields.length >= MOST_FIELDS) return;
    const { codes } = unitsOf(text, ROOM - 1 - length);
    if (codes.length === 0) return;
    row.set(codes, length);
    fieldOf.fill(fields.length, length, length + codes.length);
    fields.push({ kind, from: length, to: length + codes.length });
    length += codes.length;
    row[length] = 0;
    fieldOf[length++] = 0;
  };
  add(FieldKind.title, stored.title);
  add(FieldKind.subtitle, stored.subtitle);
  for (const author of stored.authors) add(FieldKind.author, nameAlone(author));
  if (stored.also !== '') for (const other of stored.also.split('\n')) add(FieldKind.also, other);
  for (const subject of stored.subjects) add(FieldKind.subject, subject);
  add(FieldKind.publisher, stored.publisher);
  const title = fields[0]?.kind === FieldKind.title ? fields[0] : undefined;
  return {
    codes: row,
    length,
    fieldAt: fieldOf,
    fields,
    titleWeight: title ? weightOf(row, title.from, title.to) : 0,
    year,
    popularity,
  };
}

/** A letter or digit says less than a character. */
export const LETTER_WEIGHT = 0.3;
export const unitWeight = (code: number): number => (code < 0x250 ? LETTER_WEIGHT : 1);

export function weightOf(codes: Uint16Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += unitWeight(codes[at]!);
  return sum;
}
