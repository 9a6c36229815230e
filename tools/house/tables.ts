import * as ts from 'typescript';
import { spanOf, nodesIn, type Source } from './sources';

/** Fewer lines are read at a glance and are part of the code around them. */
const LEAST_LINES = 10;

/**
 * The lines of a file that are tables: lists and objects at its top level that only say what is, entry by
 * entry, and texts over many lines. A function of one expression may be an entry (a sentence with its
 * numbers); a statement makes code of the whole object, or of its own row in a list. What stands in a
 * function is that function's own.
 */
export function tableLines(source: Source): Set<number> {
  const lines = new Set<number>();
  for (const literal of topLiterals(source.syntax)) {
    if (lineCount(literal, source) < LEAST_LINES) continue;
    const rows = ts.isArrayLiteralExpression(literal) ? literal.elements : [literal];
    for (const row of rows) if (!hasStatements(row)) addSpan(lines, row, source);
    if (!hasStatements(literal)) addSpan(lines, literal, source);
  }
  return lines;
}

const hasStatements = (node: ts.Node): boolean => [...nodesIn(node)].some(ts.isBlock);

function lineCount(node: ts.Node, source: Source): number {
  const { from, to } = spanOf(node, source);
  return to - from + 1;
}

function addSpan(lines: Set<number>, node: ts.Node, source: Source): void {
  const { from, to } = spanOf(node, source);
  for (let line = from; line <= to; line++) lines.add(line);
}

function topLiterals(node: ts.Node): ts.Node[] {
  if (ts.isFunctionLike(node)) return [];
  if (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node)
  )
    return [node];
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(...topLiterals(child)));
  return found;
}
