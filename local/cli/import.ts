import { InvalidArgumentError, Option, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatReport, importFiles, type Format } from '../../tools/import/index';
import { bulkOverHttp } from '../cloud/bulk-over-http';
import { ask, withServerOption, type ServerOption } from './server-address';

interface ImportOptions extends ServerOption {
  format: Format;
  branch?: string;
  source?: string;
  copies?: string;
}

export function addImportCommand(program: Command): void {
  withServerOption(program.command('import'))
    .description(
      'bring titles and copies in from MARC 21, CNMARC (ISO 2709, UTF-8) or CSV; again changes nothing',
    )
    .argument('<file...>', 'the files', existingFile)
    .addOption(
      new Option('--format <format>', 'what the files are')
        .choices(['marc21', 'cnmarc', 'csv', 'auto'])
        .default('auto'),
    )
    .option(
      '--branch <id>',
      "where copies belong whose record does not say; the library's first branch unless told",
    )
    .option('--copies <n>', 'copies for a record that names none', '1')
    .option(
      '--source <name>',
      "stands for the file's name: another file of the same records finds them again",
    )
    .action(importInto);
}

function existingFile(path: string, before: string[] | undefined): string[] {
  if (!existsSync(path)) throw new InvalidArgumentError(`there is no file ${path}`);
  return [...(before ?? []), resolve(path)];
}

async function importInto(
  paths: string[],
  { format, branch, source, copies, ...server }: ImportOptions,
): Promise<void> {
  const { now } = (await ask(server, '/dev/clock')) as { now: string };
  const options = {
    format,
    now: new Date(now),
    copies: Number(copies),
    ...(branch === undefined ? {} : { branch }),
    ...(source === undefined ? {} : { source }),
  };
  const target = bulkOverHttp(`http://127.0.0.1:${server.port}`);
  console.log(formatReport(await importFiles(paths, options, target, console.error)));
}
