import * as ts from 'typescript';
import { nodesIn, type Source } from './sources';

/**
 * The lines on which the compiler is told what a value is. `as const` tells it nothing that it does not see.
 */
export function castsIn(source: Source): number[] {
  return [...nodesIn(source.syntax)]
    .filter((node) => (ts.isAsExpression(node) && !isConst(node.type)) || ts.isTypeAssertionExpression(node))
    .map((node) => source.syntax.getLineAndCharacterOfPosition(node.getEnd()).line + 1);
}

const isConst = (type: ts.TypeNode): boolean =>
  ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === 'const';
