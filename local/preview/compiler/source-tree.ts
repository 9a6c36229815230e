import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Where a mini program's files lie, and how its npm packages are found (what DevTools' "build npm" would
 * copy).
 */
export interface SourceTree {
  /** Folder of app.json. */
  miniprogram: string;
  /**
   * File (without ending) of a code path such as `pages/home/index` or
   * `miniprogram_npm/tdesign-miniprogram/button/button`.
   */
  fileOf(codePath: string): string;
  /** Code path of a component named in `usingComponents` of `from`, or null when no such component exists. */
  resolveComponent(reference: string, from: string): string | null;
  /**
   * File of an npm import such as `dayjs` or `tdesign-miniprogram/toast/index` when it names a mini-program
   * package.
   */
  npmFile(reference: string): string | null;
}

const NPM = 'miniprogram_npm/';

/** Describes the mini program under `root`; packages come from the nearest node_modules. */
export function openSourceTree(root: string): SourceTree {
  const miniprogram = path.join(root, 'miniprogram');
  const packageFolder = memoize((name: string) => findPackage(root, name));

  function npmFile(reference: string): string | null {
    const [name, rest] = splitPackage(reference);
    const folder = packageFolder(name);
    if (!folder) return null;
    const described = readPackage(folder);
    if (described.miniprogram === undefined) return null;
    return path.join(folder, described.miniprogram, rest || 'index');
  }

  function fileOf(codePath: string): string {
    if (codePath.startsWith(NPM)) {
      const file = npmFile(codePath.slice(NPM.length));
      if (file) return file;
    }
    return path.join(miniprogram, codePath);
  }

  function componentAt(codePath: string): string | null {
    if (existsSync(`${fileOf(codePath)}.json`)) return codePath;
    const inFolder = `${codePath}/index`;
    return existsSync(`${fileOf(inFolder)}.json`) ? inFolder : null;
  }

  function resolveComponent(reference: string, from: string): string | null {
    if (reference.startsWith('/')) return componentAt(normalize(reference.slice(1)));
    const beside = componentAt(normalize(path.posix.join(path.posix.dirname(from), reference)));
    if (beside || reference.startsWith('.')) return beside;
    return componentAt(NPM + reference);
  }

  return { miniprogram, fileOf, resolveComponent, npmFile };
}

/** True when the code path lies in a package and not in the project's own source. */
export function isFromNpm(codePath: string): boolean {
  return codePath.startsWith(NPM);
}

function normalize(codePath: string): string {
  return path.posix.normalize(codePath).replace(/^(\.\.?\/)+/, '');
}

function splitPackage(reference: string): [name: string, rest: string] {
  const parts = reference.split('/');
  const length = reference.startsWith('@') ? 2 : 1;
  return [parts.slice(0, length).join('/'), parts.slice(length).join('/')];
}

function findPackage(root: string, name: string): string | null {
  const starts = [root, __dirname];
  for (const start of starts) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const candidate = path.join(folder, 'node_modules', name);
      if (existsSync(path.join(candidate, 'package.json')) && statSync(candidate).isDirectory())
        return candidate;
      if (folder === path.dirname(folder)) break;
    }
  }
  return null;
}

function readPackage(folder: string): { miniprogram?: string } {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { miniprogram?: string };
}

function memoize<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}
