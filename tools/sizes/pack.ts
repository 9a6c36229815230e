import { transformSync } from 'esbuild';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';

/**
 * A file as it would be uploaded: where it goes in the package, and its bytes after compiling and minifying.
 */
export interface PackedFile {
  path: string;
  bytes: number;
}

const root = resolve(__dirname, '..', '..');
const source = join(root, 'miniprogram');
const modules = join(root, 'node_modules');
/** Sheets that npm run wechat:prepare empties. */
const EMPTIED = JSON.parse(
  readFileSync(join(root, 'tools/wechat/with-wechat/emptied.json'), 'utf8'),
) as string[];
const LEFT_OUT = /\.test\.ts$|\.d\.ts$|tsconfig\.json$|miniprogram_npm/;

/**
 * What WeChat packs: every file of miniprogram/ compiled and minified, and of the npm packages only what is
 * reached from there, as `ignoreUploadUnusedFiles` leaves the rest out. Read from the sources: no compiler of
 * WeChat is needed.
 */
export function packMiniProgram(): PackedFile[] {
  const packed = new Map<string, PackedFile>();
  const waiting = filesUnder(source).filter((file) => !LEFT_OUT.test(file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const path = placeOf(file);
    if (packed.has(path)) continue;
    const text = compiled(file);
    packed.set(path, { path, bytes: text === null ? statSync(file).size : Buffer.byteLength(text) });
    if (text !== null) waiting.push(...needs(file, text));
  }
  return [...packed.values()];
}

const minified = (text: string, loader: 'ts' | 'js'): string =>
  transformSync(text, { loader, format: 'cjs', target: 'es2017', minify: true, charset: 'utf8' }).code;

/** The text that is uploaded; null for pictures and sounds, which go as they are. */
function compiled(file: string): string | null {
  if (EMPTIED.some((sheet) => placeOf(file) === join('miniprogram_npm', sheet))) return '';
  const text = (): string => readFileSync(file, 'utf8');
  switch (extname(file)) {
    case '.ts':
      return minified(text(), 'ts');
    case '.js':
    case '.wxs':
    case '.mjs':
      return text().length === 0 ? '' : minified(text(), 'js');
    case '.json':
      return JSON.stringify(JSON.parse(text()));
    case '.wxss':
      return transformSync(text(), { loader: 'css', minify: true, charset: 'utf8' }).code;
    case '.wxml':
      return text()
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\s+/g, ' ')
        .replace(/> </g, '><');
    default:
      return null;
  }
}

/** The files that this one needs, as absolute paths; those of miniprogram/ itself are packed anyway. */
function needs(file: string, text: string): string[] {
  switch (extname(file)) {
    case '.ts':
    case '.js':
    case '.mjs':
    case '.wxs':
      return [...text.matchAll(/require\("([^"]+)"\)/g)].map((found) => script(file, found[1] as string));
    case '.json':
      return componentsOf(text).flatMap((wanted) => component(file, wanted));
    case '.wxss':
      return [...text.matchAll(/@import\s*(?:url\()?["']?([^"');]+)["']?\)?/g)].map((found) =>
        resolve(dirname(file), found[1] as string),
      );
    case '.wxml':
      return [...text.matchAll(/<(?:import|include|wxs)[^>]*?src="([^"{]+)"/g)].map((found) =>
        withEnding(resolve(dirname(file), found[1] as string), ['', '.wxml', '.wxs']),
      );
    default:
      return [];
  }
}

function componentsOf(text: string): string[] {
  const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> };
  return Object.values(usingComponents).filter((path) => !path.startsWith('plugin'));
}

function component(from: string, wanted: string): string[] {
  const base = wanted.startsWith('/') ? join(source, wanted) : local(from, wanted);
  const parts = ['.js', '.ts', '.json', '.wxml', '.wxss'].map((ending) => base + ending).filter(existsSync);
  if (parts.length === 0) throw new Error(`${relative(root, from)} uses ${wanted}, which is not there`);
  return parts;
}

function local(from: string, wanted: string): string {
  const near = resolve(dirname(from), wanted);
  if (wanted.startsWith('.') || existsSync(`${near}.json`)) return near;
  const [name = '', ...rest] = wanted.split('/');
  return join(modules, name, distOf(name), ...rest);
}

function script(from: string, wanted: string): string {
  if (wanted.startsWith('.'))
    return withEnding(resolve(dirname(from), wanted), ['', '.ts', '.js', '.wxs', '/index.ts', '/index.js']);
  const inside = from.split('/miniprogram_dist/')[0];
  const bundled = join(`${inside}`, 'miniprogram_dist', 'miniprogram_npm', wanted, 'index.js');
  if (existsSync(bundled)) return bundled;
  const { main = 'index.js' } = packageOf(wanted);
  return join(modules, wanted, main);
}

function withEnding(base: string, endings: string[]): string {
  const found = endings
    .map((ending) => base + ending)
    .find((file) => existsSync(file) && statSync(file).isFile());
  if (!found) throw new Error(`${relative(root, base)} is needed and is not there`);
  return found;
}

const packageOf = (name: string): { main?: string; miniprogram?: string } =>
  JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as {
    main?: string;
    miniprogram?: string;
  };
const distOf = (name: string): string => packageOf(name).miniprogram ?? 'miniprogram_dist';

function placeOf(file: string): string {
  const inside = relative(modules, file);
  if (inside.startsWith('..')) return relative(source, file);
  return join('miniprogram_npm', inside.replace('/miniprogram_dist/', '/'));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
