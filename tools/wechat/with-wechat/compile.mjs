import ci from 'miniprogram-ci';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Compiles a project as DevTools does before an upload: `node compile.mjs <project folder> <output folder>`.
 * No key and no network: what WeChat's server would tell of the account is given here.
 */
const [project, output] = process.argv.slice(2);
const LIMITS = {
  MaxCodeSize: 2,
  MaxSubpackageSubCodeSize: 2,
  MaxSubpackageFullCodeSize: 30,
  NavigateMiniprogramLimit: 10,
  MaxSubPackageLimit: 100,
  MinTabbarCount: 2,
  MaxTabbarCount: 5,
  MaxTabbarIconSize: 40,
};

const own = new ci.Project({
  appid: 'wx0000000000000000',
  type: 'miniProgram',
  projectPath: project,
  privateKey: 'none: nothing is sent',
  ignores: ['node_modules/**/*'],
});
own.attr = () =>
  Promise.resolve({ platform: true, appType: 0, isSandbox: false, released: false, setting: LIMITS });

try {
  const compiled = await ci.getCompiledResult({
    project: own,
    desc: 'check',
    setting: { useProjectConfig: true },
    onProgressUpdate: () => {},
  });
  for (const [path, content] of Object.entries(compiled)) {
    const file = join(output, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
} catch (error) {
  // The last line that is said: where it stopped, and why.
  console.error(JSON.stringify({ file: error.path ?? '', says: String(error.message ?? error) }));
  process.exit(1);
}
// The compiler leaves workers and timers behind.
process.exit(0);
