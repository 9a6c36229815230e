import * as ts from 'typescript';
import { nodesIn, spanOf, type Source } from './sources';
import { tableLines } from './tables';

export interface Sized {
  /** `path` of a file, `path:line name` of a function. */
  what: string;
  lines: number;
}

export const bySize = (a: Sized, b: Sized): number => b.lines - a.lines || a.what.localeCompare(b.what);

/** Files with the lines that are no tables, the longest first. */
export const filesBySize = (sources: Source[]): Sized[] =>
  sources
    .map((source) => ({ what: source.path, lines: source.lines.length - tableLines(source).size }))
    .sort(bySize);

/**
 * Functions with all that stands between their first and last line, other functions too; the longest first.
 */
export const functionsBySize = (sources: Source[]): Sized[] => sources.flatMap(functionsOf).sort(bySize);

function functionsOf(source: Source): Sized[] {
  return [...nodesIn(source.syntax)].filter(hasBody).map((node) => {
    const { from, to } = spanOf(node, source);
    return { what: `${source.path}:${from} ${nameOf(node)}`.trim(), lines: to - from + 1 };
  });
}

const hasBody = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

function nameOf(node: ts.FunctionLikeDeclaration): string {
  const above = node.parent;
  const holds = ts.isVariableDeclaration(above) || ts.isPropertyAssignment(above);
  return (node.name ?? (holds ? above.name : undefined))?.getText() ?? '';
}
