import { unitsOf } from '../units';
import { analyse, type Asked } from './analyse';
import { FieldKind, type Candidate } from './candidate';
import { piecesOf } from './pieces';
import { prepare } from './prepare';

interface Range {
  /** Places in the text as JavaScript counts them: `text.slice(from, to)`. */
  from: number;
  to: number;
}

const LONGEST = 400;

/**
 * Tells where shown texts answer what was typed, from left to right; sounds and traditional characters
 * included. What was typed is prepared once, in memory that the next search uses again: all texts are to be
 * asked for at once.
 */
export function highlighter(asked: Asked | string): (text: string) => Range[] {
  const question = typeof asked === 'string' ? analyse(asked) : asked;
  const ways = question?.ways.map(prepare) ?? [];
  return (text) => {
    const units = unitsOf(text, LONGEST);
    if (units.codes.length === 0) return [];
    const candidate = candidateOf(units.codes);
    let best: Range[] = [];
    let most = 0;
    for (const way of ways) {
      const { taken, matched } = piecesOf(way, candidate);
      if (matched <= most) continue;
      most = matched;
      best = taken.runs.slice(0, taken.count).map(({ place, length }) => ({
        from: units.from[place]!,
        to: units.from[place + length - 1]! + 1,
      }));
    }
    return joined(
      best.sort((a, b) => a.from - b.from),
      text,
    );
  };
}

function candidateOf(codes: Uint16Array): Candidate {
  return {
    codes,
    length: codes.length,
    fieldAt: new Uint8Array(codes.length),
    fields: [{ kind: FieldKind.title, from: 0, to: codes.length }],
    mainTo: codes.length,
    titleWeight: codes.length,
    year: 0,
    popularity: 0,
  };
}

/** Neighbours become one, also across a space or a sign. */
function joined(ranges: Range[], text: string): Range[] {
  const whole: Range[] = [];
  for (const range of ranges) {
    const last = whole.at(-1);
    if (last && /^[\p{P}\p{Zs}]*$/u.test(text.slice(last.to, range.from))) last.to = range.to;
    else whole.push({ ...range });
  }
  return whole;
}
