import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';

/**
 * Random histories through the real functions, as many acts as one likes, and with rules drawn at random
 * from the whole matrix: `npm run histories -- --acts 20000 --seed 7 --policies random`. Totals stand at the
 * end; a history that breaks something is shrunk and printed with its rules, and the seed repeats it.
 */

const root = resolve(__dirname, '..', '..');

interface Options {
  acts: string;
  seed?: string;
  policies: 'lively' | 'random';
}

const { acts, seed, policies } = new Command('histories')
  .option('--acts <n>', 'acts of all histories together', '2000')
  .option('--seed <n>', 'the same seed makes the same histories')
  .addOption(
    new Option('--policies <which>', 'rules under which they are lived')
      .choices(['lively', 'random'])
      .default('lively'),
  )
  .parse()
  .opts<Options>();

const environment = {
  ...process.env,
  HISTORIES_ACTS: acts,
  HISTORIES_POLICIES: policies,
  ...(seed !== undefined && { HISTORIES_SEED: seed }),
};
const jest = resolve(root, 'node_modules/jest/bin/jest.js');
const suite = 'tests/operations/histories.test.ts';
const child = spawn(process.execPath, [jest, '--config', 'jest.config.js', suite], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: environment,
});
let totals = '';
child.stdout.on('data', (bytes: Buffer) => {
  process.stdout.write(bytes);
  totals = /\d+ acts, .*/.exec(String(bytes))?.[0] ?? totals;
});
child.on('close', (code) => {
  console.log(
    `${totals || 'no totals: a history failed, see above'}${seed === undefined ? '' : `, seed ${seed}`}`,
  );
  process.exitCode = code ?? 1;
});
