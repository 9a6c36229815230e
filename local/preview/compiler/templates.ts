import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILTIN_TAGS, LANGUAGE_TAGS } from '../builtin-tags';
import type { AppGraph } from './app-graph';
import type { Problem } from './problem';
import { errorAt } from './problem';
import type { SourceTree } from './source-tree';
import { isFromNpm } from './source-tree';
import { tagsOf } from './tags';
import { requiredWxs, rewriteWxs } from './wxs';

interface TemplateParseError {
  level: string;
  message: string;
  startLine: number;
  startColumn: number;
}

const KNOWN_TAGS = new Set<string>([...BUILTIN_TAGS, ...LANGUAGE_TAGS]);

/** Compiles every template that the graph reaches into one JavaScript expression: code path → generator. */
export function compileTemplates(tree: SourceTree, graph: AppGraph, problems: Problem[]): string {
  const group = new TmplGroup();
  const sources = new Map<string, string>();
  const scripts = new Set<string>();

  function sourceOf(place: string, kind: 'template' | 'script', neededBy: string): string | undefined {
    const file = tree.fileOf(place);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    problems.push(errorAt(`${neededBy}.wxml`, `${kind} "${place}" not found`));
    return undefined;
  }

  function addTemplate(codePath: string, neededBy: string): void {
    if (sources.has(codePath)) return;
    const source = sourceOf(`${codePath}.wxml`, 'template', neededBy);
    if (source === undefined) return;
    sources.set(codePath, source);
    for (const found of group.addTmpl(codePath, source) as TemplateParseError[]) {
      if (isFromNpm(codePath)) continue;
      problems.push(errorAt(`${codePath}.wxml`, found.message, found.startLine + 1, found.startColumn + 1));
    }
    for (const name of group.getInlineScriptModuleNames(codePath) as string[]) {
      const inline = group.getInlineScript(codePath, name);
      group.setInlineScript(codePath, name, rewriteWxs(inline));
      for (const required of requiredWxs(inline)) addScript(beside(codePath, required), codePath);
    }
    for (const script of group.getScriptDependencies(codePath) as string[]) addScript(script, codePath);
    for (const other of group.getDirectDependencies(codePath) as string[]) addTemplate(other, codePath);
  }

  function addScript(codePath: string, neededBy: string): void {
    if (scripts.has(codePath)) return;
    const source = sourceOf(`${codePath}.wxs`, 'script', neededBy);
    if (source === undefined) return;
    scripts.add(codePath);
    group.addScript(codePath, rewriteWxs(source));
    for (const required of requiredWxs(source)) addScript(beside(codePath, required), codePath);
  }

  for (const codePath of graph.units.keys()) addTemplate(codePath, codePath);
  for (const [codePath, config] of graph.units) {
    if (isFromNpm(codePath)) continue;
    const generics = Object.keys((config.componentGenerics ?? {}) as object);
    const known = new Set([...Object.keys(config.usingComponents), ...generics]);
    checkTags(codePath, known, sources, group, problems);
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return listeningToWxs(code);
}

const FILTERS = 'A:function(a){return a},B:function(a){return a}}';
const LOADED = 'module.loader.call(null, require, module.exports, module);';

/**
 * Gives WXS event handlers and `change:` observers the component descriptors that WeChat gives them
 * (host/wxs.ts).
 */
function listeningToWxs(code: string): string {
  // Without any WXS the compiler leaves out what serves it.
  if (!code.includes('no such WXS module')) return code;
  if (!code.includes(FILTERS) || !code.includes(LOADED)) {
    throw new Error('the template compiler writes its code in another way than this preview knows');
  }
  return code
    .replace(FILTERS, 'A:__wxs.observer,B:function(a){return a},C:__wxs.handle}')
    .replace(LOADED, `${LOADED}__wxs.loaded(module.exports);`);
}

/** A tag nobody declared would render as nothing at all: tell where it is instead. */
function checkTags(
  unit: string,
  known: Set<string>,
  sources: Map<string, string>,
  group: TmplGroup,
  problems: Problem[],
): void {
  const seen = new Set<string>();
  const visit = (codePath: string): void => {
    const source = sources.get(codePath);
    if (source === undefined || seen.has(codePath)) return;
    seen.add(codePath);
    for (const { tag, line, column } of tagsOf(source)) {
      if (KNOWN_TAGS.has(tag) || known.has(tag)) continue;
      const message = `unknown tag <${tag}>: not a built-in of the preview and not in usingComponents of ${unit}.json`;
      problems.push(errorAt(`${codePath}.wxml`, message, line, column));
    }
    for (const other of group.getDirectDependencies(codePath) as string[]) visit(other);
  };
  visit(unit);
}

function beside(codePath: string, reference: string): string {
  if (reference.startsWith('/')) return path.posix.normalize(reference.slice(1));
  return path.posix.join(path.posix.dirname(codePath), reference);
}
