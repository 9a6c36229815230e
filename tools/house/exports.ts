import * as ts from 'typescript';
import type { Link } from './links';
import type { Source } from './sources';

export interface Export {
  path: string;
  name: string;
  line: number;
}

/**
 * Asked for from outside the sources: the platform, real or local, calls the `main` of a function, jest what
 * a set-up file gives, and what stands in tests/types is there for the compiler alone.
 */
const isCalledFromOutside = ({ path, name }: Export): boolean =>
  /^tests\/types\//.test(path) ||
  (name === 'default' && /^tests\/[^/]+\.ts$/.test(path)) ||
  (name === 'main' && /^(cloudfunctions|tests\/conformance\/fixtures)\/[^/]+\/index\.ts$/.test(path));

/**
 * Exports that no other file asks for, tests counted as files: what only its own file uses needs no `export`.
 */
export function ownExports(sources: Source[], links: Link[]): Export[] {
  const asked = askedNames(links);
  return sources.flatMap(exportsOf).filter((one) => {
    const names = asked.get(one.path);
    return !names?.has(one.name) && !names?.has('*') && !isCalledFromOutside(one);
  });
}

/**
 * By file, the names that others ask it for; `*` is all of them. A name asked of `export *` is asked behind
 * it too.
 */
function askedNames(links: Link[]): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  const behind = new Map<string, string[]>();
  for (const { from, to, passesOn } of links)
    if (passesOn) behind.set(from, [...(behind.get(from) ?? []), to]);
  const ask = (path: string, name: string): void => {
    const names = asked.get(path) ?? new Set();
    if (names.has(name)) return;
    asked.set(path, names.add(name));
    for (const further of behind.get(path) ?? []) ask(further, name);
  };
  for (const { to, names, passesOn } of links)
    if (!passesOn) for (const name of names === 'all' ? ['*'] : names) ask(to, name);
  return asked;
}

function exportsOf({ path, syntax }: Source): Export[] {
  const found: Export[] = [];
  const add = (name: string, node: ts.Node): void => {
    const { line } = syntax.getLineAndCharacterOfPosition(node.getStart(syntax));
    found.push({ path, name, line: line + 1 });
  };
  for (const statement of syntax.statements) {
    if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause && ts.isNamedExports(statement.exportClause))
        for (const { name } of statement.exportClause.elements) add(name.text, name);
    } else if (ts.isExportAssignment(statement)) add('default', statement);
    else if (has(statement, ts.SyntaxKind.DefaultKeyword)) add('default', statement);
    else if (has(statement, ts.SyntaxKind.ExportKeyword))
      for (const name of declaredNames(statement)) add(name.text, name);
  }
  return found;
}

const has = (statement: ts.Statement, modifier: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === modifier);

function declaredNames(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return named && statement.name ? [statement.name] : [];
}

const boundNames = (name: ts.BindingName): ts.Identifier[] =>
  ts.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
