import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** A file of the tree, read once: its path from the root, its lines and its syntax. */
export interface Source {
  path: string;
  lines: string[];
  syntax: ts.SourceFile;
  /** Test files and what only they are made of: read for what they use, not counted as the product. */
  isTest: boolean;
}

/** A sheet or a template of the mini program. */
export interface Sheet {
  path: string;
  text: string;
}

/** What is built, installed or kept on one machine is no source. */
const PASSED_OVER = /^(node_modules|miniprogram_npm|dist|coverage|\..*)$/;
const TEST = /\.test\.ts$|^tests\/|^local\/preview\/(fixtures|tests)\//;
const PAGE = /^miniprogram\/(pages|features\/[^/]+\/pages)\/[^/]+\/index\.ts$/;

export const isPage = (path: string): boolean => PAGE.test(path);

/**
 * Two folders name a room: `miniprogram/features`, `local/cloud`; a file beside rooms belongs to its folder.
 */
export function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.slice(0, folders[0] === 'demo' || folders[0] === 'tests' ? 1 : 2).join('/') || '.';
}

export function readTree(root: string): Source[] {
  return pathsBelow(root)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')));
}

export const readSheets = (root: string): Sheet[] => readEnding(root, '.wxss');

/** Files with this ending, unread by any parser. */
export function readEnding(root: string, ending: string): Sheet[] {
  return pathsBelow(root)
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function sourceOf(path: string, text: string): Source {
  return {
    path,
    lines: linesOf(text),
    syntax: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
    isTest: TEST.test(path),
  };
}

/** As `wc -l` counts: the break at the end of a file begins no line. */
const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

function pathsBelow(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.replace(/\/$/, '').length + 1))
    .filter((path) => !path.split('/').some((part) => PASSED_OVER.test(part)))
    .sort();
}

/** Every node below one, from top to bottom. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesIn(child);
  }
}

/** First and last line of a node, the first line of a file being 1; comments before it are not its own. */
export function spanOf(node: ts.Node, { syntax }: Source): { from: number; to: number } {
  const line = (position: number): number => syntax.getLineAndCharacterOfPosition(position).line + 1;
  return { from: line(node.getStart(syntax)), to: line(node.getEnd()) };
}
