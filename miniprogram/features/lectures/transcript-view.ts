import type { Said } from '../../../typings/contract';
import { lengthText } from '../../lib/dates';

export interface Paragraph {
  at: number;
  clock: string;
  /** Its text in pieces, those that were searched for marked. */
  pieces: { text: string; found: boolean }[];
}

/** What was said, or of it what holds the words. Letters count alike, large or small. */
export function paragraphs(list: Said[], words = ''): Paragraph[] {
  const wanted = words.trim().toLowerCase();
  return list
    .filter(({ text }) => wanted === '' || text.toLowerCase().includes(wanted))
    .map(({ text, at }) => ({ at, clock: lengthText(at), pieces: piecesOf(text, wanted) }));
}

function piecesOf(text: string, wanted: string): Paragraph['pieces'] {
  if (wanted === '') return [{ text, found: false }];
  const pieces: Paragraph['pieces'] = [];
  let from = 0;
  for (;;) {
    const at = text.toLowerCase().indexOf(wanted, from);
    if (at < 0) break;
    if (at > from) pieces.push({ text: text.slice(from, at), found: false });
    pieces.push({ text: text.slice(at, at + wanted.length), found: true });
    from = at + wanted.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), found: false }] : pieces;
}
