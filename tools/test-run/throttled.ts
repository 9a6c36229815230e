import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { openSlower, type Slower } from './slower';

/**
 * Every test on a computer of a third of the speed, three times: what depends on the speed of a machine fails
 * here. `npm run test:throttled [-- --runs=3 --share=0.33 …]`; what else is given goes to the runner: paths
 * of suites, or --selectProjects.
 */

const root = resolve(__dirname, '..', '..');

interface Outcome {
  passed: boolean;
  minutes: number;
  /** "N passed, N failed", or what was said last. */
  closingLine: string;
}

const runOnce = (slower: Slower, options: string[]): Promise<Outcome> =>
  new Promise((done, fail) => {
    const began = performance.now();
    const jest = [process.execPath, resolve(root, 'node_modules/jest/bin/jest.js')];
    const [program = '', ...rest] = slower.around([...jest, '--config', 'jest.config.js', ...options]);
    const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let closingLine = '';
    child.stdout.on('data', (bytes: Buffer) => {
      process.stdout.write(bytes);
      closingLine = String(bytes).trim().split('\n').at(-1) || closingLine;
    });
    child.on('error', fail);
    child.on('close', (code) =>
      done({ passed: code === 0, minutes: (performance.now() - began) / 60_000, closingLine }),
    );
  });

const numberOf = (name: string, otherwise: number): number => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given ? Number(given.split('=')[1]) : otherwise;
};

async function main(): Promise<void> {
  const share = numberOf('share', 1 / 3);
  const slower = openSlower(share);
  if (!slower) throw new Error('neither a writable control group nor cpulimit: nothing can be slowed here');
  const options = process.argv.slice(2).filter((argument) => !/^--(runs|share)=/.test(argument));
  const told: string[] = [];
  try {
    for (let run = 1; run <= numberOf('runs', 3); run++) {
      const { passed, minutes, closingLine } = await runOnce(slower, options);
      told.push(`run ${run}, ${passed ? 'passed' : 'FAILED'}, ${minutes.toFixed(1)} minutes: ${closingLine}`);
      if (!passed) process.exitCode = 1;
    }
  } finally {
    slower.end();
  }
  console.log(`\nslowed to ${share.toFixed(2)} of the processors by ${slower.name}\n${told.join('\n')}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
