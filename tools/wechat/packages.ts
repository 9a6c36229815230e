import { readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { MAIN_LIMIT, PACKAGE_LIMIT, packageSizes } from '../sizes';
import { filesBelow, sourceOf } from './compiles';
import { lineAt, type Finding, type Looked } from './finding';
import { ROOT } from './installed';

/** WeChat's limit of all packages together, for a library that is no service provider. */
const WHOLE_LIMIT = 30 * 1024 * 1024;
/** What names another file: requires, imports of sheets and templates, components. */
const NAMES: readonly [RegExp, RegExp][] = [
  [/\.js$/, /require\("([^"]+)"\)/g],
  [/\.wxss$/, /@import\s*["']([^"']+)["']/g],
  [/\.wxml$/, /<(?:import|include|wxs)\b[^>]*?src="([^"{]+)"/g],
  [/\.json$/, /"[\w-]+":\s*"([^"]*\/[^"]*)"/g],
];

const rootsOf = (output: string): string[] => {
  const app = JSON.parse(readFileSync(join(output, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  return (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
};

/** The line of the source that names the file; the first where the compiler wrote it in. */
const lineOfName = (file: string, named: string): number => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const at = text.indexOf(named);
  return at < 0 ? 1 : lineAt(text, at);
};

/** A package may need the main package and itself: another one may not be on the phone yet. */
export const packagesKeepApart = (output: string): Looked => {
  const roots = rootsOf(output);
  const packageOf = (path: string): string => roots.find((root) => path.startsWith(`${root}/`)) ?? '';
  let count = 0;
  const findings = filesBelow(output, /\.(js|wxss|wxml|json)$/).flatMap((path): Finding[] => {
    const pattern = NAMES.find(([ending]) => ending.test(path))?.[1] ?? /$^/g;
    if (path === 'app.json' || path === 'sitemap.json') return [];
    return [...readFileSync(join(output, path), 'utf8').matchAll(pattern)].flatMap(([, named = '']) => {
      count++;
      const wanted = named.startsWith('/') ? named.slice(1) : normalize(join(dirname(path), named));
      const other = packageOf(wanted);
      if (other === '' || other === packageOf(path)) return [];
      const file = sourceOf(path);
      const says = `needs ${named}, which lies in the subpackage ${other}`;
      return [{ file, line: lineOfName(file, named), says }];
    });
  });
  return { name: 'packages keep apart', counted: `${count} references`, findings };
};

/** The compiled packages against WeChat's limits, and the main one against ours. */
export const packagesAreSmall = (output: string): Looked => {
  const files = filesBelow(output, /./).map((path) => ({ path, bytes: statSync(join(output, path)).size }));
  const packages = packageSizes(files);
  const whole = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const kb = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;
  const over = (name: string, bytes: number, limit: number): Finding[] =>
    bytes > limit ? [{ file: `miniprogram/${name}`, line: 1, says: `${kb(bytes)}, limit ${kb(limit)}` }] : [];
  const [main, ...others] = packages;
  const largest = [...others].sort((a, b) => b.bytes - a.bytes)[0];
  return {
    name: 'sizes',
    counted: `main ${kb(main?.bytes ?? 0)} of ${kb(MAIN_LIMIT)}, ${others.length} subpackages, the largest ${
      largest?.name ?? 'none'
    } ${kb(largest?.bytes ?? 0)} of ${kb(PACKAGE_LIMIT)}, all ${kb(whole)}`,
    findings: [
      ...packages.flatMap(({ name, bytes, limit }) =>
        over(name === 'main' ? 'app.json' : name, bytes, limit),
      ),
      ...over('app.json', whole, WHOLE_LIMIT),
    ],
  };
};
