import { join } from 'node:path';
import { buildFunctions } from '../../build/functions';
import { runCommand } from '../command';
import { Command } from 'commander';
import { installTools, ROOT, TOOLS } from './installed';
import { mustRun } from './run';

/**
 * Makes what DevTools looks for and a fresh clone lacks: the functions in dist/cloudfunctions and the packed
 * packages in miniprogram/miniprogram_npm. `npm run wechat:prepare`
 */
const prepare = async (): Promise<void> => {
  await installTools();
  const built = await buildFunctions();
  console.log(`${built.length} functions built into dist/cloudfunctions`);
  const said = await mustRun(process.execPath, [join(TOOLS, 'pack.mjs'), ROOT]);
  console.log(`${said.trim().split('\n').at(-1) ?? ''} into miniprogram/miniprogram_npm`);
  console.log('ready: WeChat DevTools → 导入项目 → this folder');
};

runCommand(new Command('wechat:prepare').action(prepare));
