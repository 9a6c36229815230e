import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFunctions } from '../../build/functions';
import { root } from './demo-library';
import { quantile } from './load';
import { table } from '../table';

const RUNS = 5;
/** Runs in a fresh process: how long the bundle takes to load, with the SDK in place of it when told. */
const PROBE = `
const Module = require('node:module');
const [file, without] = process.argv.slice(1);
if (without) {
  // Anything asked of the absent SDK answers itself, so that the bundle alone is measured.
  const nothing = new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === '__esModule' ? undefined : nothing), apply: () => nothing, construct: () => nothing });
  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'wx-server-sdk' ? nothing : load(name, ...rest));
}
const start = performance.now();
require(file);
console.log(performance.now() - start);
process.exit(0);
`;

/** Size of each function and how long a cold one takes to load, each time in a fresh process. */
export async function benchStartUp(): Promise<void> {
  const built = await buildFunctions();
  const rows = built.map(({ name, bytes }) => {
    const file = join(root, 'dist', 'cloudfunctions', name, 'index.js');
    const gzip = gzipSync(readFileSync(file)).length;
    return [name, kb(bytes), kb(gzip), load(file, true).toFixed(0), load(file, false).toFixed(0)];
  });
  console.log(`\nStart of the cloud functions (fresh node processes, median of ${RUNS})`);
  console.log(table(['function', 'KB', 'gzip KB', 'load ms', 'with the SDK ms'], rows));
}

function load(file: string, without: boolean): number {
  const times = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['-e', PROBE, file, ...(without ? ['without'] : [])], {
        encoding: 'utf8',
      }).trim(),
    ),
  );
  return quantile(times, 0.5);
}

const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

if (require.main === module)
  benchStartUp().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
