import { table } from '../table';
import { findingsOf, SCRIPTS, type Installed } from './findings';
import { installedPackages } from './installed';

/**
 * What is installed, under which licences, and what runs a script of its own at an install:
 * `npm run licences`. Ends non-zero where something is not allowed.
 */

const countBy = (packages: readonly Installed[]): [licence: string, all: number, ships: number][] => {
  const licences = [...new Set(packages.map(({ license = 'none' }) => license))];
  return licences
    .map((licence): [string, number, number] => {
      const own = packages.filter(({ license = 'none' }) => license === licence);
      return [licence, own.length, own.filter(({ ships }) => ships).length];
    })
    .sort(([, a], [, b]) => b - a);
};

const print = (packages: readonly Installed[]): void => {
  console.log(table(['licence', 'packages', 'reach WeChat'], countBy(packages)));
  const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript);
  console.log(
    `\n${table(
      ['runs a script when installed', 'why it may'],
      scripts.map(({ name }) => [name, SCRIPTS[name] ?? 'not known here']),
    )}`,
  );
  const shipped = packages.filter(({ ships }) => ships).map(({ name, version }) => `${name} ${version}`);
  console.log(`\nreach WeChat: ${shipped.join(', ')}`);
  const findings = findingsOf(packages);
  for (const finding of findings) console.error(finding);
  console.log(`\n${packages.length} packages, ${shipped.length} reach WeChat, ${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
};

void installedPackages().then(print);
