import ci from 'miniprogram-ci';

/** Packs the npm packages that a mini program uses, as 构建 npm of DevTools does: `node pack.mjs <project folder>`. */
const [project] = process.argv.slice(2);
const { miniProgramPackNum, otherNpmPackNum, warnList } = await ci.packNpmManually({
  packageJsonPath: `${project}/package.json`,
  miniprogramNpmDistDir: `${project}/miniprogram/`,
});
for (const { jsPath, msg } of warnList) console.error(`${jsPath}: ${msg}`);
console.log(`${miniProgramPackNum + otherNpmPackNum} packages packed`);
// The compiler leaves workers and timers behind.
process.exit(warnList.length === 0 ? 0 : 1);
