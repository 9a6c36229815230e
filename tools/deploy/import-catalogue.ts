import { Command, Option } from 'commander';
import { formatReport, importFiles, type Format } from '../../bulk/import/index';
import { accountFrom } from './account-from-environment';
import { catalogueTarget } from './catalogue-target';
import { cloudDatabase } from './cloud-database';
import { nextStep } from './next-step';
import { wechatApi, WechatError } from './wechat-api';

interface Options {
  format: Format | 'auto';
  branch?: string;
  source?: string;
  copies: string;
  dryRun?: boolean;
  envFile?: string;
  api?: string;
}

/**
 * Brings a catalogue into the database of a real cloud environment; see docs/import.md for what becomes of a
 * record.
 */
export async function main(
  argv: string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  const command = new Command('deploy:import')
    .description('titles and copies from MARC 21, CNMARC or CSV into a real WeChat cloud environment')
    .argument('<file...>', 'the files')
    .addOption(
      new Option('--format <format>', 'what the files are')
        .choices(['marc21', 'cnmarc', 'csv', 'auto'])
        .default('auto'),
    )
    .option('--branch <id>', "where copies belong whose record does not say; by default the library's first")
    .option('--copies <n>', 'copies for a record that names none', '1')
    .option('--source <name>', "stands for the file's name, so that another file finds the same records")
    .option('--dry-run', 'read, compare and report; write nothing')
    .option('--env-file <file>', 'a file with WECHAT_APPID, WECHAT_SECRET and CLOUD_ENV')
    .option('--api <url>', 'another address than https://api.weixin.qq.com, to try it out')
    .parse(argv, { from: 'user' });
  const { format, branch, source, copies, dryRun = false, envFile, api } = command.opts<Options>();
  try {
    const account = accountFrom(environment, envFile);
    const target = catalogueTarget(cloudDatabase(wechatApi(account, api ? { base: api } : {})), { dryRun });
    print(`${dryRun ? 'Dry run for' : 'Importing into'} environment ${account.env} of ${account.appid}`);
    const options = {
      format,
      copies: Number(copies),
      // Nothing documents the operators that looking for the same book needs.
      duplicates: false,
      ...(branch === undefined ? {} : { branch }),
      ...(source === undefined ? {} : { source }),
    };
    print(
      formatReport(
        await importFiles(command.args, options, target, ({ file, records }) =>
          print(`${file}: ${records} records`),
        ),
      ),
    );
    if (dryRun) print('Dry run: nothing of this was written.');
    return 0;
  } catch (error) {
    const { message } = error as Error;
    print(
      `STOPPED ${message}${error instanceof WechatError ? `\n    next: ${nextStep(error)}` : ''}\n` +
        'What came in stays; run it again and it goes on.',
    );
    return 1;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2), process.env, console.log).then((code) => {
    process.exitCode = code;
  });
}
