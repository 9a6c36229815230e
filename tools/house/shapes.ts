import * as ts from 'typescript';
import type { Source } from './sources';

/** A line of code as it is compared. */
export interface ShapedLine {
  /** Of the file, from 1. */
  number: number;
  /** Its words and signs, every own name, string and number made alike. */
  shape: string;
  tokens: number;
}

/** The lines that say something: no comments, no imports, none of lone punctuation. */
export function shapedLines({ syntax }: Source): ShapedLine[] {
  const byLine = new Map<number, ts.Node[]>();
  for (const token of tokensIn(syntax, syntax)) {
    const line = syntax.getLineAndCharacterOfPosition(token.getStart(syntax)).line + 1;
    byLine.set(line, [...(byLine.get(line) ?? []), token]);
  }
  return [...byLine]
    .filter(([, tokens]) => !tokens.every(isPunctuation))
    .sort(([a], [b]) => a - b)
    .map(([number, tokens]) => ({
      number,
      shape: tokens.map((token) => shapeOf(token, syntax)).join(' '),
      tokens: tokens.length,
    }));
}

function* tokensIn(node: ts.Node, file: ts.SourceFile): Generator<ts.Node> {
  if (isPassedOver(node) || node.getWidth(file) === 0) return;
  const parts = node.getChildren(file);
  if (parts.length === 0) yield node;
  for (const part of parts) yield* tokensIn(part, file);
}

const isPassedOver = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isJSDoc(node) ||
  (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined);

const isPunctuation = ({ kind }: ts.Node): boolean =>
  kind >= ts.SyntaxKind.FirstPunctuation && kind <= ts.SyntaxKind.LastPunctuation;

function shapeOf(token: ts.Node, file: ts.SourceFile): string {
  if (ts.isIdentifier(token)) return 'name';
  if (ts.isNumericLiteral(token)) return '0';
  if (ts.isLiteralExpression(token) || ts.isTemplateMiddleOrTemplateTail(token) || ts.isTemplateHead(token))
    return "''";
  return token.getText(file);
}
