import { InvalidArgumentError, Option, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BulkTarget } from '../cloud/bulk';
import { bulkOverHttp } from '../cloud/bulk-over-http';
import { isRunning, withServerOption, type ServerOption } from './server-address';

interface ImportOptions extends ServerOption {
  format: 'marc21' | 'cnmarc' | 'csv' | 'auto';
  branch?: string;
}

interface ImportModule {
  importFiles(
    paths: string[],
    options: { format: ImportOptions['format']; branch?: string; now: Date },
    target: BulkTarget,
  ): Promise<unknown>;
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
    .option('--branch <id>', 'where copies belong whose record does not say')
    .action(importInto);
}

function existingFile(path: string, before: string[] | undefined): string[] {
  if (!existsSync(path)) throw new InvalidArgumentError(`there is no file ${path}`);
  return [...(before ?? []), resolve(path)];
}

async function importInto(paths: string[], { format, branch, ...server }: ImportOptions): Promise<void> {
  if (!(await isRunning(server))) {
    throw new Error(
      `No library answers on port ${server.port}. Start it with: npm start -- --port ${server.port}`,
    );
  }
  const url = `http://127.0.0.1:${server.port}`;
  const { now } = (await (await fetch(`${url}/dev/clock`)).json()) as { now: string };
  const file = resolve(__dirname, '..', '..', 'tools', 'import', 'index.ts');
  const { importFiles } = (await import(pathToFileURL(file).href)) as ImportModule;
  const options = { format, now: new Date(now), ...(branch === undefined ? {} : { branch }) };
  console.log(JSON.stringify(await importFiles(paths, options, bulkOverHttp(url)), null, 2));
}
