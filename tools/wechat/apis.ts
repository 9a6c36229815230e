import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { isUpTo, LOWEST } from './base-library';
import type { Finding, Looked } from './finding';
import { ROOT } from './installed';

/** How miniprogram-api-typings says since when: 需要基础库： `2.21.2`, 最低基础库： `2.21.2`. */
const SINCE = /(?:需要基础库|最低基础库)：\s*`?(\d+\.\d+\.\d+)/;
const TYPINGS = /miniprogram-api-typings/;

const sinceOf = (symbol: ts.Symbol | undefined): string | undefined => {
  for (const declared of symbol?.declarations ?? []) {
    if (!TYPINGS.test(declared.getSourceFile().fileName)) continue;
    // Only what stands right before the name: comments of its parts say since when those are.
    const text = declared.getFullText().slice(0, declared.getStart() - declared.getFullStart());
    const since = SINCE.exec(text)?.[1];
    if (since !== undefined) return since;
  }
  return undefined;
};

/** Whether the code asks for it before it uses it, or goes on without: `wx.x?.()`, `if (wx.x)`. */
const isAskedFor = (node: ts.Node): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return (
      (ts.isCallExpression(parent.parent) && parent.parent.questionDotToken !== undefined) ||
      (ts.isPropertyAccessExpression(parent.parent) && parent.parent.questionDotToken !== undefined) ||
      ts.isIfStatement(parent.parent) ||
      ts.isPrefixUnaryExpression(parent.parent) ||
      ts.isConditionalExpression(parent.parent)
    );
  return false;
};

interface Api {
  name: string;
  since: string;
}

/** Interfaces and options of WeChat in a file that are newer than the lowest base library. */
const newerIn = (
  source: ts.SourceFile,
  checker: ts.TypeChecker,
  seen: (api: Api) => void,
  lowest: string,
): Finding[] => {
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const option = ts.isPropertyAssignment(node.parent) || ts.isShorthandPropertyAssignment(node.parent);
      const symbol =
        option && ts.isObjectLiteralExpression(node.parent.parent)
          ? checker.getContextualType(node.parent.parent)?.getProperty(node.text)
          : checker.getSymbolAtLocation(node);
      const since = sinceOf(symbol);
      if (since !== undefined) {
        seen({ name: node.text, since });
        if (!isUpTo(since, lowest) && !isAskedFor(node)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          const says = `${node.text} needs base library ${since}; the lowest is ${lowest}`;
          findings.push({ file: relative(ROOT, source.fileName), line: line + 1, says });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
};

/** What the code calls, against the lowest base library, by WeChat's own type declarations. */
export const apisAreThere = (
  config: string = join(ROOT, 'miniprogram', 'tsconfig.json'),
  lowest: string = LOWEST,
): Looked => {
  const read = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  const program = ts.createProgram(read?.fileNames ?? [], { ...read?.options, noEmit: true });
  const apis = new Map<string, Api>();
  const seen = (api: Api): void => void apis.set(`${api.name} ${api.since}`, api);
  const findings = program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('node_modules'))
    .flatMap((source) => newerIn(source, program.getTypeChecker(), seen, lowest));
  return { name: 'APIs', counted: `${apis.size} with a version, lowest base library ${lowest}`, findings };
};
