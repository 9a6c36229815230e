import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { table } from '../table';

/**
 * The ten slowest suites of the last run of the tests, and how long the whole took: `npm run test:slowest`.
 */

interface LastRun {
  at: string;
  seconds: number;
  suites: { suite: string; project: string; seconds: number; tests: number }[];
}

const SHOWN = 10;
const FILE = resolve(__dirname, '..', '..', '.cache', 'last-test-run.json');

const slowestOf = ({ suites }: LastRun): LastRun['suites'] =>
  [...suites].sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);

/** How long the suites of each project took together, the longest first. Two run at a time. */
const secondsByProject = ({ suites }: LastRun): [project: string, seconds: number, suites: number][] =>
  [...new Set(suites.map(({ project }) => project))]
    .map((project): [string, number, number] => {
      const own = suites.filter((suite) => suite.project === project);
      return [project, own.reduce((sum, { seconds }) => sum + seconds, 0), own.length];
    })
    .sort(([, a], [, b]) => b - a);

const print = (run: LastRun): void => {
  const { at, seconds, suites } = run;
  console.log(`${at}: ${suites.length} suites in ${(seconds / 60).toFixed(1)} minutes\n`);
  console.log(
    table(
      ['slowest suites', 'seconds', 'tests'],
      slowestOf(run).map((one) => [one.suite, one.seconds.toFixed(1), String(one.tests)]),
    ),
  );
  console.log(
    table(
      ['project', 'seconds', 'suites'],
      secondsByProject(run).map(([project, sum, count]) => [project, sum.toFixed(1), String(count)]),
    ),
  );
};

if (require.main === module) {
  if (existsSync(FILE)) print(JSON.parse(readFileSync(FILE, 'utf8')));
  else {
    console.error('no run of the tests is known here yet: npm test');
    process.exitCode = 1;
  }
}
