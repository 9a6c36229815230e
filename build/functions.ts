import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockOf, type Lock } from './locked';

interface BuiltFunction {
  name: string;
  bytes: number;
}

interface FunctionBuild {
  /** The folder that holds one folder per function, each with an `index.ts`. */
  source: string;
  names: readonly string[];
  output: string;
}

const root = resolve(__dirname, '..');
export const doors: FunctionBuild = {
  source: join(root, 'cloudfunctions'),
  names: ['reader', 'staff', 'finder', 'jobs', 'indexer', 'pushes'],
  output: join(root, 'dist', 'cloudfunctions'),
};

/**
 * Bundles the cloud functions as they are uploaded: one file each, the SDK left to the cloud's own install,
 * with their package.json, its lock file and config.json beside it.
 */
export async function buildFunctions(options: FunctionBuild = doors): Promise<BuiltFunction[]> {
  const present = options.names.filter((name) => existsSync(join(options.source, name, 'index.ts')));
  return Promise.all(present.map((name) => buildFunction(options, name)));
}

async function buildFunction({ source, output }: FunctionBuild, name: string): Promise<BuiltFunction> {
  const folder = join(output, name);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'index.js');
  const { outputFiles } = await build({
    entryPoints: [join(source, name, 'index.ts')],
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    external: ['wx-server-sdk'],
    charset: 'utf8',
    logLevel: 'error',
  });
  const [bundled] = outputFiles;
  if (!bundled) throw new Error(`${name}: esbuild made no file`);
  const bundle = Buffer.from(bundled.contents);
  const config = join(source, name, 'config.json');
  const own = join(source, name, 'package.json');
  if (existsSync(config)) replaceFile(join(folder, 'config.json'), readFileSync(config));
  const packageFile = existsSync(own) ? readFileSync(own, 'utf8') : packageOf(name);
  replaceFile(join(folder, 'package.json'), Buffer.from(packageFile));
  replaceFile(join(folder, 'package-lock.json'), Buffer.from(lockFileOf(packageFile)));
  replaceFile(outfile, bundle);
  return { name, bytes: bundle.length };
}

/**
 * Whole or not at all: a library that runs from this folder, or another build, never sees half a file or
 * none.
 */
function replaceFile(file: string, bytes: Buffer): void {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, bytes);
  renameSync(fresh, file);
}

/** What the cloud installs for the function: the SDK alone, in the version this repository is tested with. */
function packageOf(name: string): string {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const dependencies = { 'wx-server-sdk': own.devDependencies['wx-server-sdk'] };
  return `${JSON.stringify({ name, version: '1.0.0', main: 'index.js', dependencies }, null, 2)}\n`;
}

/** The tree under the SDK as this repository is tested with it. */
function lockFileOf(packageFile: string): string {
  const whole = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const own = JSON.parse(packageFile) as Parameters<typeof lockOf>[1];
  return `${JSON.stringify(lockOf(whole, own), null, 2)}\n`;
}

function printSizes(built: readonly BuiltFunction[]): void {
  for (const { name, bytes } of built) console.log(`${name.padEnd(10)} ${(bytes / 1024).toFixed(1)} KB`);
}

if (require.main === module) {
  buildFunctions().then(printSizes, (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
