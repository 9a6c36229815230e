import { Command } from 'commander';
import { localDateOf } from '../../cloudfunctions/kernel/local-date';
import { accountFrom } from './account-from-environment';
import { cloudDatabase } from './cloud-database';
import { readLibraryFile, WrongLibraryFile } from './library-file';
import { nextStep } from './next-step';
import { setUpDatabase, type Outcome } from './set-up';
import { wechatApi, WechatError } from './wechat-api';

interface Options {
  library: string;
  dryRun?: boolean;
  overwrite?: boolean;
  envFile?: string;
  api?: string;
}

/**
 * Prepares the database of a real cloud environment; the exit code is 1 when anything failed. See
 * docs/deploy.md.
 */
export async function main(
  argv: string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
  now = new Date(),
): Promise<number> {
  const options = new Command('deploy:database')
    .description("collections, indexes and the library's own first data in a real WeChat cloud environment")
    .requiredOption('--library <file>', "the library's own file; docs/library.example.json shows the form")
    .option('--dry-run', 'say what would be done and change nothing')
    .option('--overwrite', 'data of the file replaces what is there (never the card key or the card counter)')
    .option('--env-file <file>', 'a file with WECHAT_APPID, WECHAT_SECRET and CLOUD_ENV')
    .option('--api <url>', 'another address than https://api.weixin.qq.com, to try it out')
    .parse(argv, { from: 'user' })
    .opts<Options>();
  try {
    const library = readLibraryFile(options.library);
    const account = accountFrom(environment, options.envFile);
    const api = wechatApi(account, options.api ? { base: options.api } : {});
    print(`${options.dryRun ? 'Dry run for' : 'Setting up'} environment ${account.env} of ${account.appid}`);
    const outcome = await setUpDatabase({
      database: cloudDatabase(api),
      library,
      now: now.toISOString(),
      year: Number(localDateOf(now.toISOString()).slice(0, 4)),
      dryRun: options.dryRun ?? false,
      overwrite: options.overwrite ?? false,
      print,
    });
    for (const line of closing(outcome, options.dryRun ?? false)) print(line);
    return outcome.failed.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof WechatError) print(`STOPPED ${error.message}\n    next: ${nextStep(error)}`);
    else if (error instanceof WrongLibraryFile) print(error.message);
    else print(`STOPPED ${(error as Error).message}`);
    return 1;
  }
}

function closing({ done, kept, notes, failed }: Outcome, dryRun: boolean): string[] {
  const counts = `${done.length} ${dryRun ? 'would be made' : 'made'}, ${kept.length} there already, ${failed.length} failed`;
  return [
    '',
    counts,
    ...notes.map((note) => `note: ${note}`),
    'Before anybody else can open the mini program: 云开发控制台 → 数据库 → each collection → 权限设置 → 仅管理端可读写.',
    'No API that this tool uses sets it, and an open `staff` collection lets a client make itself staff.',
  ];
}

if (require.main === module) {
  void main(process.argv.slice(2), process.env, console.log).then((code) => {
    process.exitCode = code;
  });
}
