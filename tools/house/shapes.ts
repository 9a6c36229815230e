import * as ts from 'typescript';
import type { Source } from './sources';

/** A line of code as it is compared. */
export interface ShapedLine {
  /** Of the file, from 1. */
  number: number;
  /**
   * Its words and signs, every own name, string and number made alike. In a declaration of types they stand
   * as they are: `name: string` says nothing without them.
   */
  shape: string;
  tokens: number;
}

/** The lines that say something: no comments, no imports, none of lone punctuation. */
export function shapedLines({ syntax }: Source): ShapedLine[] {
  const byLine = new Map<number, Token[]>();
  for (const token of tokensIn(syntax, syntax, false)) {
    const line = syntax.getLineAndCharacterOfPosition(token.node.getStart(syntax)).line + 1;
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

interface Token {
  node: ts.Node;
  ofTypes: boolean;
}

function* tokensIn(node: ts.Node, file: ts.SourceFile, ofTypes: boolean): Generator<Token> {
  if (isPassedOver(node) || node.getWidth(file) === 0) return;
  const parts = node.getChildren(file);
  if (parts.length === 0) yield { node, ofTypes };
  const isOfTypes = ofTypes || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  for (const part of parts) yield* tokensIn(part, file, isOfTypes);
}

const isPassedOver = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isJSDoc(node) ||
  (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined);

const isPunctuation = ({ node: { kind } }: Token): boolean =>
  kind >= ts.SyntaxKind.FirstPunctuation && kind <= ts.SyntaxKind.LastPunctuation;

function shapeOf({ node, ofTypes }: Token, file: ts.SourceFile): string {
  if (ofTypes) return node.getText(file);
  if (ts.isIdentifier(node)) return 'name';
  if (ts.isNumericLiteral(node)) return '0';
  if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node))
    return "''";
  return node.getText(file);
}
