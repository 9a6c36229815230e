import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { BUILTIN_TAGS } from '../builtin-tags';
import { rewriteUnits } from '../units';
import type { Problem } from './problem';
import { errorAt, warningAt } from './problem';
import type { SourceTree } from './source-tree';
import { isFromNpm } from './source-tree';

/**
 * Stands for the style scope in a compiled sheet; the host puts the real prefix, or nothing for a shared
 * scope.
 */
const SCOPE = '__scope__';

/** What a sheet is attached to: it decides where its rules may reach. */
export type SheetKind = 'app' | 'page' | 'component';

const BUILTINS = new Set<string>(BUILTIN_TAGS);

/** Compiles one WXSS file with everything it imports to CSS for the phone frame. */
export function compileStylesheet(
  tree: SourceTree,
  codePath: string,
  kind: SheetKind,
  problems: Problem[],
): string {
  const file = `${tree.fileOf(codePath)}.wxss`;
  if (!existsSync(file)) return '';
  const root = readSheet(tree, codePath, problems, new Set());
  return rewriteSheet(root, kind, codePath, problems);
}

/** Rewrites a parsed sheet; exported apart so that the rules can be tested on plain text. */
export function rewriteSheet(root: Root, kind: SheetKind, codePath: string, problems: Problem[]): string {
  dropRemoteFonts(root, codePath, problems);
  root.walkAtRules('media', foldColourScheme);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    rule.selector = rewriteSelector(rule.selector, kind, codePath);
  });
  scopeKeyframes(root, kind);
  root.walkDecls((declaration) => {
    declaration.value = rewriteUnits(declaration.value);
  });
  return root.toString();
}

function readSheet(tree: SourceTree, codePath: string, problems: Problem[], seen: Set<string>): Root {
  const shownAs = `${codePath}.wxss`;
  const file = `${tree.fileOf(codePath)}.wxss`;
  if (seen.has(codePath)) return postcss.root();
  seen.add(codePath);
  if (!existsSync(file)) {
    problems.push(errorAt(shownAs, 'stylesheet not found'));
    return postcss.root();
  }
  const root = parse(readFileSync(file, 'utf8'), shownAs, problems);
  root.walkAtRules('import', (rule) => {
    const reference = /^(?:url\()?\s*['"]?([^'")]+?)(?:\.wxss)?['"]?\s*\)?$/.exec(rule.params.trim())?.[1];
    if (!reference) {
      problems.push(errorAt(shownAs, `@import ${rule.params} is not understood`, rule.source?.start?.line));
      rule.remove();
      return;
    }
    const imported = readSheet(tree, importedPath(tree, reference, codePath), problems, seen);
    rule.replaceWith(imported.nodes);
  });
  return root;
}

function importedPath(tree: SourceTree, reference: string, from: string): string {
  if (reference.startsWith('/')) return reference.slice(1);
  const beside = path.posix.join(path.posix.dirname(from), reference);
  if (reference.startsWith('.') || existsSync(`${tree.fileOf(beside)}.wxss`)) return beside;
  return `miniprogram_npm/${reference}`;
}

function parse(source: string, shownAs: string, problems: Problem[]): Root {
  try {
    return postcss.parse(source);
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    problems.push(errorAt(shownAs, error.reason, error.line, error.column));
    return postcss.root();
  }
}

/** The phone's theme is chosen in the panel, so the browser's own preference must not answer the query. */
function foldColourScheme(rule: AtRule): void {
  const asked = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/.exec(rule.params);
  if (!asked) return;
  rule.walkRules((inner: Rule) => {
    inner.selectors = inner.selectors.map((selector) => `:where([data-theme='${asked[1]}']) ${selector}`);
  });
  const rest = rule.params
    .replace(asked[0], '')
    .replace(/^\s*(screen\s+)?and\s+|\s+and\s*$/g, '')
    .trim();
  if (rest) rule.params = rest;
  else rule.replaceWith(rule.nodes ?? []);
}

function rewriteSelector(selector: string, kind: SheetKind, codePath: string): string {
  const pageScope = `[data-route='${codePath}']`;
  const result = selectorParser((list) => {
    list.each((one) => {
      let reachesPage = false;
      one.walkClasses((node) => {
        if (kind === 'component') node.value = `${SCOPE}--${node.value}`;
      });
      one.walkIds((node) => {
        if (kind === 'component') node.parent?.insertAfter(node, ownedByScope());
      });
      one.walkTags((node) => {
        if (node.value === 'page') {
          node.value = 'wx-page';
          if (kind === 'page') node.parent?.insertAfter(node, where(pageScope));
          reachesPage = true;
          return;
        }
        if (!/^[a-z][a-z0-9-]*$/.test(node.value) || node.value.startsWith('wx-')) return;
        if (node.value === 'from' || node.value === 'to') return;
        if (BUILTINS.has(node.value) || node.value.includes('-')) node.value = `wx-${node.value}`;
        if (kind === 'component') node.parent?.insertAfter(node, ownedByScope());
      });
      one.walkPseudos((node) => {
        if (node.value === ':host') node.value = `[wx-host='${SCOPE}']`;
      });
      if (kind === 'page' && !reachesPage) {
        one.prepend(selectorParser.combinator({ value: ' ' }));
        one.prepend(where(pageScope));
      }
      if (kind === 'app' && !reachesPage) {
        one.prepend(selectorParser.combinator({ value: ' ' }));
        one.prepend(where('wx-page'));
      }
    });
  }).processSync(selector);
  return result;
}

/** Weighs nothing, so a page's rule keeps the specificity that its author wrote. */
function where(inside: string): selectorParser.Pseudo {
  return selectorParser.pseudo({ value: `:where(${inside})` });
}

/** Elements carry the prefix of the component that owns them (glass-easel's extra information). */
function ownedByScope(): selectorParser.Pseudo {
  return where(`[data-scope='${SCOPE}']`);
}

function dropRemoteFonts(root: Root, codePath: string, problems: Problem[]): void {
  root.walkAtRules('font-face', (rule) => {
    if (!/url\(\s*['"]?(https?:)?\/\//.test(rule.toString())) return;
    rule.remove();
    const who = isFromNpm(codePath) ? codePath.split('/').slice(1, 3).join('/') : codePath;
    problems.push(
      warningAt(
        `${codePath}.wxss`,
        `remote font dropped (${who}): icons drawn with it stay empty, ship them locally`,
      ),
    );
  });
}

/**
 * Two components may both say `@keyframes spin`; in WeChat they share one page, so only components are
 * renamed.
 */
function scopeKeyframes(root: Root, kind: SheetKind): void {
  if (kind !== 'component') return;
  const names = new Map<string, string>();
  root.walkAtRules(/keyframes$/, (rule) => {
    names.set(rule.params, `${SCOPE}--${rule.params}`);
    rule.params = `${SCOPE}--${rule.params}`;
  });
  if (names.size === 0) return;
  root.walkDecls(/animation(-name)?$/, (declaration) => {
    declaration.value = declaration.value.replace(/[\w-]+/g, (word) => names.get(word) ?? word);
  });
}
