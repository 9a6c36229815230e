import { existsSync, readFileSync } from 'node:fs';
import type { Problem } from './problem';
import { errorAt } from './problem';
import type { SourceTree } from './source-tree';
import { isFromNpm } from './source-tree';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A page's or component's JSON with its component references made absolute. */
interface UnitConfig {
  component?: boolean;
  usingComponents: Record<string, string>;
  [key: string]: Json | undefined;
}

/** The mini program as app.json describes it: every page and every component that a page can reach. */
export interface AppGraph {
  app: Record<string, Json>;
  theme: Record<string, Json>;
  pages: string[];
  /** Pages and components by code path, a component before whoever uses it. */
  units: Map<string, UnitConfig>;
}

interface Subpackage {
  root: string;
  pages: string[];
}

/** Reads app.json and follows pages, subpackages and usingComponents. */
export function readAppGraph(tree: SourceTree, problems: Problem[]): AppGraph {
  const app = readJson(`${tree.miniprogram}/app.json`, 'app.json', problems) ?? {};
  const themeFile = typeof app.themeLocation === 'string' ? app.themeLocation : null;
  const theme = themeFile ? (readJson(`${tree.miniprogram}/${themeFile}`, themeFile, problems) ?? {}) : {};
  refuseUnsupported(app, problems);
  const pages = pagesOf(app);
  const shared = app.usingComponents as Record<string, string> | undefined;
  const units = new Map<string, UnitConfig>();
  const open = new Set<string>();

  function visit(codePath: string): void {
    if (units.has(codePath) || open.has(codePath)) return;
    open.add(codePath);
    const file = `${codePath}.json`;
    const read = existsSync(`${tree.fileOf(codePath)}.json`)
      ? readJson(`${tree.fileOf(codePath)}.json`, file, problems)
      : {};
    const own = (read?.usingComponents ?? {}) as Record<string, string>;
    const wanted = isFromNpm(codePath) ? own : { ...shared, ...own };
    const usingComponents: Record<string, string> = {};
    for (const [tag, reference] of Object.entries(wanted)) {
      const fromApp = !(tag in own);
      const resolved = tree.resolveComponent(reference, fromApp ? 'app' : codePath);
      if (!resolved) {
        problems.push(errorAt(fromApp ? 'app.json' : file, `component "${tag}" not found at "${reference}"`));
        continue;
      }
      usingComponents[tag] = `/${resolved}`;
      visit(resolved);
    }
    open.delete(codePath);
    units.set(codePath, { ...read, usingComponents });
  }

  for (const page of pages) {
    if (!existsSync(`${tree.fileOf(page)}.wxml`)) {
      problems.push(errorAt('app.json', `page "${page}" has no ${page}.wxml`));
      continue;
    }
    visit(page);
  }
  return { app, theme, pages: pages.filter((page) => units.has(page)), units };
}

/** What would change the whole picture and is not drawn is said before anything is drawn wrongly. */
function refuseUnsupported(app: Record<string, Json>, problems: Problem[]): void {
  const tabBar = app.tabBar as { custom?: boolean } | undefined;
  if (tabBar?.custom)
    problems.push(errorAt('app.json', 'tabBar.custom: the preview draws the native tab bar only'));
  if (app.renderer === 'skyline')
    problems.push(errorAt('app.json', 'renderer: the preview draws WebView pages only'));
}

function pagesOf(app: Record<string, Json>): string[] {
  const main = (app.pages ?? []) as string[];
  const subpackages = (app.subPackages ?? app.subpackages ?? []) as unknown as Subpackage[];
  const others = subpackages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/^\/|\/$/g, '')}/${page.replace(/^\//, '')}`),
  );
  return [...main, ...others];
}

function readJson(file: string, shownAs: string, problems: Problem[]): Record<string, Json> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Json>;
  } catch (error) {
    problems.push(errorAt(shownAs, error instanceof Error ? error.message : String(error)));
    return null;
  }
}
