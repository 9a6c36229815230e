import * as v from 'valibot';
import { aText, anId, someLines } from '../../kernel/validate';

/** What lists are asked with. */
export const aName = aText(30);
export const anAbout = someLines(300);
const aNote = someLines(120);
export const anAuthor = aText(20);
const anAge = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)));
export const someAges = v.pipe(
  v.strictObject({ from: anAge, to: anAge }),
  v.check(({ from, to }) => from === null || to === null || from <= to, '年龄的上限不能比下限小'),
);
export const ofTitle = v.strictObject({ listId: anId, titleId: anId });
export const withNoteOf = v.strictObject({ listId: anId, titleId: anId, note: aNote });
export const toPlace = v.strictObject({
  listId: anId,
  titleId: anId,
  before: v.union([v.literal(''), anId], '位置不对'),
});
