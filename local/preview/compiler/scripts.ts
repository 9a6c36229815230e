import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import esbuild, { type BuildContext, type Plugin } from 'esbuild';
import type { AppGraph } from './app-graph';
import type { Problem } from './problem';
import { errorAt } from './problem';
import type { SourceTree } from './source-tree';

/** Names that page code sees as the mini program gives them, or as undefined because WeChat has no DOM. */
const PROVIDED = [
  '__host',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'Date',
  'console',
];
const FORBIDDEN = [
  'window',
  'globalThis',
  'document',
  'self',
  'parent',
  'top',
  'frames',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'alert',
  'confirm',
  'prompt',
  'HTMLElement',
  'Element',
  'Node',
  'Image',
  'Audio',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'customElements',
  'getComputedStyle',
  'matchMedia',
  'getRegExp',
  'getDate',
];

/**
 * Compiles the mini program's scripts: one bundle in which every page and component runs at its first use.
 */
interface ScriptCompiler {
  compile(graph: AppGraph, problems: Problem[]): Promise<string>;
  close(): Promise<void>;
}

/** Opens an incremental compiler; unchanged files are not read again by esbuild. */
export function openScriptCompiler(tree: SourceTree): ScriptCompiler {
  let context: BuildContext | null = null;
  let contextFor = '';
  let entry = '';
  let units = new Map<string, string>();

  async function compile(graph: AppGraph, problems: Problem[]): Promise<string> {
    units = new Map([...graph.units.keys()].map((unit) => [scriptOf(tree, unit) ?? '', unit]));
    entry = entryOf(tree, [...graph.units.keys()], problems);
    if (!context || contextFor !== entry) {
      await context?.dispose();
      contextFor = entry;
      context = await esbuild.context({
        stdin: { contents: entry, resolveDir: tree.miniprogram, sourcefile: 'entry.js' },
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2020',
        mainFields: ['module', 'main'],
        define: { 'process.env.NODE_ENV': '"production"' },
        sourcemap: 'inline',
        sourcesContent: true,
        charset: 'utf8',
        logLevel: 'silent',
        outfile: 'scripts.js',
        banner: { js: `__previewScripts(function(${[...PROVIDED, ...FORBIDDEN].join(',')}){` },
        footer: { js: '});' },
        plugins: [miniprogramSources(tree, () => units)],
      });
    }
    try {
      const result = await context.rebuild();
      return result.outputFiles?.[0]?.text ?? '';
    } catch (failure) {
      const errors = (failure as Partial<esbuild.BuildFailure>).errors;
      if (!errors) throw failure;
      for (const { text, location } of errors) {
        const file = location ? path.relative(tree.miniprogram, path.resolve(location.file)) : 'scripts';
        problems.push(errorAt(file, text, location?.line, (location?.column ?? -1) + 1));
      }
      return '';
    }
  }

  return { compile, close: async () => context?.dispose() };
}

function scriptOf(tree: SourceTree, codePath: string): string | null {
  const base = tree.fileOf(codePath);
  return ['.ts', '.js'].map((ending) => base + ending).find((file) => existsSync(file)) ?? null;
}

function entryOf(tree: SourceTree, units: string[], problems: Problem[]): string {
  const lines = ['app', ...units].map((unit) => {
    const script = scriptOf(tree, unit);
    if (!script) {
      problems.push(errorAt(`${unit}.ts`, 'script not found'));
      return '';
    }
    return `__host.module(${JSON.stringify(unit)}, () => require(${JSON.stringify(script)}));`;
  });
  return lines.join('\n');
}

/**
 * Finds packages where mini programs keep them, and tells the host whose code is about to call Component().
 */
function miniprogramSources(tree: SourceTree, units: () => Map<string, string>): Plugin {
  return {
    name: 'miniprogram-sources',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path: reference, importer }) => {
        const inPackage = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+\/[^/]+)\//.exec(importer)?.[1];
        const bundled = inPackage ? packedWith(inPackage, reference) : null;
        const file = bundled ?? withEnding(tree.npmFile(reference));
        return file ? { path: file } : undefined;
      });
      build.onResolve({ filter: /^\// }, ({ path: reference, kind }) => {
        if (kind === 'entry-point' || existsSync(reference)) return undefined;
        const file = withEnding(path.join(tree.miniprogram, reference));
        return file ? { path: file } : undefined;
      });
      build.onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => {
        const unit = units().get(file);
        if (!unit) return undefined;
        const loader = file.endsWith('.ts') ? 'ts' : 'js';
        return { contents: `__host.enter(${JSON.stringify(unit)});${readFileSync(file, 'utf8')}`, loader };
      });
    },
  };
}

/** A package built for mini programs carries its own dependencies in miniprogram_npm. */
function packedWith(distribution: string, reference: string): string | null {
  const folder = path.join(distribution, 'miniprogram_npm', reference);
  return withEnding(folder);
}

function withEnding(base: string | null): string | null {
  if (!base) return null;
  const candidates = [`${base}.ts`, `${base}.js`, path.join(base, 'index.ts'), path.join(base, 'index.js')];
  return candidates.find((file) => existsSync(file)) ?? null;
}
