import { Command } from 'commander';
import { join } from 'node:path';
import { buildFunctions } from '../../build/functions';
import { runCommand } from '../command';
import { apisAreThere } from './apis';
import { compiles, scriptsAreEs5 } from './compiles';
import type { Looked } from './finding';
import { functionsLoad } from './functions-load';
import { installTools } from './installed';
import { sheetsPassWcsc, templatesPassWcc } from './old-compilers';
import { packagesAreSmall, packagesKeepApart } from './packages';
import { privateIsDeclared } from './private-interfaces';
import { copyProject } from './project-copy';
import { sheetsAreOldEnough } from './sheets';
import { templatesAreKnown } from './templates';

/**
 * Would WeChat take it? Compiles a copy with WeChat's own tools, without network or account, and looks at
 * what it makes and at the sources. `npm run wechat:check`; ends non-zero on a finding.
 */

const tell = ({ name, counted, findings }: Looked, seconds: number): void => {
  console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${counted} (${seconds.toFixed(1)} s)`);
  for (const { file, line, says } of findings) console.log(`       ${file}:${line}: ${says}`);
};

const looks = (project: string, output: string): readonly (() => Promise<Looked[]> | Looked[])[] => [
  async () => {
    const compiled = await compiles(project, output);
    if (compiled.findings.length > 0) return [compiled];
    return [compiled, scriptsAreEs5(output), packagesKeepApart(output), packagesAreSmall(output)];
  },
  async () => [await templatesPassWcc(join(project, 'miniprogram'))],
  async () => [await sheetsPassWcsc(join(project, 'miniprogram'))],
  () => [apisAreThere()],
  () => templatesAreKnown(),
  () => [privateIsDeclared()],
  () => [sheetsAreOldEnough()],
  async () => {
    await buildFunctions();
    return [await functionsLoad()];
  },
];

const check = async (): Promise<void> => {
  await installTools();
  const { project, output } = copyProject();
  let parts = 0;
  let findings = 0;
  for (const look of looks(project, output)) {
    const began = performance.now();
    for (const looked of await look()) {
      tell(looked, (performance.now() - began) / 1000);
      parts++;
      findings += looked.findings.length;
    }
  }
  console.log(`\n${parts} parts looked at, ${findings} findings`);
  process.exitCode = findings === 0 ? 0 : 1;
};

runCommand(new Command('wechat:check').action(check));
