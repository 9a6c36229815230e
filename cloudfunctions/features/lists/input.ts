import * as v from 'valibot';
import { aText, anId } from '../../kernel/validate';

/** What lists are asked with. */
export const aName = aText(30);
export const anAbout = v.pipe(v.string(), v.trim(), v.maxLength(300, '最多 300 个字'));
const aNote = v.pipe(v.string(), v.trim(), v.maxLength(120, '最多 120 个字'));
export const anAuthor = aText(20);
export const ofTitle = v.strictObject({ listId: anId, titleId: anId });
export const withNoteOf = v.strictObject({ listId: anId, titleId: anId, note: aNote });
export const toPlace = v.strictObject({
  listId: anId,
  titleId: anId,
  before: v.union([v.literal(''), anId], '位置不对'),
});
