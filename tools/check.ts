import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * What has to hold before the tests: types, lint and format, the build. All at the same time as far as there
 * are processors, and only what changed since the last run is looked at again.
 * `npx tsx tools/check.ts [types] [lint] [build]`, all when none is named.
 */

const root = resolve(__dirname, '..');
const CACHE = '.cache';

type Kind = 'types' | 'lint' | 'build';

interface Check {
  kind: Kind;
  name: string;
  command: string[];
}

const types = (name: string, project: string): Check => ({
  kind: 'types',
  name: `types of ${name}`,
  command: [
    'typescript/bin/tsc',
    ...['-p', project, '--incremental', '--tsBuildInfoFile', join(CACHE, 'types', `${name}.json`)],
  ],
});

/** The longest first: the others fill what is left of the time. */
const CHECKS: readonly Check[] = [
  types('node', 'tsconfig.node.json'),
  {
    kind: 'lint',
    name: 'lint',
    command: [
      'eslint/bin/eslint.js',
      ...['.', '--cache', '--cache-location', join(CACHE, 'eslint.json'), '--cache-strategy', 'content'],
    ],
  },
  {
    kind: 'lint',
    name: 'format',
    command: [
      'prettier/bin/prettier.cjs',
      ...['--check', '.', '--cache', '--cache-location', join(CACHE, 'prettier.json')],
      ...['--cache-strategy', 'content', '--log-level', 'warn'],
    ],
  },
  types('miniprogram', 'miniprogram'),
  types('component', 'tests/component'),
  types('preview', 'local/preview/host'),
  { kind: 'build', name: 'build', command: ['tsx/dist/cli.mjs', 'build/functions.ts'] },
];

/** Runs one check; its words are kept together and said when it has ended. Tells whether it passed. */
const run = ({ name, command: [program = '', ...options] }: Check): Promise<boolean> =>
  new Promise((resume) => {
    const began = performance.now();
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...options], { cwd: root });
    const said: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => said.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      process.stdout.write(Buffer.concat(said));
      resume(code === 0);
    });
  });

const runAll = async (checks: readonly Check[]): Promise<boolean> => {
  const waiting = [...checks];
  let allPassed = true;
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await run(check))) allPassed = false;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return allPassed;
};

if (require.main === module) {
  const asked = process.argv.slice(2);
  mkdirSync(join(root, CACHE, 'types'), { recursive: true });
  void runAll(CHECKS.filter(({ kind }) => asked.length === 0 || asked.includes(kind))).then((passed) => {
    process.exitCode = passed ? 0 : 1;
  });
}
