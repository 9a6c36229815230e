import { posix } from 'node:path';
import * as ts from 'typescript';
import { nodesIn, type Source } from './sources';

/** One file asks another for names; `all` where it takes the whole of it. */
export interface Link {
  from: string;
  to: string;
  names: string[] | 'all';
  /** `export * from`: passes on, uses nothing itself. */
  passesOn: boolean;
}

/** Every link between two files of the tree, of types too. Packages are nobody's. */
export function linksIn(sources: Source[]): Link[] {
  const known = new Set(sources.map(({ path }) => path));
  return sources.flatMap((source) =>
    askedBy(source).flatMap(({ specifier, ...link }) => {
      const to = fileOf(specifier, source.path, known);
      return to === undefined ? [] : [{ from: source.path, to, ...link }];
    }),
  );
}

function fileOf(specifier: string, from: string, known: Set<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => known.has(candidate));
}

interface Asked {
  specifier: string;
  names: string[] | 'all';
  passesOn: boolean;
}

function askedBy({ syntax }: Source): Asked[] {
  const asked: Asked[] = [];
  const ask = (specifier: ts.Node | undefined, names: string[] | 'all', passesOn = false): void => {
    if (specifier && ts.isStringLiteralLike(specifier))
      asked.push({ specifier: specifier.text, names, passesOn });
  };
  for (const node of nodesIn(syntax)) {
    if (ts.isImportDeclaration(node)) ask(node.moduleSpecifier, importedNames(node, syntax));
    else if (ts.isExportDeclaration(node)) {
      if (node.exportClause && ts.isNamedExports(node.exportClause))
        ask(node.moduleSpecifier, node.exportClause.elements.map(nameThere));
      else ask(node.moduleSpecifier, 'all', node.exportClause === undefined);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      ask(node.argument.literal, node.qualifier ? [leftmost(node.qualifier)] : 'all');
    else if (ts.isCallExpression(node) && loads(node)) ask(node.arguments[0], 'all');
  }
  return asked;
}

const loads = ({ expression }: ts.CallExpression): boolean =>
  expression.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(expression) && expression.text === 'require');

const nameThere = (specifier: ts.ImportSpecifier | ts.ExportSpecifier): string =>
  (specifier.propertyName ?? specifier.name).text;

const leftmost = (name: ts.EntityName): string => (ts.isIdentifier(name) ? name.text : leftmost(name.left));

function importedNames({ importClause }: ts.ImportDeclaration, file: ts.SourceFile): string[] | 'all' {
  const own = importClause?.name ? ['default'] : [];
  const bindings = importClause?.namedBindings;
  if (!bindings) return own;
  if (ts.isNamedImports(bindings)) return [...own, ...bindings.elements.map(nameThere)];
  const members = membersTaken(bindings.name, file);
  return members === 'all' ? 'all' : [...own, ...members];
}

/** What a file takes of `import * as name`: all of it as soon as the name stands without a dot after it. */
function membersTaken(name: ts.Identifier, file: ts.SourceFile): string[] | 'all' {
  const members: string[] = [];
  for (const node of nodesIn(file)) {
    if (!ts.isIdentifier(node) || node.text !== name.text || node === name) continue;
    const above = node.parent;
    if (ts.isPropertyAccessExpression(above) && above.expression === node) members.push(above.name.text);
    else if (ts.isQualifiedName(above) && above.left === node) members.push(above.right.text);
    else if (!ts.isPropertyAccessExpression(above) && !ts.isPropertyAssignment(above)) return 'all';
  }
  return members;
}
