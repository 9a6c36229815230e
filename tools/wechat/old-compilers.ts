import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from './compiles';
import type { Finding, Looked } from './finding';
import { WORK } from './project-copy';
import { run } from './run';

/**
 * wcc and wcsc, which make scripts of templates and sheets. DevTools carries newer ones; npm has them in
 * miniprogram-compiler alone, of 2019 and 2020: what these take, newer ones do.
 */
const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };
const ERROR = /^(?:ERR: )?\.?\/?([\w./-]+\.(?:wxml|wxss|wxs))\s*[(:](\d+)[^\n]*$/gm;

/** Ours, ready to run: as they come from npm they may not be run. */
const programOf = (name: 'wcc' | 'wcsc'): string | undefined => {
  const folder = FOLDERS[process.platform];
  if (folder === undefined) return undefined;
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const from = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', folder, file);
  const to = join(WORK, file);
  mkdirSync(WORK, { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o755);
  return to;
};

const findingsIn = (said: string): Finding[] =>
  [...said.matchAll(ERROR)].map(([whole, file = '', line = '1']) => ({
    file: `miniprogram/${file}`,
    line: Number(line),
    says: whole.replace(/^ERR:\s*/, ''),
  }));

const looked = async (
  name: 'wcc' | 'wcsc',
  folder: string,
  files: string[],
  options: string[],
  after: string[] = [],
): Promise<Looked> => {
  const program = programOf(name);
  if (program === undefined)
    return { name, counted: `not tried: none for ${process.platform}`, findings: [] };
  const { code, err } = await run(program, [...options, ...files, ...after], { cwd: folder });
  const findings = findingsIn(err);
  if (code !== 0 && findings.length === 0)
    findings.push({ file: 'miniprogram', line: 1, says: `${name}: ${err.trim().slice(0, 400)}` });
  return { name, counted: `${files.length} files`, findings };
};

export const templatesPassWcc = (miniprogram: string): Promise<Looked> =>
  looked('wcc', miniprogram, filesBelow(miniprogram, /\.(wxml|wxs)$/), ['-d', '-cc', '0'], ['-gn', '$gwx']);

export const sheetsPassWcsc = (miniprogram: string): Promise<Looked> => {
  const sheets = filesBelow(miniprogram, /\.wxss$/);
  return looked('wcsc', miniprogram, sheets, ['-lc', '-db', '-pc', String(sheets.length)]);
};
