import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neededBy, type Lock } from '../../build/locked';
import { ROOT } from './installed';

/** Where the check works: nothing of it is left in the sources. */
export const WORK = join(ROOT, '.cache', 'wechat');

const json = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;

/** The project as a clone has it, with the packages that the mini program uses and no others. */
export const copyProject = (): { project: string; output: string } => {
  const project = join(WORK, 'project');
  const output = join(WORK, 'compiled');
  for (const folder of [project, output]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(project, 'dist', 'cloudfunctions'), { recursive: true });
  const { name: _name, ...own } = json<{ name: string; dependencies: Record<string, string> }>(
    'package.json',
  );
  const packages = neededBy(json<Lock>('package-lock.json'), Object.keys(own.dependencies));
  for (const path of ['miniprogram', 'project.config.json', ...packages])
    cpSync(join(ROOT, path), join(project, path), {
      recursive: true,
      filter: (from) => !/\.test\.ts$|miniprogram\/miniprogram_npm/.test(from),
    });
  // Without its name, which one package alone may have in a folder.
  writeFileSync(join(project, 'package.json'), JSON.stringify(own));
  return { project, output };
};
