import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mustRun } from './run';

/**
 * The folder of WeChat's own tools, with a package.json and a lock of its own: what is beside this file takes
 * its packages from the root's.
 */
export const TOOLS = join(__dirname, 'with-wechat');
export const ROOT = resolve(__dirname, '..', '..');

const lock = join(TOOLS, 'package-lock.json');
/** The lock that the installed packages are those of. */
const stamp = join(TOOLS, 'node_modules', '.installed-by-lock');

const isInstalled = (): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8');

/** Installs WeChat's tools unless they are there as the lock wants them. No script of theirs runs. */
export const installTools = async (): Promise<void> => {
  if (isInstalled()) return;
  console.log('installing WeChat’s tools (once, some 440 MB into tools/wechat/with-wechat)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await mustRun(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: TOOLS });
  writeFileSync(stamp, readFileSync(lock));
};
