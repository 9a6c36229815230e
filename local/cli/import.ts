import { InvalidArgumentError, Option, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  COLUMNS,
  ENCODINGS,
  FORMATS,
  formatReport,
  importFiles,
  progressLine,
  readCopyMap,
  type Column,
  type ColumnMap,
  type Encoding,
  type Format,
  type ImportOptions,
} from '../../bulk/import/index';
import { bulkOverHttp } from '../cloud/bulk-over-http';
import { ask, withServerOption, type ServerOption } from './server-address';

interface Asked extends ServerOption {
  format: Format | 'auto';
  encoding?: Encoding;
  column?: ColumnMap;
  copiesFrom?: NonNullable<ImportOptions['copiesFrom']>;
  branch?: string;
  branchName?: Record<string, string>;
  source?: string;
  copies?: string;
  own?: boolean;
  full?: boolean;
  duplicates: boolean;
  aside: string;
}

export function addImportCommand(program: Command): void {
  withServerOption(program.command('import'))
    .description(
      'bring titles and copies in from MARC 21 or CNMARC (ISO 2709, MARCXML), CSV or Excel; again changes nothing',
    )
    .argument('<file...>', 'the files', existingFile)
    .addOption(
      new Option('--format <format>', 'what the files are').choices([...FORMATS, 'auto']).default('auto'),
    )
    .addOption(
      new Option('--encoding <encoding>', 'how the text is written; the file tells unless told').choices(
        ENCODINGS,
      ),
    )
    .option('--column <name=header>', 'a column of a list: title=书名全称, or barcode=#7', columnOf)
    .option('--copies-from <map>', 'copies in a field of your own: "949 barcode=i branch=l"', copyMapOf)
    .option(
      '--branch <id>',
      "where copies belong whose record does not say; the library's first branch unless told",
    )
    .option('--branch-name <name=id>', "our branch for a name or code of the source's", branchNameOf)
    .option('--copies <n>', 'copies for a record that names none; 1 unless told')
    .option(
      '--source <name>',
      "stands for the file's name: another file of the same records finds them again",
    )
    .option('--own', "the files are this library's own export: its ids are kept")
    .option('--full', 'the files are all that the source has: show what is missing from them')
    .option('--no-duplicates', 'do not look for other titles of the same book')
    .option('--aside <folder>', 'where broken records are put', join('.shuxiang', 'aside'))
    .action(importInto);
}

function existingFile(path: string, before: string[] | undefined): string[] {
  if (!existsSync(path)) throw new InvalidArgumentError(`there is no file ${path}`);
  return [...(before ?? []), resolve(path)];
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError(`${text} is no name=value`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function columnOf(text: string, before: ColumnMap | undefined): ColumnMap {
  const [name, header] = pairOf(text);
  if (!COLUMNS.includes(name as Column))
    throw new InvalidArgumentError(`there is no ${name}; there are ${COLUMNS.join(', ')}`);
  return { ...before, [name]: header };
}

function branchNameOf(text: string, before: Record<string, string> | undefined): Record<string, string> {
  const [name, id] = pairOf(text);
  return { ...before, [name]: id };
}

function copyMapOf(text: string, before: Asked['copiesFrom']): Asked['copiesFrom'] {
  try {
    return [...(before ?? []), readCopyMap(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

async function importInto(paths: string[], asked: Asked): Promise<void> {
  const { now } = (await ask(asked, '/dev/clock')) as { now: string };
  const { format, encoding, column, copiesFrom, branch, branchName, source, copies, own, full } = asked;
  const options: ImportOptions = {
    format,
    now: new Date(now),
    duplicates: asked.duplicates,
    aside: resolve(asked.aside),
    ...(encoding === undefined ? {} : { encoding }),
    ...(column === undefined ? {} : { columns: column }),
    ...(copiesFrom === undefined ? {} : { copiesFrom }),
    ...(branch === undefined ? {} : { branch }),
    ...(branchName === undefined ? {} : { branchNames: branchName }),
    ...(source === undefined ? {} : { source }),
    ...(copies === undefined ? {} : { copies: Number(copies) }),
    ...(own ? { own } : {}),
    ...(full ? { full } : {}),
  };
  const target = bulkOverHttp(`http://127.0.0.1:${asked.port}`);
  console.log(formatReport(await importFiles(paths, options, target, progressBar())));
}

/** One line that is written over on a terminal; elsewhere a line every so many records. */
function progressBar(): NonNullable<Parameters<typeof importFiles>[3]> {
  let file = '';
  let told = 0;
  return (progress) => {
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${progressLine(progress)}\u001b[K${progress.done ? '\n' : ''}`);
      return;
    }
    if (progress.file !== file) [file, told] = [progress.file, 0];
    if (progress.records - told < 10_000 && !progress.done) return;
    told = progress.records;
    console.error(progressLine(progress));
  };
}
