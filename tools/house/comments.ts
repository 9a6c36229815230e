import * as ts from 'typescript';
import { widthOf } from '../table';
import type { Source } from './sources';

/** As wide as a line of code may be; a Chinese character takes two columns. */
const WIDEST = 110;

/** The lines, from 1, whose comment goes on past what a window shows. */
export function wideComments({ lines, syntax }: Source): number[] {
  const starts = syntax.getLineStarts();
  return lines.flatMap((line, index) => {
    const last = (starts[index] ?? 0) + line.trimEnd().length - 1;
    return widthOf(line) > WIDEST && isInComment(last, syntax, syntax) ? [index + 1] : [];
  });
}

/** Whether a position, not of a blank, lies before the first sign of the token that it belongs to. */
function isInComment(position: number, node: ts.Node, file: ts.SourceFile): boolean {
  if (ts.isJSDoc(node)) return true;
  const part = node.getChildren(file).find(({ pos, end }) => pos <= position && position < end);
  return part ? isInComment(position, part, file) : position < node.getStart(file);
}
