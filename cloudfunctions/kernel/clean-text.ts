/**
 * What may stand in no text: control characters, halves of characters, marks that turn the direction of
 * writing, and characters that take room or none and show nothing. Joiners and variation selectors stay:
 * emoji and rare characters in names are made with them.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc\u{e0000}-\u{e00ff}]/gu;
/** Of the text before it is made one line: what is a blank there. */
const BREAKS = /[\t\r\n\v\f\u0085\u2028\u2029]+/g;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** A name, a reason, a title: one line without anything unseen. */
export const oneLine = (text: string): string => text.replace(BREAKS, ' ').replace(UNSEEN, '').trim();

/** A text of several lines, at most one of them empty between two. */
export const severalLines = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replace(/\t/g, ' ')
    .split('\n')
    .map((line) => line.replace(UNSEEN, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
