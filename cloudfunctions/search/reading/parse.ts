import { readings } from './readings';

/**
 * A part of a reading as typed: a whole syllable, the beginning of one at the end of the text, or a lone
 * first letter.
 */
export type Sound =
  | { kind: 'syllable'; number: number }
  | { kind: 'beginning'; numbers: readonly number[] }
  /** Letters that are no syllable but one slip away from some. */
  | { kind: 'slip'; numbers: readonly number[] }
  | { kind: 'letter'; letter: string };

interface Path {
  cost: number;
  sounds: Sound[];
  slipped: boolean;
}

const MOST_WAYS = 3;
const LONGEST_SYLLABLE = 6;
const LETTERS_LIMIT = 60;
const DIGRAPH = /^[zcs]h/;

/**
 * The likeliest ways to read letters as Chinese sounds, best first: `fangan` is fang an and fan gan, `hlm`
 * three first letters, `hongl` a syllable and the beginning of another. Whole and long syllables are likelier
 * than short ones and lone letters.
 * @param slips one syllable may be mistyped
 */
export function waysToRead(letters: string, slips = false): Sound[][] {
  const text = letters.slice(0, LETTERS_LIMIT);
  const paths: Path[][] = [[{ cost: 0, sounds: [], slipped: false }]];
  for (let at = 1; at <= text.length; at++) paths.push([]);
  for (let at = 0; at < text.length; at++) {
    for (const step of [...stepsFrom(text, at), ...(slips ? slipsFrom(text, at) : [])]) {
      const slipped = step.sound.kind === 'slip';
      for (const path of paths[at]!) {
        if (path.slipped && slipped) continue;
        const sounds = [...path.sounds, step.sound];
        keep(paths[at + step.length]!, {
          cost: path.cost + step.cost,
          sounds,
          slipped: path.slipped || slipped,
        });
      }
    }
  }
  const best = paths[text.length]!;
  // What costs much more than the best way is not meant.
  return best.filter(({ cost }) => cost <= best[0]!.cost + 1.3).map(({ sounds }) => sounds);
}

interface Step {
  length: number;
  cost: number;
  sound: Sound;
}

function stepsFrom(text: string, at: number): Step[] {
  const table = readings();
  const steps: Step[] = [];
  for (let length = Math.min(LONGEST_SYLLABLE, text.length - at); length >= 1; length--) {
    const part = text.slice(at, at + length);
    const number = table.numberOf(part);
    if (number > 0) steps.push({ length, cost: 1, sound: { kind: 'syllable', number } });
    if (at + length === text.length && length > 1) {
      const numbers = table.beginningWith(part);
      // A syllable that begins no other is whole.
      if (numbers.length > (number > 0 ? 1 : 0))
        steps.push({ length, cost: 1.2, sound: { kind: 'beginning', numbers } });
    }
  }
  const letter = text[at]!;
  if (DIGRAPH.test(text.slice(at))) steps.push({ length: 2, cost: 2.9, sound: { kind: 'letter', letter } });
  steps.push({ length: 1, cost: 'iuv'.includes(letter) ? 2.5 : 1.6, sound: { kind: 'letter', letter } });
  return steps;
}

const SHORTEST_SLIP = 2;
const SLIP = 2.4;

function slipsFrom(text: string, at: number): Step[] {
  const table = readings();
  const steps: Step[] = [];
  for (let length = SHORTEST_SLIP; length <= LONGEST_SYLLABLE + 1 && at + length <= text.length; length++) {
    const part = text.slice(at, at + length);
    const numbers = table.numberOf(part) > 0 ? [] : table.near(part);
    if (numbers.length > 0) steps.push({ length, cost: SLIP, sound: { kind: 'slip', numbers } });
  }
  return steps;
}

function keep(paths: Path[], path: Path): void {
  const at = paths.findIndex(({ cost }) => cost > path.cost);
  if (at < 0) paths.push(path);
  else paths.splice(at, 0, path);
  if (paths.length > MOST_WAYS) paths.pop();
}
