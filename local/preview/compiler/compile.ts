import type { AppGraph } from './app-graph';
import { readAppGraph } from './app-graph';
import type { Problem } from './problem';
import { openScriptCompiler } from './scripts';
import { openSourceTree } from './source-tree';
import { compileStylesheet } from './stylesheet';
import { compileTemplates } from './templates';

/** What the browser loads: two scripts, and what is wrong with the source. */
export interface Compiled {
  /** Configuration, templates and styles. */
  app: string;
  /** The mini program's own code. */
  scripts: string;
  problems: Problem[];
  milliseconds: number;
}

export interface Compiler {
  miniprogram: string;
  compile(): Promise<Compiled>;
  close(): Promise<void>;
}

/** Opens the compiler of the mini program in `root/miniprogram`. */
export function openCompiler(root: string): Compiler {
  const tree = openSourceTree(root);
  const scriptCompiler = openScriptCompiler(tree);

  async function compile(): Promise<Compiled> {
    const started = performance.now();
    const problems: Problem[] = [];
    const graph = readAppGraph(tree, problems);
    const templates = compileTemplates(tree, graph, problems);
    const styles = stylesOf(graph, (codePath, kind) => compileStylesheet(tree, codePath, kind, problems));
    const scripts = await scriptCompiler.compile(graph, problems);
    const told = withoutRepeats(problems);
    const description = {
      app: graph.app,
      theme: graph.theme,
      pages: graph.pages,
      units: Object.fromEntries(graph.units),
      styles,
      problems: told,
    };
    const app = `__previewApp(${JSON.stringify(description)}, function(){return ${templates}});`;
    return { app, scripts, problems: told, milliseconds: Math.round(performance.now() - started) };
  }

  return { miniprogram: tree.miniprogram, compile, close: () => scriptCompiler.close() };
}

function stylesOf(
  graph: AppGraph,
  sheet: (codePath: string, kind: 'app' | 'page' | 'component') => string,
): Record<string, string> {
  const styles: Record<string, string> = { app: sheet('app', 'app') };
  for (const codePath of graph.units.keys()) {
    styles[codePath] = sheet(codePath, graph.pages.includes(codePath) ? 'page' : 'component');
  }
  return styles;
}

function withoutRepeats(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ severity, message, file, line }) => {
    const key = severity === 'warning' ? message : `${file}:${line}:${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
