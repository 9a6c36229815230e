import { buildSync } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles the worker's inside to one plain script, so that a thread starts without a TypeScript loader. */
export function buildWorkerFile(folder: string): string {
  const outfile = join(folder, 'function-worker.cjs');
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
