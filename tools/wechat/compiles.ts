import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'acorn';
import type { Finding, Looked } from './finding';
import { ROOT, TOOLS } from './installed';
import { WORK } from './project-copy';
import { run } from './run';

export const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** The source of a compiled script: the repository has `.ts` where WeChat gets `.js`. */
export const sourceOf = (compiled: string): string => {
  const own = join('miniprogram', compiled);
  const typed = own.replace(/\.js$/, '.ts');
  return existsSync(join(ROOT, typed)) ? typed : own;
};

const said = (err: string): Finding => {
  try {
    const { file, says } = JSON.parse(err.trim().split('\n').at(-1) ?? '') as { file: string; says: string };
    return { file: file === '' ? 'project.config.json' : file, line: 1, says: says.split('\n')[0] ?? '' };
  } catch {
    return { file: 'project.config.json', line: 1, says: `the compiler stopped: ${err.slice(-400)}` };
  }
};

/** Packs npm and compiles, by miniprogram-ci: where it stops, nothing is there to be looked at. */
export const compiles = async (project: string, output: string): Promise<Looked> => {
  const worker = (name: string): string => join(TOOLS, name);
  const packed = await run(process.execPath, [worker('pack.mjs'), project]);
  if (packed.code !== 0)
    return {
      name: 'packs npm',
      counted: 'nothing',
      findings: [{ file: 'package.json', line: 1, says: packed.err.trim() }],
    };
  // It writes a log and a cache into the home of whoever runs it.
  const compiled = await run(process.execPath, [worker('compile.mjs'), project, output], {
    env: { HOME: WORK, USERPROFILE: WORK },
  });
  if (compiled.code !== 0) return { name: 'compiles', counted: 'nothing', findings: [said(compiled.err)] };
  return { name: 'compiles', counted: `${filesBelow(output, /./).length} files`, findings: [] };
};

const whyNotEs5 = (text: string): string | undefined => {
  try {
    parse(text, { ecmaVersion: 5 });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Whatever DevTools’ compiler leaves, the oldest phones read: scripts are ES5 after it. */
export const scriptsAreEs5 = (output: string): Looked => {
  const scripts = filesBelow(output, /\.js$/);
  const findings = scripts.flatMap((path): Finding[] => {
    const why = whyNotEs5(readFileSync(join(output, path), 'utf8'));
    return why === undefined ? [] : [{ file: sourceOf(path), line: 1, says: `no ES5 once compiled: ${why}` }];
  });
  return { name: 'ES5', counted: `${scripts.length} compiled scripts`, findings };
};
