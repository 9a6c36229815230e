import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Writes down how long every suite took, for `npm run test:slowest`. */
export default class TimesReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { startTime, testResults }) {
    const suites = testResults
      .filter(({ skipped }) => !skipped)
      .map(({ testFilePath, displayName, perfStats, testResults: tests }) => ({
        suite: relative(this.rootDir, testFilePath),
        project: displayName?.name ?? '',
        seconds: (perfStats.end - perfStats.start) / 1000,
        tests: tests.length,
      }));
    const run = { at: new Date(startTime).toISOString(), seconds: (Date.now() - startTime) / 1000, suites };
    mkdirSync(join(this.rootDir, '.cache'), { recursive: true });
    writeFileSync(join(this.rootDir, '.cache', 'last-test-run.json'), JSON.stringify(run));
  }
}
