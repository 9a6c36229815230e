import * as ts from 'typescript';
import { spanOf, nodesIn, type Source } from './sources';

/** Fewer lines are read at a glance and are part of the code around them. */
const LEAST_LINES = 10;

/**
 * The lines of a file that are tables: lists and objects at its top level that only say what is, entry by entry, and
 * texts over many lines. A function of one expression may be an entry (a sentence with its numbers); one statement
 * makes code of the whole. What stands in a function is that function's own.
 */
export function tableLines(source: Source): Set<number> {
  const lines = new Set<number>();
  for (const literal of topLiterals(source.syntax)) {
    const { from, to } = spanOf(literal, source);
    if (to - from + 1 < LEAST_LINES || [...nodesIn(literal)].some(ts.isBlock)) continue;
    for (let line = from; line <= to; line++) lines.add(line);
  }
  return lines;
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
