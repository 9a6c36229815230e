import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import postcss from 'postcss';

/** A component takes in the classes of the page that it stands on (`apply-shared`): a namesake changes it. */
const root = resolve(__dirname, '..');
const textOf = (file: string): string => readFileSync(file, 'utf8');

interface Described {
  usingComponents?: Record<string, string>;
}

const described = (code: string): Described => JSON.parse(textOf(`${code}.json`)) as Described;

/** The components of ours that stand on a page, those within others too. */
function componentsOn(code: string, found = new Set<string>()): Set<string> {
  for (const where of Object.values(described(code).usingComponents ?? {})) {
    const component = where.startsWith('/') ? join(root, where) : resolve(dirname(code), where);
    if (found.has(component) || !existsSync(`${component}.wxml`)) continue;
    found.add(component);
    componentsOn(component, found);
  }
  return found;
}

/** A sheet and those that it imports. */
function sheetsOf(file: string): string[] {
  if (!existsSync(file)) return [];
  const imported = [...textOf(file).matchAll(/@import '([^']+)'/g)].map(([, to = '']) => to);
  return [file, ...imported.flatMap((to) => sheetsOf(resolve(dirname(file), to)))];
}

/** Classes that a sheet speaks of wherever they stand, not only within another. */
function classesOf(sheet: string): Set<string> {
  const names = new Set<string>();
  postcss.parse(textOf(sheet)).walkRules(({ selectors }) => {
    for (const selector of selectors) {
      const [, name] = /^\.([\w-]+)(\s*\+\s*\.[\w-]+)?$/.exec(selector) ?? [];
      if (name) names.add(name);
    }
  });
  return names;
}

function namesakes(page: string): string[] {
  const sheets = sheetsOf(`${page}.wxss`);
  return [...componentsOn(page)].flatMap((component) => {
    const own = sheetsOf(`${component}.wxss`);
    const names = new Set(own.flatMap((sheet) => [...classesOf(sheet)]));
    return sheets
      .filter((sheet) => !own.includes(sheet))
      .flatMap((sheet) => [...classesOf(sheet)].filter((name) => names.has(name)))
      .map((name) => `.${name} of ${relative(root, component)}`);
  });
}

interface App {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

const app = JSON.parse(textOf(join(root, 'app.json'))) as App;
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`)),
];

test.each(pages)('%s names nothing as a component on it does', (page) => {
  expect(namesakes(join(root, page))).toEqual([]);
});

test('sheets that are imported, and components within components, are read', () => {
  const form = join(root, 'features/cataloguing/pages/form/index');
  expect(sheetsOf(`${form}.wxss`).map((sheet) => relative(root, sheet))).toContain('styles/field.wxss');
  expect([...componentsOn(form)].map((component) => relative(root, component))).toContain(
    'components/offline-bar/index',
  );
});
