import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * What WeChat's DevTools would stumble over: files that are named and are not there, packages that it would
 * not pack.
 */

const root = resolve(__dirname, '../..');

interface Project {
  appid: string;
  miniprogramRoot: string;
  cloudfunctionRoot: string;
  setting: {
    useCompilerPlugins: string[];
    packNpmManually: boolean;
    packNpmRelationList: { packageJsonPath: string; miniprogramNpmDistDir: string }[];
  };
}
interface Page {
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, boolean | { default?: string }>;
}
interface AppFile {
  pages: string[];
  subPackages: { root: string; name: string; pages: string[] }[];
  preloadRule: Record<string, { packages: string[] }>;
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] };
  themeLocation: string;
  sitemapLocation: string;
}
/** Where a mini program lies, and the packages that are packed for it. */
interface MiniProgram {
  folder: string;
  packages: ReadonlySet<string>;
  packageFolder: string;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const project = read<Project>(join(root, 'project.config.json'));
const own = read<{ dependencies: Record<string, string> }>(join(root, 'package.json'));
const ours: MiniProgram = {
  folder: join(root, project.miniprogramRoot),
  packages: new Set(Object.keys(own.dependencies)),
  packageFolder: join(root, 'node_modules'),
};

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('miniprogram_npm'));

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** A page or component is four files; the style may be left out. */
const missingOf = (base: string): string[] =>
  [['.wxml'], ['.json'], ['.ts', '.js']].flatMap((endings) =>
    endings.some((ending) => existsSync(base + ending)) ? [] : [base + endings.join(' or ')],
  );

const hexColourOrWord = /^(#[0-9a-f]{6}|black|white|dark|light)$/i;

/** What app.json and theme.json name and what is not there. */
function wrongInApp({ folder }: MiniProgram): string[] {
  const app = read<AppFile>(join(folder, 'app.json'));
  const themes = read<Record<'light' | 'dark', Record<string, string>>>(join(folder, app.themeLocation));
  const pages = [
    ...app.pages,
    ...app.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
  ];
  const names = new Set(app.subPackages.map(({ name }) => name));
  const icons = app.tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]);
  const variables = [...readFileSync(join(folder, 'app.json'), 'utf8').matchAll(/"@(\w+)"/g)].map(
    ([, name]) => name!,
  );
  const wrong = [
    ...pages.flatMap((page) => missingOf(join(folder, page))),
    ...app.tabBar.list
      .filter(({ pagePath }) => !app.pages.includes(pagePath))
      .map(({ pagePath }) => `tab ${pagePath}`),
    ...Object.entries(app.preloadRule).flatMap(([page, { packages }]) => [
      ...(pages.includes(page) ? [] : [`preload rule of ${page}`]),
      ...packages.filter((name) => !names.has(name)).map((name) => `preloaded package ${name}`),
    ]),
    ...(existsSync(join(folder, app.sitemapLocation)) ? [] : [app.sitemapLocation]),
  ];
  for (const [theme, values] of Object.entries(themes)) {
    for (const icon of icons) {
      const path = icon.startsWith('@') ? values[icon.slice(1)] : icon;
      if (!path || !existsSync(join(folder, path))) wrong.push(`${theme}: icon ${path ?? icon}`);
    }
    for (const name of variables) {
      const value = values[name];
      if (!value || !(hexColourOrWord.test(value) || /\.png$/.test(value))) wrong.push(`${theme}: @${name}`);
    }
  }
  return wrong;
}

/** Components that are named and not there, and components of packages that are not packed. */
function wrongComponents({ folder, packages, packageFolder }: MiniProgram): string[] {
  return filesIn(folder, /\.json$/).flatMap((file) => {
    const { usingComponents = {}, componentGenerics = {} } = read<Page>(file);
    const named = [
      ...Object.values(usingComponents),
      ...Object.values(componentGenerics).flatMap((each) =>
        typeof each === 'object' && each.default ? [each.default] : [],
      ),
    ];
    return named.flatMap((path) => {
      if (path.startsWith('plugin://')) return [];
      if (path.startsWith('/')) return missingOf(join(folder, path));
      const beside = join(dirname(file), path);
      if (path.startsWith('.') || existsSync(`${beside}.json`)) return missingOf(beside);
      const from = packageOf(path);
      if (!packages.has(from))
        return [`${relative(folder, file)}: ${path} is of a package that is not packed`];
      const { miniprogram = 'miniprogram_dist' } = read<{ miniprogram?: string }>(
        join(packageFolder, from, 'package.json'),
      );
      return missingOf(join(packageFolder, from, miniprogram, path.slice(from.length + 1)));
    });
  });
}

