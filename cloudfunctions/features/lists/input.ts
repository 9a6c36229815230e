import * as v from 'valibot';
import { aText, anId, someLines } from '../../kernel/validate';

/** What lists are asked with. */
export const aName = aText(30);
export const anAbout = someLines(300);
const aNote = someLines(120);
export const anAuthor = aText(20);
export const ofTitle = v.strictObject({ listId: anId, titleId: anId });
export const withNoteOf = v.strictObject({ listId: anId, titleId: anId, note: aNote });
export const toPlace = v.strictObject({
  listId: anId,
  titleId: anId,
  before: v.union([v.literal(''), anId], '位置不对'),
});
