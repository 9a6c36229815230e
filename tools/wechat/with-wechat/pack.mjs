import ci from 'miniprogram-ci';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packs the npm packages of a mini program, as 构建 npm of DevTools does: `node pack.mjs <project folder>`. */
const [project] = process.argv.slice(2);
const { miniProgramPackNum, otherNpmPackNum, warnList } = await ci.packNpmManually({
  packageJsonPath: `${project}/package.json`,
  miniprogramNpmDistDir: `${project}/miniprogram/`,
});
/** Sheets that no page of ours needs: 103 KB of names in an icon font that lies on a remote host. */
const emptied = JSON.parse(readFileSync(new URL('emptied.json', import.meta.url), 'utf8'));
for (const sheet of emptied) writeFileSync(join(project, 'miniprogram', 'miniprogram_npm', sheet), '');
for (const { jsPath, msg } of warnList) console.error(`${jsPath}: ${msg}`);
console.log(`${miniProgramPackNum + otherNpmPackNum} packages packed`);
// The compiler leaves workers and timers behind.
process.exit(warnList.length === 0 ? 0 : 1);