/**
 * Imports of packages that are not packed. Types vanish before the code is shipped, tests are not shipped.
 */
function wrongImports({ folder, packages }: MiniProgram): string[] {
  return filesIn(folder, /(?<!\.test|\.d)\.ts$/).flatMap((file) =>
    importedBy(readFileSync(file, 'utf8'))
      .filter((specifier) => !specifier.startsWith('.') && !packages.has(packageOf(specifier)))
      .map((specifier) => `${relative(folder, file)}: imports ${specifier}`),
  );
}

const importedBy = (source: string): string[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map(([, stated, called]) => stated ?? called ?? '');

/** Pictures and styles that templates and style sheets name. Bound paths are not known here. */
function wrongAssets({ folder }: MiniProgram): string[] {
  return filesIn(folder, /\.(wxml|wxss)$/).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const named = [
      ...text.matchAll(/(?:@import\s+|\bsrc=)["']([^"'{}]+)["']/g),
      ...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g),
    ].map(([, path]) => path!);
    return named
      .filter((path) => !/^(https?|data|cloud):/.test(path))
      .map((path) => (path.startsWith('/') ? join(folder, path) : join(dirname(file), path)))
      .filter((path) => !existsSync(path))
      .map((path) => `${relative(folder, file)}: ${relative(folder, path)}`);
  });
}

const OUR_CODE = filesIn(ours.folder, /(?<!\.test|\.d)\.ts$/);

describe('the mini program as DevTools gets it', () => {
  it('has every page, tab icon and theme variable that app.json names, in both themes', () => {
    expect(wrongInApp(ours)).toEqual([]);
  });

  it('has every component that a page or component names', () => {
    expect(wrongComponents(ours)).toEqual([]);
  });

  it('has every picture and style that a template or style sheet names', () => {
    expect(wrongAssets(ours)).toEqual([]);
  });

  it('imports no package that is not in dependencies', () => {
    expect(OUR_CODE.length).toBeGreaterThan(50);
    expect(wrongImports(ours)).toEqual([]);
  });

  it('ships no package that it does not use', () => {
    const components = filesIn(ours.folder, /\.json$/).flatMap((file) =>
      Object.values(read<Page>(file).usingComponents ?? {}),
    );
    const styles = filesIn(ours.folder, /\.wxss$/).map((file) => readFileSync(file, 'utf8'));
    const used = new Set(
      [...OUR_CODE.flatMap((file) => importedBy(readFileSync(file, 'utf8'))), ...components].map(packageOf),
    );
    const idle = [...ours.packages].filter(
      (name) => !used.has(name) && !styles.some((text) => text.includes(`miniprogram_npm/${name}`)),
    );
    expect(idle).toEqual([]);
  });

  it('is found by project.config.json, which packs the packages and uploads what the build made', () => {
    const { setting, cloudfunctionRoot, miniprogramRoot } = project;
    expect(cloudfunctionRoot).toBe('dist/cloudfunctions/');
    expect(setting.useCompilerPlugins).toContain('typescript');
    expect(setting.packNpmManually).toBe(true);
    const [packing] = setting.packNpmRelationList;
    expect(resolve(root, packing!.packageJsonPath)).toBe(join(root, 'package.json'));
    expect(resolve(root, packing!.miniprogramNpmDistDir)).toBe(resolve(root, miniprogramRoot));
  });

  it('would be told when something were missing', () => {
    const empty = { ...ours, packages: new Set<string>() };
    expect(wrongImports(empty)).toContain('lib/dates.ts: imports dayjs');
    expect(wrongComponents(empty).join('\n')).toContain('is of a package that is not packed');
    expect(missingOf(join(ours.folder, 'pages/nowhere/index'))).toHaveLength(3);
    expect(
      importedBy("import type { A } from 'left-out';\nimport b from 'taken';\nconst c = require('also');"),
    ).toEqual(['taken', 'also']);
  });
});
