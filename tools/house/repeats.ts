import { shapedLines, type ShapedLine } from './shapes';
import type { Source } from './sources';
import { tableLines } from './tables';

interface Place {
  path: string;
  from: number;
  to: number;
}

export interface Pair {
  places: [Place, Place];
  lines: number;
  tokens: number;
  /** What the repetition is: something to mend, or rows of data, or a few signs that any code has. */
  kind: 'real' | 'table' | 'thin';
}

/** As many lines in a row, and two places are alike. */
const LEAST_LINES = 6;
/** Rows of a table have one shape or three in turn; six lines of code have more. */
const LEAST_SHAPES = 4;
/** `{`, a name, `}`: six lines of fewer words and signs are how any list or object is written. */
const LEAST_TOKENS = 25;

/**
 * Pairs of places that repeat each other: six or more lines in a row that are the same, or the same but for
 * their names, strings and numbers. Comments, blank lines, imports and lines of lone punctuation are passed
 * over; declarations of types must have the same names.
 *
 * Every repeated place counts once: pairs are told from the longest down, real ones first, and a pair whose
 * two places were both told before (all but five of their lines) is left out. So a page begun like eleven
 * others makes eleven pairs, not sixty-six, and a mended place takes one off the count.
 *
 * Told apart from the real ones: tables (rows of fewer than four shapes, or all but five lines in tables as
 * tables.ts knows them) and thin ones (fewer than 25 words and signs in all).
 */
export function repeatedPairs(sources: Source[]): Pair[] {
  const files = sources.map((source) => ({
    path: source.path,
    lines: shapedLines(source),
    table: tableLines(source),
  }));
  const runs = runsIn(files).map((run) => ({ ...run, ...weightOf(files, run) }));
  const rank = { real: 0, table: 1, thin: 2 };
  runs.sort((a, b) => rank[a.kind] - rank[b.kind] || b.tokens - a.tokens || b.length - a.length);
  return toldOnce(files, runs).map(({ first, second, length, tokens, kind }) => ({
    places: [placeOf(files, first, length), placeOf(files, second, length)],
    lines: length,
    tokens,
    kind,
  }));
}

interface File {
  path: string;
  lines: ShapedLine[];
  table: Set<number>;
}

/** Where a run begins: a file and one of its lines, both by index. */
interface Start {
  file: number;
  line: number;
}

interface Run {
  first: Start;
  second: Start;
  length: number;
}

/** All runs of like lines that cannot be made longer. */
function runsIn(files: File[]): Run[] {
  const shapeAt = (file: number, line: number): string | undefined => files[file]?.lines[line]?.shape;
  const runs: Run[] = [];
  for (const alike of startsByShape(files).values())
    alike.forEach((first, i) => {
      for (const second of alike.slice(i + 1)) {
        const before = shapeAt(first.file, first.line - 1);
        if (before !== undefined && before === shapeAt(second.file, second.line - 1)) continue;
        // Within one file a place ends where its like begins.
        const most = first.file === second.file ? second.line - first.line : Infinity;
        let length = LEAST_LINES;
        for (; length < most; length++) {
          const shape = shapeAt(first.file, first.line + length);
          if (shape === undefined || shape !== shapeAt(second.file, second.line + length)) break;
        }
        if (length <= most) runs.push({ first, second, length });
      }
    });
  return runs;
}

function startsByShape(files: File[]): Map<string, Start[]> {
  const starts = new Map<string, Start[]>();
  files.forEach(({ lines }, file) => {
    for (let line = 0; line + LEAST_LINES <= lines.length; line++) {
      const shape = lines
        .slice(line, line + LEAST_LINES)
        .map((one) => one.shape)
        .join('\n');
      const alike = starts.get(shape);
      if (alike) alike.push({ file, line });
      else starts.set(shape, [{ file, line }]);
    }
  });
  return starts;
}

function weightOf(files: File[], { first, second, length }: Run): { tokens: number; kind: Pair['kind'] } {
  const linesAt = ({ file, line }: Start): ShapedLine[] =>
    files[file]?.lines.slice(line, line + length) ?? [];
  const inTable = (start: Start): boolean =>
    linesAt(start).filter(({ number }) => !files[start.file]?.table.has(number)).length < LEAST_LINES;
  const lines = linesAt(first);
  const tokens = lines.reduce((sum, line) => sum + line.tokens, 0);
  const isTable = new Set(lines.map(({ shape }) => shape)).size < LEAST_SHAPES;
  if (isTable || (inTable(first) && inTable(second))) return { tokens, kind: 'table' };
  return { tokens, kind: tokens < LEAST_TOKENS ? 'thin' : 'real' };
}

function toldOnce<R extends Run>(files: File[], runs: R[]): R[] {
  const told = files.map(({ lines }) => new Uint8Array(lines.length));
  const fresh = ({ file, line }: Start, length: number): number =>
    length - (told[file]?.subarray(line, line + length).reduce((sum, one) => sum + one, 0) ?? 0);
  return runs.filter(({ first, second, length }) => {
    if (fresh(first, length) < LEAST_LINES && fresh(second, length) < LEAST_LINES) return false;
    for (const { file, line } of [first, second]) told[file]?.fill(1, line, line + length);
    return true;
  });
}

function placeOf(files: File[], { file, line }: Start, length: number): Place {
  const { path, lines } = files[file] ?? { path: '', lines: [] };
  return { path, from: lines[line]?.number ?? 0, to: lines[line + length - 1]?.number ?? 0 };
}
