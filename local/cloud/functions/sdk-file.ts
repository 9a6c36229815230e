import { buildSync } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where it stays from one start to the next. */
const KEPT = resolve(__dirname, '..', '..', '..', '.cache', 'functions');

/**
 * wx-server-sdk as one script beside which its compiled form is kept: of the 650 ms of processor time that
 * loading it costs each worker, most goes into finding and compiling some 600 files. The code is the
 * installed package's; a new version of it, or of Node, makes a new file.
 */
export function sdkFile(): string {
  const entry = require.resolve('wx-server-sdk');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), 'package.json'), 'utf8')) as {
    version: string;
  };
  const file = join(KEPT, `wx-server-sdk-${version}-node-${process.versions.node}.cjs`);
  if (existsSync(file)) return file;
  mkdirSync(KEPT, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  buildSync({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  // Whole at once: several clouds may start at the same time.
  renameSync(unfinished, file);
  return file;
}
