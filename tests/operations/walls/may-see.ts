import { join } from 'node:path';
import ts from 'typescript';
import { OPERATIONS } from './doors';
import type { Marks } from './people';

/**
 * Who may read which personal field of whom, read from the contract: its answers name what tells of a reader
 * by types of that name (typings/contract/shapes.ts). A member of the staff may see what the answer's type
 * says; a reader sees nobody but themselves and their family, whatever it says.
 */

type Mark = keyof Marks;

const MARK_OF: ReadonlyMap<string, Mark> = new Map([
  ['ReaderName', 'name'],
  ['TableWithNames', 'name'],
  ['CardNumber', 'card'],
  ['WordsWithCard', 'card'],
  ['PhoneNumber', 'phone'],
  ['BirthDate', 'born'],
]);
const ORDER: readonly Mark[] = ['name', 'card', 'phone', 'born'];

const openContract = (): { checker: ts.TypeChecker; api: ts.Type } => {
  const index = join(__dirname, '../../../typings/contract/index.ts');
  const program = ts.createProgram([index], { noEmit: true, strict: true, types: [], skipLibCheck: true });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(index)!);
  const api = module && checker.getExportsOfModule(module).find(({ name }) => name === 'Api');
  if (!api) throw new Error('the contract exports no Api');
  return { checker, api: checker.getDeclaredTypeOfSymbol(api) };
};

/** Follows the names of types from an answer to everything that it can hold. */
const marksIn = (checker: ts.TypeChecker, answer: ts.TypeNode): Set<Mark> => {
  const marks = new Set<Mark>();
  const been = new Set<ts.Node>();
  const walk = (node: ts.Node): void => {
    if (been.has(node)) return;
    been.add(node);
    if (
      ts.isIdentifier(node) &&
      (ts.isTypeReferenceNode(node.parent) || ts.isExpressionWithTypeArguments(node.parent))
    )
      follow(node);
    ts.forEachChild(node, walk);
  };
  const follow = (name: ts.Identifier): void => {
    const mark = MARK_OF.get(name.text);
    if (mark) return void marks.add(mark);
    const symbol = checker.getSymbolAtLocation(name);
    if (!symbol) return;
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of meant.declarations ?? [])
      if (!declaration.getSourceFile().fileName.includes('node_modules')) walk(declaration);
  };
  walk(answer);
  return marks;
};

const readContract = (): ReadonlyMap<string, readonly Mark[]> => {
  const { checker, api } = openContract();
  const ofStaff = new Set<string>(OPERATIONS.filter(({ role }) => role).map(({ action }) => action));
  const operations = checker.getPropertiesOfType(api).filter(({ name }) => ofStaff.has(name));
  return new Map(
    operations.map(({ name, valueDeclaration }) => {
      const answer = valueDeclaration && ts.isMethodSignature(valueDeclaration) && valueDeclaration.type;
      if (!answer) throw new Error(`${name} does not say what it answers`);
      const said = marksIn(checker, answer);
      return [name, ORDER.filter((mark) => said.has(mark))];
    }),
  );
};

let known: ReadonlyMap<string, readonly Mark[]> | undefined;

/** What of others the answer of an operation may show to who was let in. */
export const showsOfOthers = (action: string): readonly Mark[] =>
  (known ??= readContract()).get(action) ?? [];
